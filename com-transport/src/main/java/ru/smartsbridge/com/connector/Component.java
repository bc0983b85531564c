package ru.smartsbridge.com.connector;

import java.time.Duration;
import java.util.function.Function;
import ru.smartsbridge.api.call.Call;

/**
 * A base's component as every part of this transport calls it: in its apartment, within a limit, each failure explained.
 * Calls may come from any thread.
 *
 * @param <S> what a task is given
 */
public interface Component<S> {
    /**
     * Has a task run in the apartment.
     *
     * @param what the call's name, for errors and logs
     * @param limit how long it may take
     * @throws ru.smartsbridge.api.error.BridgeException as {@link ru.smartsbridge.com.apartment.Apartment#call} says, and
     *     in place of a {@link ru.smartsbridge.com.automation.ComFailure} its explanation
     */
    <R> R call(String what, Duration limit, Function<? super S, ? extends R> task);

    /** The same component for what is done on behalf of {@code call}, whose watch is told of it. */
    Component<S> of(Call call);

    /** The same within the ordinary limit of a call. */
    <R> R call(String what, Function<? super S, ? extends R> task);
}
