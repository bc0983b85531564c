package ru.smartsbridge.sandbox.uploads;

import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Stored;

/**
 * Where an upload goes and how it gets there. Stateless, thread-safe.
 *
 * @param <T> what is added
 */
interface Destination<T> {
    /** What it fills, by its exact name. */
    UploadTarget target();

    /** The set that it fills. */
    Place place();

    /**
     * What is to wait for the end.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} for what cannot be taken
     */
    Stored accepted(T added);

    /** Makes all that waits visible at once. */
    void apply(Log log);
}
