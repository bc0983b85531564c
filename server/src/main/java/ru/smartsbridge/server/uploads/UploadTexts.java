package ru.smartsbridge.server.uploads;

import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;

/** Texts about uploads. */
final class UploadTexts {
    private static final String BUNDLE = "ru.smartsbridge.server.uploads.messages";

    private UploadTexts() {}

    static BridgeException conflict(String key, Object... arguments) {
        return new BridgeException(Category.CONFLICT, Text.of(BUNDLE, key, arguments));
    }
}
