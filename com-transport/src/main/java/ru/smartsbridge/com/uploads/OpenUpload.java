package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.text.ComTexts;
import ru.smartsbridge.com.uploads.Destination.Visibility;

/**
 * One upload between its Begin and its End. Its calls come one at a time; {@link #drop} may come from any thread.
 *
 * @param <S> the session that carries it over
 */
final class OpenUpload<T, S> implements Upload<T> {
    private static final Logger LOG = LoggerFactory.getLogger(OpenUpload.class);
    private static final long WAIT_SECONDS = 60;

    private final Component<S> component;
    private final Duration endLimit;
    private final Destinations<S> base;
    private final Destination<T, S> destination;
    private final Spool spool;
    private final Consumer<OpenUpload<?, ?>> ended;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean gone;
    private volatile boolean freed;
    /** Whether its file outlives this process as long as the outcome is unknown. */
    private volatile boolean left;
    /** Whether the component may have got some of it, and nobody knows how much. */
    private volatile boolean unknown;

    /**
     * @param endLimit how long all of an End may take in the component
     * @param base where the destination is from
     * @param ended is told when nothing more can come of it
     */
    OpenUpload(
            Component<S> component,
            Duration endLimit,
            Destinations<S> base,
            Destination<T, S> destination,
            Spool spool,
            Consumer<OpenUpload<?, ?>> ended) {
        this.component = component;
        this.endLimit = endLimit;
        this.base = base;
        this.destination = destination;
        this.spool = spool;
        this.ended = ended;
    }

    UploadTarget target() {
        return destination.target();
    }

    @Override
    public long add(Iterator<? extends T> entities, Call call) {
        lock();
        try {
            requireOpen();
            return added(entities);
        } catch (IOException e) {
            throw unwritable(e);
        } finally {
            unlock();
        }
    }

    private long added(Iterator<? extends T> entities) throws IOException {
        EntityMapping mapping = base.mapping();
        Spool.Mark before = spool.mark();
        boolean whole = false;
        try {
            while (entities.hasNext()) {
                Spooled spooled = destination.accepted(entities.next());
                mapping.requireCarried(destination.type(), destination.owner(), spooled.entity());
                spool.add(spooled);
                requireOpen();
            }
            spool.settle();
            whole = true;
            return (long) spool.records() - before.records();
        } finally {
            if (!whole) {
                takeBack(before);
            }
        }
    }

    /** An upload that cannot be taken back to where it was would send half a portion, so it ends. */
    private void takeBack(Spool.Mark before) {
        try {
            spool.truncate(before);
        } catch (IOException e) {
            LOG.error("The spool of {} cannot be shortened; the upload is dropped", target().name(), e);
            gone = true;
            ended.accept(this);
        }
    }

    private BridgeException unwritable(IOException e) {
        return new BridgeException(
                Category.UNREACHABLE,
                ComTexts.text("spool.failed", target().name(), String.valueOf(e.getMessage())),
                e);
    }

    private BridgeException unreadable(IOException e) {
        return new BridgeException(
                Category.UNREACHABLE,
                ComTexts.text("spool.unreadable", target().name(), String.valueOf(e.getMessage())),
                e);
    }

    @Override
    public void end(Call call) {
        lock();
        try {
            requireOpen();
            send(Gathered.of(spool, destination), call);
            unknown = false;
            gone = true;
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            unlock();
        }
        ended.accept(this);
    }

    private void send(Gathered gathered, Call call) {
        Sending<S> sending = new Sending<>(destination, gathered, () -> !gone);
        mark(true); // first: the process may end at any moment of the run
        try {
            component.of(call).call("End of " + target().name(), endLimit, session -> {
                sending.run(session);
                return null;
            });
        } catch (BridgeException e) {
            // a run whose time is over may come back: it is to find that nobody waits
            throw failed(e, sending.giveUp());
        } catch (UncheckedIOException e) {
            throw failed(unreadable(e.getCause()), sending.giveUp());
        }
    }

    private void mark(boolean ending) {
        try {
            spool.mark(ending);
            unknown = ending;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BridgeException failed(BridgeException e, Sending.Stage stage) {
        if (stage == Sending.Stage.NOTHING) {
            try {
                mark(false);
            } catch (BridgeException marked) {
                // it then outlives this process without need: the client's next Begin or Reset takes it away
                e.addSuppressed(marked);
            }
        }
        return told(e, stage);
    }

    /** The failure with what it means for the base. */
    private BridgeException told(BridgeException e, Sending.Stage stage) {
        Visibility visibility = destination.visibility();
        boolean untouched = visibility == Visibility.AT_END && stage == Sending.Stage.BATCHES;
        if (stage == Sending.Stage.NOTHING || gone && untouched && e.category() == Category.CONFLICT) {
            return e;
        }
        if (gone && !untouched && stage == Sending.Stage.BATCHES) {
            String dropped = visibility == Visibility.AT_ONCE ? "upload.dropped.partly" : "upload.dropped.unknown";
            return new BridgeException(Category.BACKEND_FAILED, ComTexts.text(dropped, target().name()), e);
        }
        Category category = e.category() == Category.TIMED_OUT ? Category.TIMED_OUT : Category.BACKEND_FAILED;
        return new BridgeException(category, ComTexts.text(outcome(visibility, stage), target().name(), e.text()), e);
    }

    /** The key of the text for what a failure at that stage left behind. */
    private static String outcome(Visibility visibility, Sending.Stage stage) {
        if (stage == Sending.Stage.END) {
            return "upload.unknown";
        }
        return switch (visibility) {
            case AT_END -> "upload.unchanged";
            case AT_ONCE -> "upload.partly";
            case UNKNOWN -> "upload.unknown";
        };
    }

    @Override
    public void reset(Call call) {
        drop();
        ended.accept(this);
    }

    /** The spool is kept until an End that succeeds, or a reset. */
    @Override
    public boolean canEndAgain() {
        return !gone;
    }

    /** Ends it without a trace. What is just being added or sent notices; nobody waits for it. */
    void drop() {
        gone = true;
        freeWhereNobodyIs();
    }

    /** Ends it for this process; what the component may have got some of stays for the next one. */
    void leave() {
        left = true;
        drop();
    }

    private void lock() {
        try {
            if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BridgeException(Category.CONFLICT, ComTexts.text("upload.busy", target().name()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), e);
        }
    }

    /** Who leaves last frees the spool: looks after having left, as a drop may come at any moment before that. */
    private void unlock() {
        lock.unlock();
        freeWhereNobodyIs();
    }

    private void freeWhereNobodyIs() {
        while (gone && !freed && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            try {
                if (!freed) {
                    freed = true;
                    free();
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void free() {
        try {
            if (left && unknown) {
                spool.leave();
            } else {
                spool.close();
            }
        } catch (IOException e) {
            // the next start removes what is left in the folder
            LOG.warn("The spool of {} could not be removed", target().name(), e);
        }
    }

    private void requireOpen() {
        if (gone) {
            throw ApiTexts.conflict("upload.gone", target().name());
        }
    }
}
