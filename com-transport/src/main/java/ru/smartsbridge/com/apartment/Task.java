package ru.smartsbridge.com.apartment;

import java.util.function.Function;
import ru.smartsbridge.api.call.Watch;

/**
 * One call on its way through the apartment. Everything but {@link #run} belongs to the apartment's lock.
 *
 * @param <S> what the task is given
 */
final class Task<S> {
    private enum Phase {
        WAITING,
        RUNNING,
        DONE
    }

    private final String what;
    private final long limit;
    private final Watch watch;
    private final Function<? super S, ?> work;
    private Phase phase = Phase.WAITING;
    private long deadline;
    private Object result;
    private Throwable failure;

    /**
     * @param limit in nanoseconds
     */
    Task(String what, long limit, Watch watch, Function<? super S, ?> work) {
        this.what = what;
        this.limit = limit;
        this.watch = watch;
        this.work = work;
    }

    String what() {
        return what;
    }

    void begin(long now) {
        phase = Phase.RUNNING;
        deadline = now + limit;
    }

    /** Whether nobody waits for it any more. */
    boolean left() {
        return watch.left();
    }

    Object run(S session) {
        watch.begun();
        return work.apply(session);
    }

    void finish(Object value) {
        phase = Phase.DONE;
        result = value;
    }

    void fail(Throwable cause) {
        phase = Phase.DONE;
        failure = cause;
    }

    boolean waiting() {
        return phase == Phase.WAITING;
    }

    boolean done() {
        return phase == Phase.DONE;
    }

    /** When a running task has to be back. */
    long deadline() {
        return deadline;
    }

    /** What came of a task that is done. */
    Object outcome() {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            // a Function throws nothing that is checked
            throw (RuntimeException) failure;
        }
        return result;
    }
}
