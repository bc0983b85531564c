package ru.smartsbridge.server.config;

import ru.smartsbridge.api.error.Text;

/** Texts of the configuration's bundle. */
final class ConfigTexts {
    private ConfigTexts() {}

    static Text text(String key, Object... arguments) {
        return Text.of("ru.smartsbridge.server.config.messages", key, arguments);
    }
}
