package ru.smartsbridge.server.http;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/** A request whose body fails as soon as it has more bytes than it may; for bodies that do not tell their length. */
final class LimitedRequest extends Request.Wrapper {
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
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
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
