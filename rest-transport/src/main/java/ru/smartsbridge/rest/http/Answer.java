package ru.smartsbridge.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.zip.GZIPInputStream;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;

/** A server's answer: its head, and its body as it comes. Used by one thread, closed by who asked. */
public final class Answer implements AutoCloseable {
    /** What is read on, after all that is wanted was read, to keep the connection rather than break it. */
    private static final int WORTH_READING = 64 << 10;

    private final Exchange exchange;
    private final Response response;
    private final AnswerStream raw;
    private InputStream body;

    Answer(Exchange exchange, Response response, Content.Source content) {
        this.exchange = exchange;
        this.response = response;
        this.raw = new AnswerStream(exchange, content);
    }

    public int status() {
        return response.getStatus();
    }

    /** A header's first value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }

    /** The body, unpacked; its failures are {@code BridgeException}s but for a packing that is wrong in itself. */
    public InputStream body() throws IOException {
        if (body == null) {
            String encoding = response.getHeaders().get(HttpHeader.CONTENT_ENCODING);
            boolean packed = "gzip".equalsIgnoreCase(encoding) || "x-gzip".equalsIgnoreCase(encoding);
            body = packed && !empty() ? new GZIPInputStream(raw, 8192) : raw;
        }
        return body;
    }

    /** Whether the head says that there is no body. */
    public boolean empty() {
        return status() == 204 || response.getHeaders().getLongField(HttpHeader.CONTENT_LENGTH) == 0;
    }

    /**
     * Reads what is left, so that the connection can serve again, and that a body which was cut after its last
     * bracket is noticed.
     */
    public void finish() {
        byte[] rest = new byte[4096];
        int seen = 0;
        while (seen < WORTH_READING) {
            int count = raw.read(rest, 0, rest.length);
            if (count < 0) {
                exchange.awaitEnd();
                return;
            }
            seen += count;
        }
    }

    /** Frees the connection: for more where both bodies came to their ends, else by breaking it. */
    @Override
    public void close() {
        if (!raw.ended() || exchange.bodyLeft()) {
            exchange.abort(new CancellationException("the answer is not wanted any more"));
        }
        raw.close();
    }
}
