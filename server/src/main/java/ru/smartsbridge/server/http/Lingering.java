package ru.smartsbridge.server.http;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Connections on which the last answer is given while the client may still be sending. TCP resets a connection that is
 * closed with something unread, and a reset takes away from the client what it has not read yet: the answer. So only the
 * sending side is closed at first, and what comes is read and dropped until the client ends, or has had its share.
 * Thread-safe.
 */
final class Lingering {
    /** What a client may still send; more than any sane portion of an upload. */
    static final long MOST_BYTES = 128L << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Lingering.class);
    private static final long LONGEST_NANOS = Duration.ofSeconds(30).toNanos();
    private static final long LOOK_MILLIS = 5_000;
    private static final int MOST_CONNECTIONS = 1_000;
    private static final int BUFFER = 64 << 10;
    /** Read of one connection before others of its selector have their turn. */
    private static final int MOST_READS = 16;

    private final Scheduler scheduler;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();
    private volatile boolean over;

    Lingering(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Takes a connection over whose end point is closed; false where it is to be closed at once. */
    boolean take(SocketChannel channel, ManagedSelector selector, SelectionKey key) {
        if (over || connections.size() >= MOST_CONNECTIONS || !endsPolitely(channel)) {
            return false;
        }
        Connection connection = new Connection(channel, key);
        connections.add(connection);
        if (over) {
            connection.close(); // it came while all were closed
            return true;
        }
        selector.submit(ignored -> connection.begin());
        connection.lookLater();
        return true;
    }

    /** Without those that are to be reset, see {@link BrokenAnswer}. */
    private static boolean endsPolitely(SocketChannel channel) {
        try {
            Integer linger = channel.getOption(StandardSocketOptions.SO_LINGER);
            if (linger != null && linger == 0) {
                return false;
            }
            channel.shutdownOutput();
            return true;
        } catch (IOException e) {
            LOG.trace("It has ended already", e);
            return false;
        }
    }

    /** Takes no more, and closes them all. */
    void end() {
        over = true;
        connections.forEach(Connection::close);
    }

    private final class Connection implements ManagedSelector.Selectable {
        private final SocketChannel channel;
        private volatile SelectionKey key;
        private final long since = System.nanoTime();
        private volatile long dropped;
        private long droppedAtLook;

        private Connection(SocketChannel channel, SelectionKey key) {
            this.channel = channel;
            this.key = key;
        }

        /** In the selector's thread, as all below that Jetty calls. */
        private void begin() {
            if (key.isValid()) {
                key.attach(this);
                key.interestOps(SelectionKey.OP_READ);
            } else {
                close();
            }
        }

        @Override
        public Runnable onSelected() {
            ByteBuffer nowhere = ByteBuffer.allocate(BUFFER);
            for (int i = 0; i < MOST_READS; i++) {
                int count = read(nowhere.clear());
                if (count < 0 || dropped > MOST_BYTES) {
                    close();
                    return null;
                }
                if (count == 0) {
                    return null;
                }
                dropped += count;
            }
            return null;
        }

        private int read(ByteBuffer nowhere) {
            try {
                return channel.read(nowhere);
            } catch (IOException e) {
                LOG.trace("The client has broken off", e);
                return -1;
            }
        }

        @Override
        public void updateKey() {
            // the interest stays
        }

        @Override
        public void replaceKey(SelectionKey newKey) {
            key = newKey;
        }

        private void lookLater() {
            scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void look() {
            boolean idle = dropped == droppedAtLook;
            if (idle || System.nanoTime() - since > LONGEST_NANOS) {
                close();
            } else if (channel.isOpen()) {
                droppedAtLook = dropped;
                lookLater();
            }
        }

        private void close() {
            connections.remove(this);
            try {
                channel.close();
            } catch (IOException e) {
                LOG.debug("A connection did not close", e);
            }
        }
    }
}
