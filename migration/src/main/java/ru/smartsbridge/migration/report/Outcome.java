package ru.smartsbridge.migration.report;

import java.util.Locale;

/** The answer to the one question. */
public enum Outcome {
    /** Everything of the plan was compared, and nothing differs. */
    MAY_SWITCH(0),
    /** Everything of the plan was compared, and something differs. */
    DIFFERS(1),
    /** Something of the plan could not be compared, whatever the rest says. */
    NOT_COMPARED(2);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What a process ends with that gave this answer. */
    public int exitCode() {
        return exitCode;
    }

    /** As reports for programs write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
