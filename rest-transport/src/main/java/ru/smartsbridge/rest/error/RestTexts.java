package ru.smartsbridge.rest.error;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts of this module's bundle, and errors made of them. */
public final class RestTexts {
    static final String BUNDLE = "ru.smartsbridge.rest.messages";

    private RestTexts() {}

    /** The text of {@code key}. */
    public static Text text(String key, Object... arguments) {
        return Text.of(BUNDLE, key, arguments);
    }

    /** A setting that cannot be used; its key is the error's target. */
    public static BridgeException setting(String name, String key, Object... arguments) {
        return new BridgeException(Category.INVALID_REQUEST, text(key, arguments)).at(name);
    }

    /** The server answered with what cannot be understood or used. */
    public static BridgeException failed(Throwable cause, String key, Object... arguments) {
        return new BridgeException(Category.BACKEND_FAILED, text(key, arguments), cause);
    }
}
