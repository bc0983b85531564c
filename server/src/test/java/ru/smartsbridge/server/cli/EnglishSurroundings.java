package ru.smartsbridge.server.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a command finds around it that is typed in a folder by somebody who reads English, without a terminal. */
public final class EnglishSurroundings {
    private EnglishSurroundings() {}

    /** Those of a folder; all that the command prints goes to {@code out}. */
    public static Surroundings in(Path folder, OutputStream out) {
        return new Surroundings(
                Map.of("LANG", "en_US.UTF-8"),
                folder.toAbsolutePath(),
                Optional.empty(),
                "1",
                Locale.ENGLISH,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8,
                false);
    }
}
