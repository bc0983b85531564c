package ru.smartsbridge.server.watch;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request with its answer, as they went by. Its content takes room until everybody has let go of it.
 *
 * @param id of the request
 * @param path below the API's root, as on the wire
 * @param query as on the wire; null where there was none
 * @param headers of the request that say in which form an answer is wanted and what is sent, by their usual names
 * @param authorization of the client; to be kept nowhere
 * @param status 0 where the answer was broken off
 * @param answerType {@code ""} where it has none
 * @param answerCoding {@code ""} where the answer is not packed
 * @param nanos from the request's arrival to the answer's end
 * @param atMillis when it arrived, by the machine's clock
 */
public record Seen(
        String id,
        String method,
        String path,
        String query,
        Map<String, String> headers,
        Optional<String> authorization,
        int status,
        String answerType,
        String answerCoding,
        long nanos,
        long atMillis,
        Copy sent,
        Copy answered,
        AtomicInteger holders)
        implements AutoCloseable {
    /** Headers that are seen. */
    public static final List<String> HEADERS = List.of("Accept", "Content-Type", "Content-Encoding", "Prefer");

    @Override
    public void close() {
        if (holders.decrementAndGet() == 0) {
            sent.close();
            answered.close();
        }
    }
}
