package ru.smartsbridge.server.http;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.workers.Worker;

/**
 * Ends a worker's process when its transport is in trouble, since a call that hangs in native code cannot be ended
 * otherwise; those that are told so get their answers first. Thread-safe.
 */
final class WorkerEnd implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerEnd.class);
    private static final long LOOK_MILLIS = 50;
    /** A reader that takes his answer slowly does not keep the base from its next process. */
    private static final long ANSWERS_MILLIS = 2_000;

    private final Base base;
    private final AtomicInteger answering = new AtomicInteger();
    private final ScheduledExecutorService looking = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "worker-end");
        thread.setDaemon(true);
        return thread;
    });
    private long troubleSince = -1;

    WorkerEnd(Base base) {
        this.base = base;
        looking.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** An exchange begins; the returned action tells that its answer is written. */
    Runnable exchange() {
        answering.incrementAndGet();
        return answering::decrementAndGet;
    }

    private void look() {
        if (base.transport().trouble().isEmpty()) {
            return;
        }
        long now = System.nanoTime();
        troubleSince = troubleSince < 0 ? now : troubleSince;
        boolean late = now - troubleSince > TimeUnit.MILLISECONDS.toNanos(ANSWERS_MILLIS);
        if (answering.get() == 0 || late) {
            LOG.error(
                    "Base {}: this process ends, as a call of the component does not come back: {}",
                    base.name(),
                    base.transport().trouble().map(Object::toString).orElse(""));
            // no shutdown hook: what hangs in native code would hang that too
            Runtime.getRuntime().halt(Worker.HUNG);
        }
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }
}
