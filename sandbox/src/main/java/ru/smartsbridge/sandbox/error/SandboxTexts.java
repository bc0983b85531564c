package ru.smartsbridge.sandbox.error;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** What the sandbox says in words of its own. */
public final class SandboxTexts {
    private static final String BUNDLE = "ru.smartsbridge.sandbox.messages";

    private SandboxTexts() {}

    /** The text of {@code key}. */
    public static Text text(String key, Object... arguments) {
        return Text.of(BUNDLE, key, arguments);
    }

    /** The request or the configuration is wrong. */
    public static BridgeException invalid(String key, Object... arguments) {
        return new BridgeException(Category.INVALID_REQUEST, text(key, arguments));
    }

    /** What was asked for is not there. */
    public static BridgeException notFound(String key, Object... arguments) {
        return new BridgeException(Category.NOT_FOUND, text(key, arguments));
    }

    /** The state forbids it. */
    public static BridgeException conflict(String key, Object... arguments) {
        return new BridgeException(Category.CONFLICT, text(key, arguments));
    }
}
