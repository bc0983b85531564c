package ru.smartsbridge.server.bases;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One request's passage through a base: it ends on the ways that the base had when it came in, whatever becomes of the
 * configuration meanwhile. Thread-safe.
 */
public final class Passage {
    private final Arrangement arrangement;
    private final String method;
    private final String path;
    private final Way first;
    private final AtomicBoolean over = new AtomicBoolean();

    Passage(Arrangement arrangement, String method, String path, Way first) {
        this.arrangement = arrangement;
        this.method = method;
        this.path = path;
        this.first = first;
    }

    /** The way that it takes. */
    public Way way() {
        return first;
    }

    /** Where it goes instead, since nothing of it has reached the end of {@code way}; empty where nowhere. */
    public Optional<Way> instead(Way way) {
        return arrangement.selection().instead(way, arrangement.atServer().goesOn(method, path));
    }

    /**
     * The answer has ended; further calls do nothing.
     *
     * @param forwarded whether a server has answered to which requests are handed on
     * @param status 0 where it was broken off
     */
    public void ended(boolean forwarded, int status) {
        if (!over.compareAndSet(false, true)) {
            return;
        }
        if (forwarded) {
            arrangement.atServer().answered(method, path, status);
        }
        arrangement.onAllWays().answered(method, path, status);
        arrangement.leave();
    }
}
