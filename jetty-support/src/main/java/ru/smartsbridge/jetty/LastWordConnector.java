package ru.smartsbridge.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Connections on which the server has the last word.
 *
 * <p>A server that refuses an upload early answers and closes, and our next write breaks. Jetty would end the exchange
 * there and then, with the refusal unread in the socket. Here what cannot be written is dropped, and the reading side
 * finds out what became of the exchange: the answer, or the end of the connection.
 *
 * <p>Both who hand requests on and who ask by calls of their own need it, and the server may not compile against a
 * transport: so it has a module of its own.
 */
final class LastWordConnector extends ClientConnector {
    @Override
    protected EndPoint newEndPoint(SelectableChannel channel, ManagedSelector selector, SelectionKey key) {
        return new LastWordEndPoint((SocketChannel) channel, selector, key, getScheduler());
    }

    private static final class LastWordEndPoint extends SocketChannelEndPoint {
        LastWordEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
            super(channel, selector, key, scheduler);
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            try {
                return super.flush(buffers);
            } catch (IOException e) {
                if (isInputShutdown() || !isOpen()) {
                    throw e; // nobody reads any more, so nobody else would tell
                }
                for (ByteBuffer buffer : buffers) {
                    BufferUtil.clear(buffer);
                }
                return true;
            }
        }
    }
}
