package ru.smartsbridge.server.compare;

import ru.smartsbridge.api.error.Text;

/** Texts of the comparison's bundle. */
final class CompareTexts {
    private CompareTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.compare.messages", key, arguments);
    }
}
