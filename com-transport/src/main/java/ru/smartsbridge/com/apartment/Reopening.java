package ru.smartsbridge.com.apartment;

import java.time.Duration;
import java.util.Optional;

/** When to try again to open a session that could not be opened: pauses that grow, up to a bound. Of the apartment's lock. */
final class Reopening {
    private static final long FIRST = Duration.ofSeconds(1).toNanos();
    private static final long LONGEST = Duration.ofSeconds(30).toNanos();

    private RuntimeException cause;
    private long pause;
    private long until;

    /** The last cause, while it is too early to try again. */
    Optional<RuntimeException> tooEarly(long now) {
        return cause != null && now - until < 0 ? Optional.of(cause) : Optional.empty();
    }

    void failed(RuntimeException failure, long now) {
        pause = cause == null ? FIRST : Math.min(2 * pause, LONGEST);
        cause = failure;
        until = now + pause;
    }

    void succeeded() {
        cause = null;
    }
}
