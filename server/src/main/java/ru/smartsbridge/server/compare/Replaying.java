package ru.smartsbridge.server.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.run.AnswerComparison;
import ru.smartsbridge.migration.run.Progress;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.server.recording.Mask;
import ru.smartsbridge.server.recording.RecordedBase;

/** Asks a candidate for all that a recording's clients have read, and compares its answers with theirs. Used once. */
final class Replaying {
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long BETWEEN_LOOKS_MILLIS = 250;
    private static final int UNAVAILABLE = 503;
    private static final int BROKEN_BACKEND = 502;
    private static final long MICRO = 1000;
    private static final String MASKED = "***";

    private final Path exchanges;
    private final Mask mask;
    private final AnswerComparison comparison;
    private final Progress progress;
    private final String api;
    private final Duration silence;
    private final HttpClient http;
    private volatile boolean stopped;
    private volatile Thread runner;
    private long asked;

    /**
     * @param folder of the recording
     * @param mask what the recording holds no values of
     * @param api of the candidate, without a slash at its end
     * @param silence an answer that takes longer is given up
     */
    Replaying(Path folder, Mask mask, AnswerComparison comparison, Progress progress, String api, Duration silence) {
        this.exchanges = folder.resolve(RecordedBase.EXCHANGES);
        this.mask = mask;
        this.comparison = comparison;
        this.progress = progress;
        this.api = api;
        this.silence = silence;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
    }

    /** Has it end soon. */
    void stop() {
        stopped = true;
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    boolean stopped() {
        return stopped;
    }

    /** How many requests the candidate was asked. */
    long asked() {
        return asked;
    }

    /**
     * Asks, until the end of the recording.
     *
     * @throws IOException where the recording cannot be read
     */
    void run() throws IOException {
        runner = Thread.currentThread();
        long all = lines();
        long done = 0;
        progress.begins(exchanges.getParent().getFileName().toString(), 1, 1);
        try (BufferedReader lines = Files.newBufferedReader(exchanges)) {
            awaitCandidate();
            for (String line = lines.readLine(); line != null && !stopped; line = lines.readLine()) {
                replay(Json.parseObject(line.getBytes(StandardCharsets.UTF_8)));
                progress.reads(++done, OptionalLong.of(all));
            }
        } catch (InterruptedException told) {
            stopped = true;
        } finally {
            runner = null;
            boolean cleared = Thread.interrupted(); // it was meant for the asking, not for who writes the report
            stopped |= cleared;
        }
    }

    private long lines() throws IOException {
        try (Stream<String> lines = Files.lines(exchanges)) {
            return lines.count();
        }
    }

    /** A process of its own takes seconds to start; one that does not is told by what it answers. */
    private void awaitCandidate() throws InterruptedException {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < until) {
            try {
                if (send(new ReadRequest("BaseInfo", null), Optional.empty()).status() != UNAVAILABLE) {
                    return;
                }
            } catch (IOException notYet) {
                // it is asked again
            }
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
        }
    }

    private void replay(Properties exchange) throws InterruptedException {
        String query = exchange.text("query");
        if (!"GET".equals(exchange.text("method")) || query != null && query.contains(MASKED)) {
            return;
        }
        ReadRequest request = new ReadRequest(exchange.text("path"), query);
        int status = exchange.decimal("status").intValueExact();
        String leftOut = exchange.text("answerLeftOut");
        if (status == 0 || leftOut != null) {
            Text why = CompareTexts.text("replay.no-answer", leftOut == null ? "broken off" : leftOut);
            comparison.failed(request, true, new Failure(Category.BACKEND_FAILED, why));
            return;
        }
        asked++;
        try {
            ReadAnswer candidate = send(request, Optional.ofNullable(exchange.text("accept")));
            if (candidate.status() >= BROKEN_BACKEND && status < BROKEN_BACKEND) {
                comparison.failed(request, false, Failure.of(message(candidate)));
            } else if (comparison.compare(request, recorded(exchange, status), candidate)
                    == AnswerComparison.Finding.UNREADABLE) {
                comparison.failed(
                        request, false, new Failure(Category.BACKEND_FAILED, CompareTexts.text("replay.unreadable")));
            }
        } catch (IOException e) {
            comparison.failed(request, false, new Failure(Category.TIMED_OUT, Text.verbatim(String.valueOf(e))));
        }
    }

    /** In the words of the bridge that the candidate was asked by. */
    private static BridgeException message(ReadAnswer answer) {
        Category category = answer.status() == UNAVAILABLE
                ? Category.UNREACHABLE
                : answer.status() == BROKEN_BACKEND ? Category.BACKEND_FAILED : Category.TIMED_OUT;
        String text = "HTTP " + answer.status();
        try {
            text = Json.parseObject(answer.body())
                    .object("error")
                    .map(error -> error.text("message"))
                    .orElse(text);
        } catch (BridgeException noJson) {
            text += " " + noJson.getMessage();
        }
        return new BridgeException(category, Text.verbatim(text));
    }

    private static ReadAnswer recorded(Properties exchange, int status) {
        Value answer = exchange.get("answer").orElse(Value.text(""));
        String type = exchange.text("type") == null ? "" : exchange.text("type");
        boolean text =
                answer instanceof Value.Text && !type.toLowerCase(Locale.ROOT).contains("json");
        byte[] body = text ? ((Value.Text) answer).value().getBytes(StandardCharsets.UTF_8) : Json.bytes(answer);
        long nanos = exchange.decimal("micros").longValueExact() * MICRO;
        return new ReadAnswer(status, type, body, nanos);
    }

    /** Asks; what a recording holds no values of is masked here too, or it would differ. */
    private ReadAnswer send(ReadRequest request, Optional<String> accept) throws IOException, InterruptedException {
        String query = request.query() == null ? "" : "?" + request.query();
        HttpRequest.Builder asked = HttpRequest.newBuilder(uri(api + "/" + request.path() + query))
                .timeout(silence)
                .header("Accept-Language", "en");
        accept.ifPresent(value -> asked.header("Accept", value));
        long begun = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(asked.build(), HttpResponse.BodyHandlers.ofByteArray());
        long nanos = System.nanoTime() - begun;
        String type = answer.headers().firstValue("Content-Type").orElse("");
        return new ReadAnswer(answer.statusCode(), type, mask.body(answer.body(), type, request.path()), nanos);
    }

    /** Letters that a client sent raw go encoded, as they do from here to a server. */
    private static URI uri(String address) throws IOException {
        try {
            return new URI(address.replace(" ", "%20").replace("\"", "%22").replace("|", "%7C"));
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
    }
}
