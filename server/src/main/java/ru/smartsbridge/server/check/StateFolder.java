package ru.smartsbridge.server.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Looks whether the state folder is there, or can be made, and can be written. */
final class StateFolder {
    private static final String SUBJECT = "state";

    private StateFolder() {}

    /** Writes a file where the state is to be, and removes it; makes no folder that would stay. */
    static Finding look(Path state) {
        Path there = state;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (there == null || !Files.isDirectory(there)) {
            return Finding.fail(
                    SUBJECT,
                    CheckTexts.text("state.noFolder", there == null ? state : there),
                    CheckTexts.text("state.advice"));
        }
        try {
            Files.delete(Files.createTempFile(there, "check", ".tmp"));
        } catch (IOException unwritable) {
            return Finding.fail(
                    SUBJECT, CheckTexts.text("state.unwritable", there, unwritable), CheckTexts.text("state.advice"));
        }
        return Finding.ok(SUBJECT, CheckTexts.text(there.equals(state) ? "state.there" : "state.toBeMade", state));
    }
}
