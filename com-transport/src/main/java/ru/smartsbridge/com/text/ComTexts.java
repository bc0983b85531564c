package ru.smartsbridge.com.text;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts of the COM transport's bundle. */
public final class ComTexts {
    static final String BUNDLE = "ru.smartsbridge.com.messages";

    private ComTexts() {}

    /** The text of {@code key}. */
    public static Text text(String key, Object... arguments) {
        return Text.of(BUNDLE, key, arguments);
    }

    /** An error of {@code category} that says {@code key}. */
    public static BridgeException error(Category category, String key, Object... arguments) {
        return new BridgeException(category, text(key, arguments));
    }
}
