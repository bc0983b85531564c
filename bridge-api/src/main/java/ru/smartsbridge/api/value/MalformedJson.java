package ru.smartsbridge.api.value;

import java.io.IOException;
import ru.smartsbridge.api.error.Text;

/** Text that is not the JSON it should be, with the place where that shows. */
public final class MalformedJson extends IOException {
    private static final long serialVersionUID = 1L;

    private final int line;
    private final int column;
    private final transient Text reason;

    MalformedJson(int line, int column, Text reason, Throwable cause) {
        super("line " + line + ", column " + column + ": " + reason, cause);
        this.line = line;
        this.column = column;
        this.reason = reason;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** From 1, in characters. */
    public int column() {
        return column;
    }

    /** What is wrong there, without quoting the text itself at length. */
    public Text reason() {
        return reason == null ? Text.verbatim(getMessage()) : reason;
    }
}
