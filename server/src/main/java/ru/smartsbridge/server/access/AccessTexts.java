package ru.smartsbridge.server.access;

import ru.smartsbridge.api.error.Text;

/** Texts about who may ask. */
final class AccessTexts {
    private AccessTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.access.messages", key, arguments);
    }
}
