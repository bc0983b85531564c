package ru.smartsbridge.com.apartment;

import java.time.Duration;
import java.util.function.Function;
import ru.smartsbridge.api.call.Watch;

/**
 * Where a base's component lives: one thread that alone touches it, with a queue before it. Calls may come from any
 * thread.
 *
 * @param <S> what a task is given: the objects that live on that thread
 */
public interface Apartment<S> extends AutoCloseable {
    /**
     * Has the apartment's thread run a task and waits for it; made on that thread itself, it runs at once.
     *
     * <p>Waiting in the queue is bounded and is not part of {@code limit}.
     *
     * @param what the call's name, for errors and logs
     * @param limit how long the task itself may take
     * @param watch is told when the task begins; a task that nobody waits for any more by then does not begin
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where it never began (queue full, waited too
     *     long, interrupted while waiting, closed); {@code TIMED_OUT} where it began and did not come back in time;
     *     otherwise whatever the task threw
     */
    <R> R call(String what, Duration limit, Watch watch, Function<? super S, ? extends R> task);

    /** The same for what nobody watches over. */
    default <R> R call(String what, Duration limit, Function<? super S, ? extends R> task) {
        return call(what, limit, Watch.NONE, task);
    }

    /** Has the session be made anew before the next task; what runs is let to its end. */
    void recycle();

    /** Ends the thread; what waits fails with {@code UNREACHABLE}. Bounded. */
    @Override
    void close();
}
