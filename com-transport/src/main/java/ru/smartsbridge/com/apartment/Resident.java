package ru.smartsbridge.com.apartment;

import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread of an apartment with the session that lives on it. It asks the apartment for each next step and does it;
 * all that both look at belongs to the apartment's lock.
 *
 * @param <S> what a task is given
 */
final class Resident<S> implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Resident.class);

    /** What a resident does next. */
    enum Step {
        ENTER,
        OPEN,
        RECYCLE,
        RUN,
        END
    }

    private final SingleThreadApartment<S> apartment;
    private final Threading threading;
    private final Sessions<S> sessions;
    private final Thread thread;

    private S session;
    private boolean entered;
    private int calls;
    private long openedAt;

    // of the apartment's lock
    private boolean busy;
    private long deadline;
    private Task<S> task;
    private boolean abandoned;

    Resident(SingleThreadApartment<S> apartment, Threading threading, Sessions<S> sessions, String name) {
        this.apartment = apartment;
        this.threading = threading;
        this.sessions = sessions;
        this.thread = new Thread(this, name);
        // a call that hangs in native code must not keep the program from ending
        this.thread.setDaemon(true);
        this.thread.setUncaughtExceptionHandler(
                (dying, failure) -> LOG.error("{} died; the next call has another", dying.getName(), failure));
    }

    void start() {
        thread.start();
    }

    Thread thread() {
        return thread;
    }

    @Override
    public void run() {
        try {
            for (Step step = apartment.next(this); step != Step.END; step = apartment.next(this)) {
                carryOut(step);
            }
        } finally {
            end();
        }
    }

    private void carryOut(Step step) {
        switch (step) {
            case ENTER, OPEN -> prepare(step);
            case RECYCLE -> recycle();
            case RUN -> work();
            default -> throw new IllegalStateException(step.name());
        }
    }

    private void prepare(Step step) {
        try {
            if (step == Step.ENTER) {
                threading.enter();
                entered = true;
                return;
            }
            S opened = sessions.open();
            calls = 0;
            openedAt = apartment.now();
            session = opened;
            apartment.opened(this);
        } catch (RuntimeException failure) {
            apartment.notOpened(this, failure);
        } catch (Error failure) {
            // such as a class of a native library that is not there: no reason to lose the thread
            apartment.notOpened(this, new IllegalStateException(failure));
        }
    }

    private void work() {
        calls++;
        try {
            Object result = task.run(session);
            apartment.finished(this, result, null);
        } catch (Throwable failure) {
            // whatever it is, it is the caller's: this thread has the next call to make
            apartment.finished(this, null, failure);
        }
        if (Thread.interrupted()) {
            LOG.debug("{}: a task left the thread interrupted", thread.getName());
        }
    }

    private void recycle() {
        LOG.debug("{}: recycled after {} calls", thread.getName(), calls);
        closeSession();
        leave();
    }

    private void end() {
        try {
            if (apartment.mayCloseSession(this)) {
                closeSession();
            }
            leave();
        } finally {
            apartment.ended(this);
        }
    }

    private void closeSession() {
        S closing = session;
        session = null;
        if (closing == null) {
            return;
        }
        try {
            sessions.close(closing);
        } catch (RuntimeException failure) {
            LOG.warn("{}: a session did not close: {}", thread.getName(), failure.toString());
        }
    }

    private void leave() {
        if (!entered) {
            return;
        }
        entered = false;
        try {
            threading.leave();
        } catch (RuntimeException failure) {
            LOG.warn("{}: the thread was not left in order: {}", thread.getName(), failure.toString());
        }
    }

    /** Runs a call that is made on this thread while a task runs on it. */
    <R> R direct(Function<? super S, ? extends R> call) {
        if (session == null) {
            throw new IllegalStateException("a session calls its own apartment while it is opened or closed");
        }
        return call.apply(session);
    }

    boolean hasEntered() {
        return entered;
    }

    boolean hasSession() {
        return session != null;
    }

    /** Whether the session has served its calls or its time. */
    boolean worn(ApartmentSettings settings, long now) {
        return calls >= settings.recycleCalls()
                || now - openedAt >= settings.recycleAge().toNanos();
    }

    void idle() {
        busy = false;
        task = null;
    }

    /** Has a step begin that is to be over at {@code until}. */
    void busyUntil(long until) {
        busy = true;
        deadline = until;
    }

    void take(Task<S> next) {
        task = next;
        busyUntil(next.deadline());
    }

    Task<S> task() {
        return task;
    }

    boolean isBusy() {
        return busy;
    }

    long deadline() {
        return deadline;
    }

    void abandon() {
        abandoned = true;
    }

    boolean isAbandoned() {
        return abandoned;
    }
}
