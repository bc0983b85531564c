package ru.smartsbridge.server.http;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.ContentSourceRequestContent;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** The client's body on its way to the backend; where it cannot be read on, its failure is a {@link ClientFailure}. */
final class ClientBody extends ContentSourceRequestContent {
    private volatile Throwable givenUp;
    private final Request fromClient;
    private volatile boolean taken;
    private volatile boolean ended;

    ClientBody(Request fromClient) {
        super(fromClient, fromClient.getHeaders().get(HttpHeader.CONTENT_TYPE));
        this.fromClient = fromClient;
    }

    /** Whether the client may still be sending it. */
    boolean underWay() {
        long length = fromClient.getLength();
        return !ended && (length < 0 || Request.getContentBytesRead(fromClient) < length);
    }

    @Override
    public Content.Chunk read() {
        taken = true;
        Content.Chunk chunk = super.read();
        ended |= chunk != null && chunk.isLast();
        if (!Content.Chunk.isFailure(chunk) || chunk.getFailure() == givenUp || waitedForTheBackend(chunk)) {
            return chunk;
        }
        return Content.Chunk.from(new ClientFailure(chunk.getFailure()), chunk.isLast());
    }

    /**
     * Whether the client was idle because nobody took what it sent: Jetty lets a read that waits for the client fail
     * once, and all reads where none waits.
     */
    private static boolean waitedForTheBackend(Content.Chunk failure) {
        return failure.isLast() && failure.getFailure() instanceof TimeoutException;
    }

    @Override
    public void fail(Throwable failure) {
        fail(failure, true);
    }

    @Override
    public void fail(Throwable failure, boolean last) {
        givenUp = failure; // the backend's doing, or the client's that was told already
        if (taken) { // else another backend may still get it
            super.fail(failure, last);
        }
    }
}
