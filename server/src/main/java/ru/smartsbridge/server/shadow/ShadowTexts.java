package ru.smartsbridge.server.shadow;

import ru.smartsbridge.api.error.Text;

/** Texts about candidates whose answers are compared. */
final class ShadowTexts {
    private ShadowTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.shadow.messages", key, arguments);
    }
}
