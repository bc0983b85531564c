package ru.smartsbridge.server.odata;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts about how a request is written. */
final class ODataTexts {
    private static final String BUNDLE = "ru.smartsbridge.server.odata.messages";

    private ODataTexts() {}

    static BridgeException invalid(String key, Object... arguments) {
        return new BridgeException(Category.INVALID_REQUEST, Text.of(BUNDLE, key, arguments));
    }

    static BridgeException notFound(String key, Object... arguments) {
        return new BridgeException(Category.NOT_FOUND, Text.of(BUNDLE, key, arguments));
    }

    static BridgeException slow() {
        return new BridgeException(Category.TOO_SLOW, Text.of(BUNDLE, "body.slow"));
    }

    /** Mobile SMARTS knows it, the typed calls do not yet. */
    static BridgeException unsupported(String key, Object... arguments) {
        return new BridgeException(Category.UNSUPPORTED_HERE, Text.of(BUNDLE, key, arguments));
    }
}
