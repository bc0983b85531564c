package ru.smartsbridge.server.workers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How long to wait before a worker is started again: not at all, but longer and longer from the third time in a minute on. */
final class RestartPauses {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int AT_ONCE = 2;
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Of restarts within the last minute, in nanoseconds. */
    private final Deque<Long> restarts = new ArrayDeque<>();

    /** The pause before the restart that is due at {@code now}, a time of {@link System#nanoTime}. */
    Duration next(long now) {
        while (!restarts.isEmpty() && now - restarts.peek() > MINUTE.toNanos()) {
            restarts.remove();
        }
        restarts.add(now);
        int beyond = restarts.size() - AT_ONCE;
        if (beyond <= 0) {
            return Duration.ZERO;
        }
        Duration pause = FIRST.multipliedBy(1L << Math.min(beyond - 1, 10));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
