package ru.smartsbridge.server.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** An answer on its way to the client; where it cannot be written on, the failure is a {@link ClientFailure}. */
final class ClientAnswer extends Response.Wrapper {
    ClientAnswer(Request fromClient, Response toClient) {
        super(fromClient, toClient);
    }

    @Override
    public void write(boolean last, ByteBuffer content, Callback callback) {
        super.write(last, content, new Callback.Nested(callback) {
            @Override
            public void failed(Throwable failure) {
                super.failed(new ClientFailure(failure));
            }
        });
    }
}
