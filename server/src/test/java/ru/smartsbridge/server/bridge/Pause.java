package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Between two looks at a condition, so that looking does not take the processor from what is waited for. */
public final class Pause {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Pause() {}

    /** Looks until the condition holds, for {@code patience} at most. */
    public static void until(BooleanSupplier condition, Duration patience) {
        until(condition, patience, () -> "it does not come");
    }

    /** The same; where it does not come to hold, the failure tells this. */
    public static void until(BooleanSupplier condition, Duration patience, Supplier<String> instead) {
        long until = System.nanoTime() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(instead).isLessThan(until);
            betweenLooks();
        }
    }

    /** A moment. */
    public static void betweenLooks() {
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
}
