package ru.smartsbridge.server.check;

import ru.smartsbridge.api.error.Text;

/** Texts of the check's bundle. */
final class CheckTexts {
    private CheckTexts() {}

    static Words text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.check.messages", key, arguments)::in;
    }
}
