package ru.smartsbridge.server.watch;

import java.time.Duration;
import java.util.Map;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;

/** Asks a base of this bridge from inside, the way that its clients ask. Thread-safe. */
@FunctionalInterface
public interface InnerDoor {
    /**
     * Asks; waits no longer than {@code timeout} for the whole answer.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code TIMED_OUT}, or {@code BACKEND_FAILED} where it is too large
     *     or broke off
     * @throws InterruptedException where the waiting thread is told to end
     */
    ReadAnswer ask(String base, ReadRequest request, Map<String, String> headers, Duration timeout)
            throws InterruptedException;
}
