package ru.smartsbridge.com.terminal;

import java.util.Arrays;
import java.util.Optional;

/** What a member of TerminalConnector may be given, by the words that the configuration has for it. */
public enum Argument {
    /** An array with the connection string in it [doc]. */
    CONNECTION("connection", true, false),
    /** The id that the component gives a connection, a text. */
    DEVICE("device", false, true),
    /** A text that the component puts the reason of its last failure into. */
    DESCRIPTION("description", false, true),
    /** An array of the names of columns. */
    FIELDS("fields", true, false),
    /** An array of values, one for each column. */
    VALUES("values", true, false),
    /** The Russian name of a table, a text. */
    TABLE("table", true, true),
    /** Whether what was there before goes, a truth value. */
    OVERWRITE("overwrite", true, false),
    /** Whether an index for searching by words is made, a truth value. */
    FULL_TEXT("fullText", false, false);

    private final String word;
    private final boolean needed;
    private final boolean text;

    Argument(String word, boolean needed, boolean text) {
        this.word = word;
        this.needed = needed;
        this.text = text;
    }

    /** The argument of that word, in any case. */
    static Optional<Argument> of(String word) {
        return Arrays.stream(values())
                .filter(argument -> argument.word.equalsIgnoreCase(word))
                .findFirst();
    }

    /** As it is written in a signature. */
    public String word() {
        return word;
    }

    /** Whether a call that has it cannot do without. */
    boolean isNeeded() {
        return needed;
    }

    /** Whether its value is a text, so that it can be handed over by reference. */
    boolean isText() {
        return text;
    }
}
