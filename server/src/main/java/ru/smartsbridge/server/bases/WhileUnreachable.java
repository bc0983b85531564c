package ru.smartsbridge.server.bases;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/**
 * {@code fallback: com}: the first way, and the second from a request on of which nothing could reach the first, until the
 * first has answered for a while. Never goes over, either way, while an upload is open where it is.
 */
final class WhileUnreachable implements Selection {
    private static final Logger LOG = LoggerFactory.getLogger(WhileUnreachable.class);

    private final String base;
    private final Way first;
    private final Way second;
    private final BooleanSupplier uploading;
    private final Duration returning;
    private final boolean asked;
    private final ScheduledExecutorService looking;
    private final AtomicLong switches = new AtomicLong();

    private boolean atSecond;
    private long answersSince = -1;
    private volatile Way now;
    private volatile Text reason;

    /**
     * @param uploading whether an upload is open at the first way, as far as the bridge has seen
     * @param asked whether the first has to be asked how it is, since its requests do not tell that nothing reached it
     * @param returning how long the first has to answer before the base returns to it
     * @param pause between two looks at it meanwhile
     */
    WhileUnreachable(
            String base,
            Way first,
            Way second,
            BooleanSupplier uploading,
            boolean asked,
            Duration returning,
            Duration pause,
            Text reason) {
        this.base = base;
        this.first = first;
        this.second = second;
        this.uploading = uploading;
        this.asked = asked;
        this.returning = returning;
        this.now = first;
        this.reason = reason;
        this.looking = Watchman.named("fallback-" + base);
        looking.scheduleWithFixedDelay(this::look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public Way choose() {
        return now;
    }

    @Override
    public synchronized Optional<Way> instead(Way way, boolean goesOnWithAnUpload) {
        if (way != first) {
            return Optional.empty();
        }
        if (!atSecond) {
            if (goesOnWithAnUpload || uploading.getAsBoolean() || first.hasUploads()) {
                LOG.warn(
                        "Base {}: {} cannot be reached; it is not left in the middle of an upload", base, first.kind());
                return Optional.empty();
            }
            goTo(second, BasesTexts.text("fallback.away", second.kind(), first.kind()));
        }
        return Optional.of(second);
    }

    private void goTo(Way way, Text why) {
        atSecond = way == second;
        answersSince = -1;
        now = way;
        reason = why;
        switches.incrementAndGet();
        LOG.warn("Base {}: {}", base, why);
    }

    /** A schedule ends with the first exception that leaves it, so none may. */
    private void look() {
        try {
            if (now == second) {
                lookForReturn();
            } else if (asked) {
                lookForLoss();
            }
        } catch (RuntimeException e) {
            LOG.warn("Base {}: it could not be looked whether {} is back", base, first.kind(), e);
        }
    }

    private void lookForLoss() {
        try {
            first.requireAnswer();
        } catch (BridgeException e) {
            if (e.category() == Category.UNREACHABLE) {
                instead(first, false);
            }
        }
    }

    private void lookForReturn() {
        try {
            first.requireAnswer();
        } catch (BridgeException e) {
            synchronized (this) {
                answersSince = -1;
            }
            return;
        }
        long time = System.nanoTime();
        boolean due;
        synchronized (this) {
            answersSince = answersSince < 0 ? time : answersSince;
            due = time - answersSince >= returning.toNanos();
        }
        if (due && !second.hasUploads()) {
            synchronized (this) {
                goTo(first, BasesTexts.text("fallback.back", first.kind(), returning.toSeconds()));
            }
        }
    }

    @Override
    public Optional<Way> now() {
        return Optional.of(now);
    }

    @Override
    public Text reason() {
        return reason;
    }

    @Override
    public long switches() {
        return switches.get();
    }

    @Override
    public List<Way> ways() {
        return List.of(first, second);
    }

    @Override
    public void close() {
        looking.shutdownNow();
        ways().forEach(Way::close);
    }
}
