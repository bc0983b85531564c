package ru.smartsbridge.server.http;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/** Looks, a few times a second, whether the clients of requests under way are still there. Thread-safe. */
final class Departures extends AbstractLifeCycle {
    private static final long LOOK_MILLIS = 250;

    private final Scheduler scheduler;
    private final Set<Heeded> underWay = ConcurrentHashMap.newKeySet();
    private volatile Scheduler.Task next;

    private static final class Heeded {
        private final Request request;
        private final Presence presence;
        private boolean seen;

        private Heeded(Request request, Presence presence) {
            this.request = request;
            this.presence = presence;
        }
    }

    Departures(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Tells {@code presence} when the client leaves before the request is answered. */
    void heed(Request request, Presence presence) {
        Heeded heeded = new Heeded(request, presence);
        underWay.add(heeded);
        Request.addCompletionListener(request, failure -> underWay.remove(heeded));
    }

    @Override
    protected void doStart() {
        next = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void doStop() {
        next.cancel();
        underWay.clear();
    }

    private void look() {
        try {
            underWay.forEach(this::look);
        } finally {
            if (isRunning()) {
                next = scheduler.schedule(this::look, LOOK_MILLIS, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** What is answered between two looks is never asked: most requests are. */
    private void look(Heeded heeded) {
        if (!heeded.seen) {
            heeded.seen = true;
        } else if (HeedfulConnector.ended(heeded.request) && underWay.remove(heeded)) {
            heeded.presence.leave();
        }
    }
}
