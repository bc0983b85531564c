package ru.smartsbridge.com.connector;

import java.time.Duration;
import java.util.function.Function;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Watch;
import ru.smartsbridge.com.apartment.Apartment;

/**
 * The component of a base as it lives in its apartment. Thread-safe.
 *
 * @param <S> what a task is given
 */
public final class ApartmentComponent<S> implements Component<S> {
    private final Apartment<S> apartment;
    private final Failures failures;
    private final Duration ordinary;
    private final Watch watch;

    /**
     * @param ordinary the limit of calls that name none
     */
    public ApartmentComponent(Apartment<S> apartment, Failures failures, Duration ordinary) {
        this(apartment, failures, ordinary, Watch.NONE);
    }

    private ApartmentComponent(Apartment<S> apartment, Failures failures, Duration ordinary, Watch watch) {
        this.apartment = apartment;
        this.failures = failures;
        this.ordinary = ordinary;
        this.watch = watch;
    }

    @Override
    public Component<S> of(Call call) {
        return call.watch() == watch ? this : new ApartmentComponent<>(apartment, failures, ordinary, call.watch());
    }

    @Override
    public <R> R call(String what, Duration limit, Function<? super S, ? extends R> task) {
        return apartment.call(
                what, limit, watch, session -> failures.explained(what, () -> task.apply(session), apartment::recycle));
    }

    @Override
    public <R> R call(String what, Function<? super S, ? extends R> task) {
        return call(what, ordinary, task);
    }
}
