package ru.smartsbridge.api.value;

import java.io.IOException;

/** Text that is not the JSON it should be, with the place where that shows. */
public final class MalformedJson extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final String reason;

    MalformedJson(int line, int column, String reason, Throwable cause) {
        super("line " + line + ", column " + column + ": " + reason, cause);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in bytes of UTF-8. */
    public int column() {
        return column;
    }

    /** What the parser found, in English, without quoting the text itself at length. */
    public String reason() {
        return reason;
    }
}
