package ru.smartsbridge.com.apartment;

import java.util.function.Function;

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
    private final Function<? super S, ?> work;
    private Phase phase = Phase.WAITING;
    private long deadline;
    private Object result;
    private Throwable failure;

    /**
     * @param limit in nanoseconds
     */
    Task(String what, long limit, Function<? super S, ?> work) {
        this.what = what;
        this.limit = limit;
        this.work = work;
    }

    String what() {
        return what;
    }

    void begin(long now) {
        phase = Phase.RUNNING;
        deadline = now + limit;
    }

    Object run(S session) {
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
