package ru.smartsbridge.com.uploads;

import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.mapping.ComponentClass;

/**
 * Where an upload goes: what is taken for it, and the component's calls that carry it there. Immutable; what takes a
 * session belongs in the apartment.
 *
 * @param <T> what is added
 * @param <S> the session that carries it over
 */
interface Destination<T, S> {
    /** What it fills, by its exact name. */
    UploadTarget target();

    /** The class of what it holds. */
    ComponentClass type();

    /** Whose additional fields those have. */
    FieldOwner owner();

    /**
     * What is to wait for the End.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} for what cannot be taken
     */
    Spooled accepted(T added);

    /** Whether records of one key are merged, where otherwise the later one replaces the earlier. */
    default boolean merges() {
        return false;
    }

    /** Whether there is something besides the key that no two may share. */
    default boolean hasOther() {
        return false;
    }

    /** The key of the text for two that share it. */
    default String twice() {
        throw new IllegalStateException("nothing can come twice");
    }

    /** What is sent for what was spooled. */
    default Properties sent(Properties entity) {
        return entity;
    }

    /** Most that go in one batch. */
    int batch();

    /** When the base shows what was sent. */
    Visibility visibility();

    /** When a base shows what the component was given, which is what a failure on the way is told by. */
    enum Visibility {
        /** At the component's End: a reset undoes all. */
        AT_END,
        /** As it comes. */
        AT_ONCE,
        /** Nobody has seen it. */
        UNKNOWN
    }

    /** What can be known before the component's Begin. */
    default void before(S session, Gathered gathered) {}

    /** The component's calls for one End of all that was gathered. */
    Carrier carrier(S session, Gathered gathered);

    /** The component's calls for one End; closed when that is over. */
    interface Carrier extends AutoCloseable {
        void begin();

        /** Hands over a batch, which is not empty. */
        void upload(List<Properties> batch);

        void end();

        void reset();

        @Override
        void close();
    }

    /**
     * Looks whether all of it arrived.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED} naming what is not there
     */
    void verify(S session, Gathered gathered, BatchEdges edges);
}
