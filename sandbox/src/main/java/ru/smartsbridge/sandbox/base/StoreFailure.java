package ru.smartsbridge.sandbox.base;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.sandbox.error.SandboxTexts;

/** Trouble of the store as the error that its callers expect. */
public final class StoreFailure {
    private StoreFailure() {}

    /** A closed base was not reached; anything else is a failure of the backend, which the sandbox itself is. */
    public static BridgeException of(MVStoreException e) {
        if (e.getErrorCode() == DataUtils.ERROR_CLOSED) {
            return new BridgeException(Category.UNREACHABLE, SandboxTexts.text("store.closed"), e);
        }
        return new BridgeException(Category.BACKEND_FAILED, SandboxTexts.text("store.failed", e.getMessage()), e);
    }
}
