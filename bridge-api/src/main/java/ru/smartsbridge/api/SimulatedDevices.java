package ru.smartsbridge.api;

import java.util.Optional;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.model.Document;

/** Handheld terminals that a sandbox plays, so that the exchange can be gone through to its end. */
public interface SimulatedDevices {
    /**
     * Has a device take a document, fill its fact lines and finish it.
     *
     * @param documentId empty: the oldest document that waits for this device or for any
     * @return the finished document with its lines
     * @throws ru.smartsbridge.api.error.BridgeException {@code NOT_FOUND} for an unknown device or document or where
     *     none waits, {@code CONFLICT} where another device has it or it is finished
     */
    Document finish(String deviceId, Optional<String> documentId, Call call);
}
