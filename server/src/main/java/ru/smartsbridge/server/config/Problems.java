package ru.smartsbridge.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ru.smartsbridge.api.error.Text;

/** Gathers what is wrong, so that people are told all of it at once. Not thread-safe. */
final class Problems {
    private final List<Problem> found = new ArrayList<>();

    void add(Origin origin, String key, Text text) {
        found.add(new Problem(origin, key, text));
    }

    void add(Origin origin, String key, String text, Object... arguments) {
        add(origin, key, ConfigTexts.text(text, arguments));
    }

    /** Passes where nothing is wrong. */
    void check() throws ConfigurationException {
        if (!found.isEmpty()) {
            found.sort(Comparator.comparing(Problems::place));
            throw new ConfigurationException(found);
        }
    }

    /** In the order of the file, what was set elsewhere after it. */
    private static long place(Problem problem) {
        return problem.origin() instanceof Origin.InFile place
                ? ((long) place.line() << 32) + place.column()
                : Long.MAX_VALUE;
    }
}
