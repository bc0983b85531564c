package ru.smartsbridge.server.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a break visible to a client of HTTP/1.0, as nginx is towards its backends unless told otherwise: for it an
 * answer ends with its connection, so only a reset tells that it is not whole.
 */
final class BrokenAnswer {
    private static final Logger LOG = LoggerFactory.getLogger(BrokenAnswer.class);

    private BrokenAnswer() {}

    /** To be called before the connection is closed. */
    static void showTo(Request request) {
        if (request.getConnectionMetaData().getHttpVersion() != HttpVersion.HTTP_1_0) {
            return;
        }
        Object transport =
                request.getConnectionMetaData().getConnection().getEndPoint().getTransport();
        if (transport instanceof SocketChannel socket) {
            try {
                socket.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                LOG.debug("The connection is gone already", e);
            }
        }
    }
}
