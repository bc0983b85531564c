package ru.smartsbridge.server.http;

import java.util.concurrent.atomic.AtomicBoolean;
import ru.smartsbridge.api.call.Watch;

/** Whether the client of a request is still there, and whether something of the request has begun. */
final class Presence implements Watch {
    private final Runnable atBegin;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean left;

    /** @param atBegin runs once */
    Presence(Runnable atBegin) {
        this.atBegin = atBegin;
    }

    /** Nobody waits any more. */
    void leave() {
        left = true;
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
