package ru.smartsbridge.rest.http;

import java.io.InputStream;
import java.util.Objects;
import org.eclipse.jetty.io.Content;

/** The answer's body as it comes, no faster than it is read; a failure is a {@code BridgeException}, never an end. */
final class AnswerStream extends InputStream {
    private final Exchange exchange;
    private final Content.Source source;
    private Content.Chunk chunk;
    private boolean ended;
    private boolean demanded;

    AnswerStream(Exchange exchange, Content.Source source) {
        this.exchange = exchange;
        this.source = source;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, buffer.length);
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            if (chunk == null) {
                take();
            }
            if (chunk.hasRemaining()) {
                int count = chunk.get(buffer, offset, length);
                if (!chunk.hasRemaining()) {
                    release();
                }
                return count;
            }
            release();
        }
        return -1;
    }

    private void take() {
        chunk = source.read();
        while (chunk == null) {
            demanded = true;
            source.demand(() -> exchange.change(() -> demanded = false));
            exchange.awaitPortion(() -> !demanded);
            chunk = source.read();
        }
        if (Content.Chunk.isFailure(chunk)) {
            Throwable cause = chunk.getFailure();
            release();
            throw exchange.failed(cause);
        }
    }

    private void release() {
        ended |= chunk.isLast();
        chunk.release();
        chunk = null;
    }

    /** Whether its end was seen. */
    boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        if (chunk != null) {
            release();
        }
    }
}
