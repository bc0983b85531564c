package ru.smartsbridge.api.upload;

import java.util.Iterator;
import ru.smartsbridge.api.call.Call;

/**
 * An upload that was begun and has not ended. Nothing of it is visible before {@link #end}.
 *
 * <p>Used by one thread at a time. After {@code end} or {@code reset} it is not used again; an {@code end} that fails
 * with a category other than {@code BACKEND_FAILED} or {@code TIMED_OUT} has done nothing and may be repeated.
 *
 * @param <T> what is added
 */
public interface Upload<T> {
    /**
     * Adds what the iterator gives, all of it or nothing: where the iterator or the base fails midway, the upload
     * stands as before this call. Takes it in batches, never as a whole.
     *
     * @return how many were taken
     */
    long add(Iterator<? extends T> entities, Call call);

    /** Makes what was added visible at once; what the base has acknowledged is acknowledged, nothing before. */
    void end(Call call);

    /** Drops what was added. Never fails because there is nothing to drop. */
    void reset(Call call);

    /**
     * Whether it is still open after an End that failed with an unknown outcome, so that the same can be ended once more;
     * never by anybody but who holds it.
     */
    default boolean canEndAgain() {
        return false;
    }
}
