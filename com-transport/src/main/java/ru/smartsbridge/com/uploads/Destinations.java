package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.com.mapping.EntityMapping;

/**
 * What a component takes uploads of. Thread-safe.
 *
 * @param <S> the session that carries them over
 */
interface Destinations<S> {
    /**
     * Where a plan goes.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code NOT_FOUND} for a table or warehouse that the base does not
     *     have, {@code INVALID_REQUEST} for columns that it does not know
     */
    <T> Destination<T, S> of(UploadPlan<T> plan);

    /** By what the base declares now. */
    EntityMapping mapping();
}
