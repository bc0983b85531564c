package ru.smartsbridge.server.http;

import java.util.concurrent.atomic.AtomicBoolean;
import ru.smartsbridge.api.call.Watch;

/** Whether the client of a request is still there, and whether something of the request has begun. Thread-safe. */
final class Presence implements Watch {
    private final Runnable atBegin;
    private final AtomicBoolean begun = new AtomicBoolean();
    private Runnable atLeave = () -> {};
    private volatile boolean left;

    /** @param atBegin runs once */
    Presence(Runnable atBegin) {
        this.atBegin = atBegin;
    }

    /** Nobody waits any more. */
    synchronized void leave() {
        left = true;
        atLeave.run();
    }

    /**
     * Runs {@code stop} when the client leaves; at once where it has left. The last one given counts: when this returns,
     * one that was given before runs no more.
     */
    synchronized void whenLeft(Runnable stop) {
        atLeave = stop;
        if (left) {
            stop.run();
        }
    }

    @Override
    public boolean left() {
        return left;
    }

    @Override
    public void begun() {
        if (begun.compareAndSet(false, true)) {
            atBegin.run();
        }
    }
}
