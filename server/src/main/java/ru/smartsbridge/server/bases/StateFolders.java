package ru.smartsbridge.server.bases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.files.FolderTree;
import ru.smartsbridge.server.uploads.OpenUploads;

/**
 * Where the ways to a base keep what must outlive the process. Ways that are opened beside others, on a change of the
 * configuration, have folders with the next number; a start goes on with the last one.
 *
 * @param here for what is kept in this process
 * @param worker for what a process of the base's own keeps
 * @param ofWorker the part of it that is the base's
 */
record StateFolders(Path here, Path worker, Path ofWorker) {
    private static final Logger LOG = LoggerFactory.getLogger(StateFolders.class);

    private static final String BASES = "bases";
    private static final String WORKERS = "workers";

    /** The last ones of a base, or new ones beside these. */
    static StateFolders of(Path state, String base, boolean beside) throws IOException {
        int last = Math.max(last(state.resolve(BASES), base), workersLast(state, base));
        int number = beside ? last + 1 : last;
        String suffix = number == 1 ? "" : "." + number;
        Path worker = state.resolve(WORKERS + suffix);
        StateFolders folders = new StateFolders(
                state.resolve(BASES).resolve(base + suffix),
                worker,
                worker.resolve(BASES).resolve(base));
        if (beside) {
            Files.createDirectories(folders.here); // taken, so that the next one is another
        }
        return folders;
    }

    /** Removes what ways have left that are closed for good; but for a folder in which an upload is noted. */
    void remove() {
        for (Path folder : List.of(here, ofWorker)) {
            try {
                if (OpenUploads.nothingNoted(folder)) {
                    FolderTree.remove(folder);
                }
            } catch (IOException held) {
                LOG.warn("The folder {} of a former way could not be removed: {}", folder, held.toString());
            }
        }
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
