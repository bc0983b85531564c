package ru.smartsbridge.api;

import java.util.List;

/**
 * A key of a base's section in the configuration.
 *
 * @param name as people write it
 * @param type what its value must be
 * @param secret whether its value is masked wherever it is shown
 * @param words the values that a {@link Type#WORD} may have; none for the other types
 */
public record Setting(String name, Type type, boolean secret, List<String> words) {
    public Setting {
        words = List.copyOf(words);
    }

    private Setting(String name, Type type) {
        this(name, type, false, List.of());
    }

    /** The forms of a value. */
    public enum Type {
        TEXT,
        /** A number with {@code ms}, {@code s}, {@code m} or {@code h}. */
        DURATION,
        WHOLE_NUMBER,
        FLAG,
        /** A file or folder; a relative one is beside the configuration file. */
        PATH,
        /** One of a few words, to the letter. */
        WORD,
        /** A mapping of any names to texts. */
        NAMES
    }

    /** A plain text. */
    public static Setting text(String name) {
        return new Setting(name, Type.TEXT);
    }

    /** A text that is never shown. */
    public static Setting secret(String name) {
        return new Setting(name, Type.TEXT, true, List.of());
    }

    /** A length of time. */
    public static Setting duration(String name) {
        return new Setting(name, Type.DURATION);
    }

    /** A file or folder. */
    public static Setting path(String name) {
        return new Setting(name, Type.PATH);
    }

    /** A whole number. */
    public static Setting number(String name) {
        return new Setting(name, Type.WHOLE_NUMBER);
    }

    /** True or false. */
    public static Setting flag(String name) {
        return new Setting(name, Type.FLAG);
    }

    /** One of these words. */
    public static Setting word(String name, String... words) {
        return new Setting(name, Type.WORD, false, List.of(words));
    }

    /** Names and what each stands for. */
    public static Setting names(String name) {
        return new Setting(name, Type.NAMES);
    }
}
