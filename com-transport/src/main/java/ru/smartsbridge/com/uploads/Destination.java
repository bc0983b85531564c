package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.ComponentClass;

/**
 * Where an upload goes: what is taken for it, and the component's calls that carry it there. Immutable; what takes a
 * session belongs in the apartment.
 *
 * @param <T> what is added
 */
interface Destination<T> {
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

    /** Whether the base shows nothing of it before the component's End, so that a reset undoes all. */
    boolean hiddenUntilEnd();

    /** What can be known before the component's Begin. */
    default void before(ComSession session, Gathered gathered) {}

    /** The component's calls for one End. */
    Carrier carrier(ComSession session);

    /** The component's calls for one End; closed when that is over. */
    interface Carrier extends AutoCloseable {
        void begin();

        void upload(AutomationObject collection);

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
    void verify(ComSession session, Gathered gathered, BatchEdges edges);
}
