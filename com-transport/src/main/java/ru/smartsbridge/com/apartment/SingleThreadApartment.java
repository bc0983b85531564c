package ru.smartsbridge.com.apartment;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Watch;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.text.ComTexts;

/**
 * An apartment in this process: one thread at a time, and another in its place where it hangs.
 *
 * <p>Nobody watches over the thread but those who wait for it: a caller sees that its own call is overdue, or the one
 * before it, or a recycling, and abandons the thread. A thread that hangs in native code cannot be ended; when it comes
 * back after all, it leaves without touching its session, and no longer counts.
 *
 * @param <S> what a task is given
 */
public final class SingleThreadApartment<S> implements Apartment<S> {
    private static final Logger LOG = LoggerFactory.getLogger(SingleThreadApartment.class);
    private static final AtomicLong THREADS = new AtomicLong();

    private final ApartmentSettings settings;
    private final Threading threading;
    private final Sessions<S> sessions;
    private final LongSupplier clock;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Task<S>> queue = new ArrayDeque<>();
    private final Reopening reopening = new Reopening();
    private final ThreadLocal<Resident<S>> here = new ThreadLocal<>();
    private Resident<S> resident;
    private boolean recycling;
    private boolean closed;
    private int abandoned;

    public SingleThreadApartment(ApartmentSettings settings, Threading threading, Sessions<S> sessions) {
        this(settings, threading, sessions, System::nanoTime);
    }

    /**
     * @param clock nanoseconds, from wherever
     */
    SingleThreadApartment(ApartmentSettings settings, Threading threading, Sessions<S> sessions, LongSupplier clock) {
        this.settings = Objects.requireNonNull(settings);
        this.threading = Objects.requireNonNull(threading);
        this.sessions = Objects.requireNonNull(sessions);
        this.clock = Objects.requireNonNull(clock);
    }

    @Override
    public <R> R call(String what, Duration limit, Watch watch, Function<? super S, ? extends R> task) {
        Resident<S> own = here.get();
        if (own != null) {
            return callHere(own, what, task);
        }
        Task<S> waiting = new Task<>(what, limit.toNanos(), watch, task);
        lock.lock();
        try {
            requireOpen(what);
            enqueue(waiting);
            return answer(await(waiting));
        } finally {
            lock.unlock();
        }
    }

    /** How many threads hang and were given up; more than none is a reason for red health. */
    public int abandoned() {
        lock.lock();
        try {
            return abandoned;
        } finally {
            lock.unlock();
        }
    }

    /** How many calls wait for their turn. */
    public int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void recycle() {
        Resident<S> own = here.get();
        lock.lock();
        try {
            // one that was abandoned speaks of a session that nobody has any more
            recycling |= own == null || !own.isAbandoned();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        Resident<S> last;
        lock.lock();
        try {
            closed = true;
            failWaiting(task -> ComTexts.error(Category.UNREACHABLE, "apartment.closed", settings.name(), task.what()));
            changed.signalAll();
            last = resident;
        } finally {
            lock.unlock();
        }
        if (last != null && last != here.get()) {
            join(last);
        }
    }

    private void join(Resident<S> last) {
        try {
            last.thread().join(Math.max(1, settings.settling().toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        if (last.thread().isAlive()) {
            LOG.warn("{} did not end; it is left behind", last.thread().getName());
        }
    }

    private <R> R callHere(Resident<S> own, String what, Function<? super S, ? extends R> task) {
        lock.lock();
        try {
            if (own.isAbandoned()) {
                // its caller was told long ago that the call is lost: the less of it happens, the better
                throw ComTexts.error(Category.UNREACHABLE, "apartment.given.up", settings.name(), what);
            }
        } finally {
            lock.unlock();
        }
        return own.direct(task);
    }

    private void requireOpen(String what) {
        if (closed) {
            throw ComTexts.error(Category.UNREACHABLE, "apartment.closed", settings.name(), what);
        }
        if (abandoned >= settings.mostAbandoned()) {
            throw worn(what);
        }
        reopening.tooEarly(now()).ifPresent(cause -> {
            throw cause;
        });
        if (queue.size() >= settings.queueBound()) {
            throw ComTexts.error(Category.UNREACHABLE, "apartment.full", settings.name(), what, settings.queueBound());
        }
    }

    private BridgeException worn(String what) {
        return ComTexts.error(Category.UNREACHABLE, "apartment.worn", settings.name(), what, abandoned);
    }

    private void enqueue(Task<S> task) {
        if (resident == null) {
            startResident();
        }
        queue.add(task);
        changed.signalAll();
    }

    private void startResident() {
        Resident<S> fresh =
                new Resident<>(this, threading, sessions, "com-" + settings.name() + "-" + THREADS.incrementAndGet());
        // what it does first is to enter, and that may hang behind another thread's leaving
        fresh.busyUntil(now() + settings.settling().toNanos());
        fresh.start();
        resident = fresh;
    }

    private Object await(Task<S> task) {
        long waitUntil = now() + settings.longestWait().toNanos();
        while (!task.done()) {
            long now = now();
            abandonOverdue(now);
            if (task.done()) {
                break;
            }
            if (!task.waiting() && task.deadline() - now <= 0) {
                throw ComTexts.error(Category.TIMED_OUT, "apartment.timed.out", settings.name(), task.what());
            }
            if (task.waiting() && waitUntil - now <= 0) {
                queue.remove(task);
                throw ComTexts.error(
                        Category.UNREACHABLE,
                        "apartment.waited",
                        settings.name(),
                        task.what(),
                        settings.longestWait().toSeconds());
            }
            sleep(task, (task.waiting() ? waitUntil : task.deadline()) - now);
        }
        return task.outcome();
    }

    /** Waits for a change, at most until the caller's own time or that of the step that it waits behind. */
    private void sleep(Task<S> task, long remaining) {
        long shortest = remaining;
        if (resident != null && resident.isBusy()) {
            shortest = Math.min(shortest, resident.deadline() - now());
        }
        try {
            changed.awaitNanos(shortest);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            if (task.done()) {
                return;
            }
            if (task.waiting()) {
                queue.remove(task);
                throw new BridgeException(
                        Category.UNREACHABLE,
                        ComTexts.text("apartment.interrupted", settings.name(), task.what()),
                        interrupted);
            }
            throw new BridgeException(
                    Category.TIMED_OUT, ComTexts.text("apartment.left", settings.name(), task.what()), interrupted);
        }
    }

    /** Gives the thread up where what it does took too long; those that wait get another one, or are told why not. */
    private void abandonOverdue(long now) {
        if (resident == null || !resident.isBusy() || resident.deadline() - now > 0) {
            return;
        }
        LOG.error(
                "{} hangs in {} and is abandoned",
                resident.thread().getName(),
                resident.task() == null ? "its own affairs" : resident.task().what());
        resident.abandon();
        abandoned++;
        resident = null;
        if (abandoned >= settings.mostAbandoned()) {
            failWaiting(task -> worn(task.what()));
        } else if (!queue.isEmpty() && !closed) {
            startResident();
        }
        changed.signalAll();
    }

    private void failWaiting(Function<Task<S>, RuntimeException> why) {
        for (Task<S> task : queue) {
            task.fail(why.apply(task));
        }
        queue.clear();
    }

    // what the resident's thread calls

    /** The next thing for a thread to do; waits for it. */
    Resident.Step next(Resident<S> asking) {
        here.set(asking);
        lock.lock();
        try {
            while (true) {
                if (asking.isAbandoned() || closed) {
                    return Resident.Step.END;
                }
                asking.idle();
                dropLeft();
                Resident.Step step = stepOf(asking);
                if (step == Resident.Step.RUN) {
                    Task<S> task = queue.remove();
                    task.begin(now());
                    asking.take(task);
                } else if (step != null) {
                    asking.busyUntil(now() + settings.settling().toNanos());
                }
                changed.signalAll();
                if (step != null) {
                    return step;
                }
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** What nobody waits for any more makes room for what somebody does. */
    private void dropLeft() {
        while (!queue.isEmpty() && queue.peek().left()) {
            Task<S> task = queue.remove();
            task.fail(ComTexts.error(Category.UNREACHABLE, "apartment.client.left", settings.name(), task.what()));
            changed.signalAll();
        }
    }

    private Resident.Step stepOf(Resident<S> asking) {
        if (queue.isEmpty()) {
            return null;
        }
        if (asking.hasSession() && (recycling || asking.worn(settings, now()))) {
            recycling = false;
            return Resident.Step.RECYCLE;
        }
        if (!asking.hasEntered()) {
            return Resident.Step.ENTER;
        }
        if (!asking.hasSession()) {
            recycling = false;
            return Resident.Step.OPEN;
        }
        return Resident.Step.RUN;
    }

    void opened(Resident<S> by) {
        lock.lock();
        try {
            by.idle();
            if (!by.isAbandoned()) {
                reopening.succeeded();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Tells the caller whose task needed the session, and those that came meanwhile. */
    void notOpened(Resident<S> by, RuntimeException failure) {
        lock.lock();
        try {
            if (by.isAbandoned()) {
                LOG.warn("{}: {}", by.thread().getName(), failure.toString());
                return;
            }
            by.idle();
            reopening.failed(failure, now());
            failWaiting(task -> failure);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void finished(Resident<S> by, Object result, Throwable failure) {
        lock.lock();
        try {
            if (by.isAbandoned()) {
                LOG.warn(
                        "{}: {} came back after all",
                        by.thread().getName(),
                        by.task().what());
            }
            if (failure == null) {
                by.task().finish(result);
            } else {
                by.task().fail(failure);
            }
            by.idle();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Whether an ending thread's session is still its own affair. */
    boolean mayCloseSession(Resident<S> ending) {
        lock.lock();
        try {
            return !ending.isAbandoned();
        } finally {
            lock.unlock();
        }
    }

    void ended(Resident<S> ending) {
        lock.lock();
        try {
            if (ending.isAbandoned()) {
                abandoned--;
            }
            if (resident == ending) {
                resident = null;
                if (!queue.isEmpty()) {
                    startResident();
                }
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    long now() {
        return clock.getAsLong();
    }

    @SuppressWarnings("unchecked") // the task's own result, which went through the queue untyped
    private static <R> R answer(Object result) {
        return (R) result;
    }
}
