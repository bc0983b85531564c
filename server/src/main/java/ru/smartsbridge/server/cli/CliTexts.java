package ru.smartsbridge.server.cli;

import ru.smartsbridge.api.error.Text;

/** Texts of the command line's bundle. */
final class CliTexts {
    private CliTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.cli.messages", key, arguments);
    }
}
