package ru.smartsbridge.rest.error;

import java.util.Set;
import ru.smartsbridge.api.error.BridgeException;

/** The status behind an error, as its cause: for the log, and for the few calls where a refusal is an answer. */
final class RefusedStatus extends Exception {
    private static final long serialVersionUID = 1L;

    private final int status;

    RefusedStatus(int status) {
        super("the server answered " + status, null, false, false);
        this.status = status;
    }

    static boolean among(BridgeException error, Set<Integer> statuses) {
        return error.getCause() instanceof RefusedStatus refused && statuses.contains(refused.status);
    }
}
