package ru.smartsbridge.server.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices clients that leave while their requests are served. Between a request's body and its answer nobody reads from
 * its connection, so an end of it shows to nobody; here it is looked at now and then. Thread-safe.
 */
final class Departures implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final Duration EACH = Duration.ofMillis(500);

    private final Set<Stay> stays = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "departures");
        thread.setDaemon(true);
        return thread;
    });

    Departures() {
        looking.scheduleWithFixedDelay(
                () -> stays.forEach(Stay::look), EACH.toMillis(), EACH.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Looks after a request until {@link Stay#close}, which must come before its answer is whole.
     *
     * @param gone runs once, in a thread of ours, when the client has left; never after the close
     */
    Stay of(Request request, Runnable gone) {
        Stay stay = new Stay(request, gone);
        stays.add(stay);
        return stay;
    }

    /** A request while it is looked after. */
    final class Stay implements AutoCloseable {
        private final Request request;
        private final Runnable gone;
        private final long since = System.nanoTime();
        private boolean over;

        private Stay(Request request, Runnable gone) {
            this.request = request;
            this.gone = gone;
        }

        private synchronized void look() {
            boolean young = System.nanoTime() - since < EACH.toNanos();
            if (over || young || !LimitedRequest.isWhole(request)) {
                return; // where its body is still to come, whoever reads it meets the end
            }
            EndPoint connection =
                    request.getConnectionMetaData().getConnection().getEndPoint();
            ByteBuffer next = ByteBuffer.allocate(1);
            next.flip(); // as Jetty's buffers are when they are filled
            try {
                int filled = connection.fill(next);
                if (filled > 0) {
                    // the next request came before this one's answer: it has lost a byte, so its client sends it anew
                    Request.addCompletionListener(request, failure -> connection.close());
                    close();
                } else if (filled < 0) {
                    leave();
                }
            } catch (IOException broken) {
                leave();
            }
        }

        private void leave() {
            LOG.debug("The client of {} left", request.getHttpURI());
            close();
            gone.run();
        }

        /** It is looked after no more; a look that is under way has ended. */
        @Override
        public synchronized void close() {
            over = true;
            stays.remove(this);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
