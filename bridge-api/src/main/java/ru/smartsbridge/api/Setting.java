package ru.smartsbridge.api;

/**
 * A key of a base's section in the configuration.
 *
 * @param name as people write it
 * @param type what its value must be
 * @param secret whether its value is masked wherever it is shown
 */
public record Setting(String name, Type type, boolean secret) {
    /** The forms of a value. */
    public enum Type {
        TEXT,
        /** A number with {@code ms}, {@code s}, {@code m} or {@code h}. */
        DURATION,
        WHOLE_NUMBER,
        FLAG,
        /** A file or folder; a relative one is beside the configuration file. */
        PATH
    }

    /** A plain text. */
    public static Setting text(String name) {
        return new Setting(name, Type.TEXT, false);
    }

    /** A text that is never shown. */
    public static Setting secret(String name) {
        return new Setting(name, Type.TEXT, true);
    }

    /** A length of time. */
    public static Setting duration(String name) {
        return new Setting(name, Type.DURATION, false);
    }

    /** A file or folder. */
    public static Setting path(String name) {
        return new Setting(name, Type.PATH, false);
    }

    /** A whole number. */
    public static Setting number(String name) {
        return new Setting(name, Type.WHOLE_NUMBER, false);
    }

    /** True or false. */
    public static Setting flag(String name) {
        return new Setting(name, Type.FLAG, false);
    }
}
