package ru.smartsbridge.api.error;

/** Texts of bridge-api's own bundle, for what every transport and the façade say in the same words. */
public final class ApiTexts {
    static final String BUNDLE = "ru.smartsbridge.api.messages";

    private ApiTexts() {}

    /** The text of {@code key}. */
    public static Text text(String key, Object... arguments) {
        return Text.of(BUNDLE, key, arguments);
    }

    /** The request is wrong. */
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
