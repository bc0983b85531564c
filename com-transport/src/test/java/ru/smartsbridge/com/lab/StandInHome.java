package ru.smartsbridge.com.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder for one test, out of which the stand-in component works: its bases, the faults it is to make, the journal of
 * its calls, its log. See {@code com-transport/lab/standin} for what its files mean.
 */
public final class StandInHome {
    private final Path folder;
    private final String baseId;

    private StandInHome(Path folder, String baseId) {
        this.folder = folder;
        this.baseId = baseId;
    }

    /**
     * A home with one base.
     *
     * @param folder an empty folder
     * @param seed the base to begin with, which is copied
     */
    public static StandInHome create(Path folder, Path seed) {
        StandInHome home = new StandInHome(folder, UUID.randomUUID().toString());
        home.addBase(home.baseId, seed);
        return home;
    }

    /** One more base. */
    public void addBase(String id, Path seed) {
        Path base = folder.resolve("bases").resolve(id);
        try (Stream<Path> files = Files.walk(seed)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = base.resolve(seed.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot copy " + seed + " to " + base, e);
        }
    }

    /** From now on the first base asks for an account: this one, and those that were named before. */
    public void account(String login, String password, String token) {
        Path file = folder.resolve("bases").resolve(baseId).resolve("accounts.txt");
        try {
            String line = String.join("\t", login, password, token) + "\n";
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** What {@code SelectCurrentApp} takes. */
    public String baseId() {
        return baseId;
    }

    public Path folder() {
        return folder;
    }

    /** The folder of the component's log, as the bridge's configuration names it. */
    public Path logs() {
        return folder.resolve("Logs");
    }

    /** The variables that a process needs in order to work here. */
    public Map<String, String> environment() {
        return Map.of("STANDIN_HOME", WindowsJvm.path(folder));
    }

    /**
     * Orders faults, in place of those ordered before; none of them is forgotten by itself.
     *
     * @param faults lines such as {@code StorageConnector.GetDocuments@2 hresult 0x800706BA}
     */
    public void order(String... faults) {
        Path file = folder.resolve("control.txt");
        try {
            // In one step: the component reads the file whenever it has changed.
            Path written = Files.writeString(folder.resolve("control.new"), String.join("\n", faults) + "\n");
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** From now on every call is told, at the latest those that come in a second. */
    public void trace() {
        try {
            Files.writeString(folder.resolve("trace"), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** How many calls of a {@code Class.Member} were told to have begun, in all processes. */
    public long traced(String member) {
        return filesOf("trace").stream()
                .flatMap(StandInHome::lines)
                .filter(member::equals)
                .count();
    }

    /**
     * What the component's processes counted, all together.
     *
     * @param crossings calls that crossed the border
     * @param live objects that were there in the end
     * @param calls calls of each {@code Class.Member}
     */
    public record Journal(long crossings, long live, Map<String, Long> calls) {
        private Journal and(String line) {
            String[] words = line.split(" ");
            return switch (words[0]) {
                case "crossings" -> new Journal(crossings + Long.parseLong(words[1]), live, calls);
                case "live" -> new Journal(crossings, live + Long.parseLong(words[1]), calls);
                case "call" -> {
                    Map<String, Long> more = new TreeMap<>(calls);
                    more.merge(words[1], Long.parseLong(words[2]), Long::sum);
                    yield new Journal(crossings, live, more);
                }
                default -> this;
            };
        }
    }

    /** The journals that were written so far: by each process at its end, and when it was told to. */
    public Journal journal() {
        Journal journal = new Journal(0, 0, Map.of());
        for (Path file : filesOf("journal")) {
            for (String line : lines(file).toList()) {
                journal = journal.and(line);
            }
        }
        return journal;
    }

    /** One of each process. */
    private List<Path> filesOf(String kind) {
        var name = FileSystems.getDefault().getPathMatcher("glob:" + kind + "-*.txt");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> name.matches(file.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
