package ru.smartsbridge.api.schema;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * A base's schema, kept for a while: one thread at a time reads it anew, and an old one serves on where that fails.
 * Thread-safe.
 *
 * @param <S> the schema in whatever form a transport needs it
 */
public final class Kept<S> {
    /** Reads the schema from the base. */
    @FunctionalInterface
    public interface Source<S> {
        S read(Call call);
    }

    private record Aged<S>(S schema, long since, long until) {}

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** A schema of this age is read anew for somebody who misses a name in it. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** The first reading is of four requests. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Source<S> source;
    private final LongSupplier nanos;
    private final BiConsumer<Call, BridgeException> stale;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Aged<S> kept;

    /**
     * Nothing is read before it is asked for.
     *
     * @param nanos the clock that ages are measured by, in the manner of {@link System#nanoTime}
     * @param stale is told where an old schema serves on because a new one could not be read
     */
    public Kept(Source<S> source, LongSupplier nanos, BiConsumer<Call, BridgeException> stale) {
        this.source = source;
        this.nanos = nanos;
        this.stale = stale;
    }

    /**
     * The schema, not older than ten minutes where the server answers.
     *
     * @throws BridgeException where there is none yet and it cannot be read
     */
    public S get(Call call) {
        Aged<S> known = kept;
        if (known != null && (fresh(known) || !reading.tryLock())) {
            return known.schema();
        }
        if (known == null) {
            waitForTurn();
        }
        try {
            return current(call).schema();
        } finally {
            reading.unlock();
        }
    }

    /** The schema, not older than a few seconds where the server answers. */
    public S anew(Call call) {
        Aged<S> known = kept;
        if (known == null || nanos.getAsLong() - known.since() < YOUNG.toNanos()) {
            return get(call);
        }
        waitForTurn();
        try {
            if (kept == known) {
                kept = new Aged<>(known.schema(), known.since(), nanos.getAsLong());
            }
            return current(call).schema();
        } finally {
            reading.unlock();
        }
    }

    private void waitForTurn() {
        try {
            if (!reading.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BridgeException(Category.TIMED_OUT, ApiTexts.text("schema.busy"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), e);
        }
    }

    private boolean fresh(Aged<S> known) {
        return nanos.getAsLong() - known.until() < 0;
    }

    private Aged<S> current(Call call) {
        Aged<S> known = kept;
        if (known != null && fresh(known)) {
            return known; // somebody else was first
        }
        try {
            S read = source.read(call);
            kept = new Aged<>(read, nanos.getAsLong(), nanos.getAsLong() + KEPT.toNanos());
        } catch (BridgeException e) {
            if (known == null) {
                throw e;
            }
            stale.accept(call, e);
            kept = new Aged<>(known.schema(), nanos.getAsLong(), nanos.getAsLong() + AFTER_FAILURE.toNanos());
        }
        return kept;
    }
}
