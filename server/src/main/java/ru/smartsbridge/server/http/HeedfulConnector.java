package ru.smartsbridge.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.BufferUtil;

/**
 * Listens for clients on connections that can be asked, while a request is under way, whether the client has ended its
 * side: HTTP/1.1 reads a connection no further until its request is answered, and would learn of it only then. An answer
 * that is given before the whole request has come reaches a client that reads it late, see {@link Lingering}.
 */
final class HeedfulConnector extends ServerConnector {
    private volatile Lingering lingering;

    HeedfulConnector(Server server, HttpConfiguration http) {
        super(server, new HttpConnectionFactory(http));
    }

    @Override
    protected void doStart() throws Exception {
        lingering = new Lingering(getScheduler());
        super.doStart();
    }

    @Override
    protected void doStop() throws Exception {
        lingering.end();
        super.doStop();
    }

    /**
     * Whether the client of a request has ended its connection, as far as it can be seen by now; never blocks.
     *
     * <p>A client that ends only its sending side counts as one that left: the two look alike.
     */
    static boolean ended(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        while (endPoint instanceof EndPoint.Wrapper wrapper) {
            endPoint = wrapper.unwrap();
        }
        return endPoint instanceof HeedfulEndPoint heedful && heedful.ended();
    }

    @Override
    protected SocketChannelEndPoint newEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        SocketChannelEndPoint endPoint = new HeedfulEndPoint(channel, selector, key);
        endPoint.setIdleTimeout(getIdleTimeout());
        return endPoint;
    }

    /** Looks at what has arrived before anybody asks for it, and keeps that for who asks. */
    private final class HeedfulEndPoint extends SocketChannelEndPoint {
        /** A client that sends more than this before its answer has come is not seen to leave. */
        private static final int EARLY = 4 << 10;

        private final Object reading = new Object();
        private ByteBuffer early = BufferUtil.EMPTY_BUFFER;
        private final ManagedSelector selector;
        private volatile SelectionKey key;
        private volatile boolean answered;
        private volatile boolean clientEnded;
        /** The channel may stay open for a while. */
        private volatile boolean closed;

        private HeedfulEndPoint(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
            super(channel, selector, key, HeedfulConnector.this.getScheduler());
            this.selector = selector;
            this.key = key;
        }

        @Override
        public void replaceKey(SelectionKey newKey) {
            key = newKey;
            super.replaceKey(newKey);
        }

        @Override
        public boolean flush(ByteBuffer... buffers) throws IOException {
            answered = true;
            return super.flush(buffers);
        }

        private int arriving(ByteBuffer buffer) throws IOException {
            int count = super.fill(buffer);
            clientEnded |= count < 0;
            return count;
        }

        @Override
        public boolean isOpen() {
            return !closed && super.isOpen();
        }

        @Override
        public void doClose() {
            closed = true;
            if (clientEnded || !answered || !lingering.take(getChannel(), selector, key)) {
                super.doClose();
            }
        }

        private boolean ended() {
            synchronized (reading) {
                if (!isOpen() || isInputShutdown()) {
                    return true;
                }
                if (isFillInterested()) {
                    return false; // who waits for what comes next finds out
                }
                ByteBuffer arrived = early.capacity() == 0 ? BufferUtil.allocate(EARLY) : early;
                while (BufferUtil.space(arrived) > 0) {
                    int count;
                    try {
                        count = arriving(arrived);
                    } catch (IOException e) {
                        return true;
                    }
                    if (count <= 0) {
                        early = arrived.hasRemaining() ? arrived : BufferUtil.EMPTY_BUFFER;
                        return count < 0;
                    }
                }
                early = arrived;
                return false;
            }
        }

        @Override
        public int fill(ByteBuffer buffer) throws IOException {
            synchronized (reading) {
                if (!early.hasRemaining()) {
                    early = BufferUtil.EMPTY_BUFFER;
                    return arriving(buffer);
                }
                int position = BufferUtil.flipToFill(buffer);
                int count = BufferUtil.put(early, buffer);
                BufferUtil.flipToFlush(buffer, position);
                return count;
            }
        }

        @Override
        protected void needsFillInterest() {
            synchronized (reading) {
                if (!early.hasRemaining()) {
                    super.needsFillInterest();
                    return;
                }
            }
            getExecutor().execute(getFillInterest()::fillable);
        }
    }
}
