package ru.smartsbridge.server.shadow;

import java.time.Duration;

/**
 * Leaves a candidate alone that fails one time after another: for a while nothing is asked, then one request tries.
 * Thread-safe; times are those of {@link System#nanoTime}.
 */
final class Breaker {
    private final int failures;
    private final Duration pause;
    private int inARow;
    private long openUntil;
    private boolean open;
    private boolean trying;

    /**
     * @param failures so many in a row open it
     * @param pause before one request may try again
     */
    Breaker(int failures, Duration pause) {
        this.failures = failures;
        this.pause = pause;
    }

    /** Whether a request may be made; one that may must tell how it went. */
    synchronized boolean allows(long now) {
        if (!open) {
            return true;
        }
        if (trying || now - openUntil < 0) {
            return false;
        }
        trying = true;
        return true;
    }

    /** Whether it would be allowed, without an effect. */
    synchronized boolean wouldAllow(long now) {
        return !open || !trying && now - openUntil >= 0;
    }

    synchronized void succeeded() {
        inARow = 0;
        open = false;
        trying = false;
    }

    synchronized void failed(long now) {
        inARow++;
        trying = false;
        if (open || inARow >= failures) {
            open = true;
            openUntil = now + pause.toNanos();
        }
    }

    synchronized boolean isOpen() {
        return open;
    }
}
