package ru.smartsbridge.server.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body fails as soon as it has more bytes than it may; for bodies that do not tell their length. */
final class LimitedRequest extends Request.Wrapper {
    /** Attribute: why the body could not be read from the client, be it too slow or gone. */
    static final String CLIENT_FAILURE = LimitedRequest.class.getName() + ".clientFailure";

    private static final int TOO_LARGE = 413;

    private final long limit;
    private long read;
    private Content.Chunk failure;

    LimitedRequest(Request request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Content.Chunk read() {
        if (failure != null) {
            return failure;
        }
        Content.Chunk chunk = super.read();
        if (Content.Chunk.isFailure(chunk)) {
            setAttribute(CLIENT_FAILURE, chunk.getFailure());
            return chunk;
        }
        if (chunk == null) {
            return null;
        }
        read += chunk.remaining();
        if (read > limit) {
            chunk.release();
            failure = Content.Chunk.from(new HttpException.RuntimeException(TOO_LARGE), true);
            return failure;
        }
        return chunk;
    }
}
