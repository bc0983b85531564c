package ru.smartsbridge.server.uploads;

import java.io.IOException;
import java.nio.file.Path;
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

    static BridgeException stateFolder(Path file, IOException cause) {
        return new BridgeException(Category.INTERNAL, Text.of(BUNDLE, "note.unwritable", file), cause);
    }
}
