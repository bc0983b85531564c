package ru.smartsbridge.sandbox.uploads;

import java.util.Iterator;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.StoreFailure;
import ru.smartsbridge.sandbox.schema.Sightings;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Stored;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/** One upload between its Begin and its End. Its calls come one at a time; {@link #drop} may come from any thread. */
final class OpenUpload<T> implements Upload<T> {
    private static final long WAIT_SECONDS = 60;

    private final Base base;
    private final Destination<T> destination;
    private final Consumer<OpenUpload<?>> ended;
    private final Log log;
    private final Sightings sightings;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean gone;
    private volatile boolean freed;

    OpenUpload(Base base, Destination<T> destination, Consumer<OpenUpload<?>> ended) {
        this.base = base;
        this.destination = destination;
        this.ended = ended;
        this.log = base.store().newLog();
        this.sightings = new Sightings(base.edmx());
    }

    UploadTarget target() {
        return destination.target();
    }

    @Override
    public long add(Iterator<? extends T> entities, Call call) {
        lock();
        try {
            requireOpen();
            long before = log.size();
            try {
                while (entities.hasNext()) {
                    Stored stored = destination.accepted(entities.next());
                    sightings.add(
                            destination.place().type(), destination.place().fields(stored.tag()), stored.entity());
                    log.add(stored);
                    requireOpen();
                }
                return log.size() - before;
            } catch (RuntimeException | Error e) {
                log.truncate(before);
                throw e;
            }
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        } finally {
            unlock();
        }
    }

    @Override
    public void end(Call call) {
        lock();
        try {
            requireOpen();
            destination.apply(log);
            base.schema().add(sightings);
            gone = true;
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        } finally {
            unlock();
        }
        ended.accept(this);
    }

    @Override
    public void reset(Call call) {
        drop();
        ended.accept(this);
    }

    /** Ends it without a trace. What is just being added notices; nobody waits for it. */
    void drop() {
        gone = true;
        freeWhereNobodyIs();
    }

    private void lock() {
        try {
            if (!lock.tryLock(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new BridgeException(Category.UNREACHABLE, SandboxTexts.text("store.busy", WAIT_SECONDS));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"), e);
        }
    }

    /** Who leaves last frees the log: looks after having left, as a drop may come at any moment before that. */
    private void unlock() {
        lock.unlock();
        freeWhereNobodyIs();
    }

    private void freeWhereNobodyIs() {
        while (gone && !freed && !lock.isHeldByCurrentThread() && lock.tryLock()) {
            try {
                if (!freed) {
                    freed = true;
                    base.store().drop(log);
                }
            } finally {
                lock.unlock();
            }
        }
    }

    private void requireOpen() {
        if (gone) {
            throw ApiTexts.conflict("upload.gone", target().name());
        }
    }
}
