package ru.smartsbridge.server.openapi;

import ru.smartsbridge.api.error.Text;

/** Texts of the description. */
final class OpenApiTexts {
    private OpenApiTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.openapi.messages", key, arguments);
    }
}
