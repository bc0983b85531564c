package ru.smartsbridge.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer on its way to the client; where it cannot be written on, the failure is a {@link ClientFailure}. */
final class ClientAnswer extends Response.Wrapper {
    /** Null where the body goes as it comes. */
    private LinkRewriting links;

    ClientAnswer(Request fromClient, Response toClient) {
        super(fromClient, toClient);
    }

    /** Has the body's links rewritten; before any of it is written. */
    void rewriting(LinkRewriting rewriting) {
        links = rewriting;
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        boolean rewritten = links != null && (content != null || last);
        ByteBuffer piece = content == null ? ByteBuffer.allocate(0) : content;
        super.write(last, rewritten ? links.of(piece, last) : content, new Callback.Nested(callback) {
            @Override
            public void failed(Throwable failure) {
                super.failed(new ClientFailure(failure));
            }
        });
    }
}
