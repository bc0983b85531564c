package ru.smartsbridge.server.bridge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Between two looks at a condition, so that looking does not take the processor from what is waited for. */
public final class Pause {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Pause() {}

    /** A moment. */
    public static void betweenLooks() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
}
