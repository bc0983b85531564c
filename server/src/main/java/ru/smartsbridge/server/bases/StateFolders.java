package ru.smartsbridge.server.bases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the ways to a base keep what must outlive the process. Ways that are opened beside others, on a change of the
 * configuration, have folders with the next number; a start goes on with the last one.
 *
 * @param here for what is kept in this process
 * @param worker for what a process of the base's own keeps
 */
record StateFolders(Path here, Path worker) {
    private static final String BASES = "bases";
    private static final String WORKERS = "workers";

    /** The last ones of a base, or new ones beside these. */
    static StateFolders of(Path state, String base, boolean beside) throws IOException {
        int last = Math.max(last(state.resolve(BASES), base), workersLast(state, base));
        int number = beside ? last + 1 : last;
        String suffix = number == 1 ? "" : "." + number;
        StateFolders folders =
                new StateFolders(state.resolve(BASES).resolve(base + suffix), state.resolve(WORKERS + suffix));
        if (beside) {
            Files.createDirectories(folders.here); // taken, so that the next one is another
        }
        return folders;
    }

    private static int last(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 1;
        }
        Pattern numbered = Pattern.compile(Pattern.quote(name) + "\\.([0-9]{1,6})");
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> numbered.matcher(entry.getFileName().toString()))
                    .filter(Matcher::matches)
                    .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                    .max()
                    .orElse(1);
        }
    }

    private static int workersLast(Path state, String base) throws IOException {
        int last = last(state, WORKERS);
        while (last > 1
                && !Files.isDirectory(
                        state.resolve(WORKERS + "." + last).resolve(BASES).resolve(base))) {
            last--;
        }
        return last;
    }
}
