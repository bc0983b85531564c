package ru.smartsbridge.migration.words;

import ru.smartsbridge.api.error.Text;

/** What a comparison says in words of its own. */
public final class MigrationTexts {
    /** The resource bundle of this module. */
    public static final String BUNDLE = "ru.smartsbridge.migration.messages";

    private MigrationTexts() {}

    /** The text of {@code key}. */
    public static Text text(String key, Object... arguments) {
        return Text.of(BUNDLE, key, arguments);
    }
}
