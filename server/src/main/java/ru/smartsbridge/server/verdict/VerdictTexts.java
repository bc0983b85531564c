package ru.smartsbridge.server.verdict;

import ru.smartsbridge.api.error.Text;

/** Texts about whether a base may go over to another way. */
final class VerdictTexts {
    private VerdictTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.verdict.messages", key, arguments);
    }
}
