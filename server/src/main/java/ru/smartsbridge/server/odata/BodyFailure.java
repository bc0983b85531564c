package ru.smartsbridge.server.odata;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import ru.smartsbridge.api.error.BridgeException;

/** Tells why a body could not be read to its end. */
final class BodyFailure {
    private BodyFailure() {}

    /** A limit that was passed, and a wait that was too long, come as the cause; anything else is a client that broke off. */
    static BridgeException of(IOException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof BridgeException error) {
                return error;
            }
            if (cause instanceof TimeoutException) {
                return ODataTexts.slow();
            }
        }
        return ODataTexts.invalid("body.broken");
    }
}
