package ru.smartsbridge.rest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.util.Callback;

/** The request's body while it is written: a portion is gathered, sent, and waited for, so that the server sets the pace. */
final class BodyStream extends OutputStream {
    /** Tells the writer that the server has answered, so that nobody reads on. */
    static final class AnsweredEarly extends IOException {
        private static final long serialVersionUID = 1L;

        AnsweredEarly() {
            super("the server answered before the request was written");
        }
    }

    private static final int PORTION = 32 << 10;

    private final Exchange exchange;
    private final AsyncRequestContent content;
    private final byte[] portion = new byte[PORTION];
    private int filled;
    private boolean taken;
    private Throwable failure;

    BodyStream(Exchange exchange, AsyncRequestContent content) {
        this.exchange = exchange;
        this.content = content;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, PORTION - filled);
            System.arraycopy(bytes, from, portion, filled, count);
            filled += count;
            from += count;
            left -= count;
            if (filled == PORTION) {
                send();
            }
        }
    }

    /** Says that this was all: before it the server cannot take the body for whole. */
    void finish() throws IOException {
        if (filled > 0) {
            send();
        }
        content.close();
    }

    private void send() throws IOException {
        if (exchange.refusedEarly()) {
            throw new AnsweredEarly();
        }
        taken = false;
        content.write(
                false, ByteBuffer.wrap(portion, 0, filled), Callback.from(this::portionTaken, this::portionFailed));
        exchange.awaitPortion(() -> taken || failure != null || exchange.refusedEarly());
        if (exchange.refusedEarly()) {
            throw new AnsweredEarly();
        }
        if (failure != null) {
            throw exchange.notWritten(failure);
        }
        filled = 0;
    }

    private void portionTaken() {
        exchange.change(() -> taken = true);
    }

    private void portionFailed(Throwable cause) {
        exchange.change(() -> failure = cause);
    }
}
