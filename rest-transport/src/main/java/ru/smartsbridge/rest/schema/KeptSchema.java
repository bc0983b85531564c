package ru.smartsbridge.rest.schema;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.RestTexts;

/** The schema, kept for a while: one thread at a time reads it anew, and an old one serves on where that fails. */
public final class KeptSchema {
    /** Reads the schema from the server. */
    @FunctionalInterface
    public interface Source {
        Schema read(Call call);
    }

    private record Kept(Schema schema, long since, long until) {}

    private static final Logger LOG = LoggerFactory.getLogger(KeptSchema.class);

    private static final Duration KEPT = Duration.ofMinutes(10);
    /** A schema of this age is read anew for somebody who misses a name in it. */
    private static final Duration YOUNG = Duration.ofSeconds(5);

    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    /** The first reading is of four requests. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Source source;
    private final LongSupplier nanos;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Kept kept;

    /** With the clock that ages are measured by, in the manner of {@link System#nanoTime}. */
    public KeptSchema(Source source, LongSupplier nanos) {
        this.source = source;
        this.nanos = nanos;
    }

    /**
     * The schema, not older than ten minutes where the server answers.
     *
     * @throws BridgeException where there is none yet and it cannot be read
     */
    public Schema get(Call call) {
        Kept known = kept;
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
    public Schema anew(Call call) {
        Kept known = kept;
        if (known == null || nanos.getAsLong() - known.since() < YOUNG.toNanos()) {
            return get(call);
        }
        waitForTurn();
        try {
            if (kept == known) {
                kept = new Kept(known.schema(), known.since(), nanos.getAsLong());
            }
            return current(call).schema();
        } finally {
            reading.unlock();
        }
    }

    private void waitForTurn() {
        try {
            if (!reading.tryLock(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BridgeException(Category.TIMED_OUT, RestTexts.text("schema.busy"));
            }
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    private boolean fresh(Kept known) {
        return nanos.getAsLong() - known.until() < 0;
    }

    private Kept current(Call call) {
        Kept known = kept;
        if (known != null && fresh(known)) {
            return known; // somebody else was first
        }
        try {
            Schema read = source.read(call);
            kept = new Kept(read, nanos.getAsLong(), nanos.getAsLong() + KEPT.toNanos());
        } catch (BridgeException e) {
            if (known == null) {
                throw e;
            }
            LOG.warn("[{}] The schema was not read anew, the old one serves on: {}", call.requestId(), e.getMessage());
            kept = new Kept(known.schema(), nanos.getAsLong(), nanos.getAsLong() + AFTER_FAILURE.toNanos());
        }
        return kept;
    }
}
