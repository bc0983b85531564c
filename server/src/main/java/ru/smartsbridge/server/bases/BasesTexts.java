package ru.smartsbridge.server.bases;

import ru.smartsbridge.api.error.Text;

/** Texts about which way serves a base. */
final class BasesTexts {
    private BasesTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.bases.messages", key, arguments);
    }
}
