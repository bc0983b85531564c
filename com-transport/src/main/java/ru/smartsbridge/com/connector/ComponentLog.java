package ru.smartsbridge.com.connector;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The component's own log, the only place where it says why it failed: {@code com_DD_MM_YYYY_N.log}, UTF-8, a new
 * number every 5 MB or so and a new date at midnight [run].
 *
 * <p>Only what was appended after a mark is read, and of that no more than the last {@value #MOST} bytes. A mark costs
 * one look at the size of one file; only a failure has the folder listed. Used by one thread at a time.
 */
final class ComponentLog {
    /** More than any exception that was seen there takes. */
    static final int MOST = 64 * 1024;

    private static final Logger LOG = LoggerFactory.getLogger(ComponentLog.class);
    private static final Pattern NAME =
            Pattern.compile("com_(\\d+)_(\\d+)_(\\d+)_(\\d+)\\.log", Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private Part newest;

    ComponentLog(Path folder) {
        this.folder = folder;
    }

    /** The folder that a Windows machine has it in [run]; empty where the system does not name it. */
    static Optional<Path> usualFolder() {
        return Optional.ofNullable(System.getenv("ProgramData"))
                .filter(data -> !data.isBlank())
                .map(data -> Path.of(data, "Cleverence", "Logs"));
    }

    /**
     * A place in the log.
     *
     * @param file the newest part at that time, null where there was none
     */
    record Mark(Part file, long size) {
        private static final Mark NOWHERE = new Mark(null, -1);
    }

    /** A file of the log; later ones are greater. */
    record Part(Path path, long year, long month, long day, long number) implements Comparable<Part> {
        private static final Comparator<Part> ORDER = Comparator.comparingLong(Part::year)
                .thenComparingLong(Part::month)
                .thenComparingLong(Part::day)
                .thenComparingLong(Part::number);

        static Optional<Part> of(Path path) {
            Matcher name = NAME.matcher(path.getFileName().toString());
            if (!name.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Part(
                        path,
                        Long.parseLong(name.group(3)),
                        Long.parseLong(name.group(2)),
                        Long.parseLong(name.group(1)),
                        Long.parseLong(name.group(4))));
            } catch (NumberFormatException tooLong) {
                return Optional.empty();
            }
        }

        @Override
        public int compareTo(Part other) {
            return ORDER.compare(this, other);
        }
    }

    /** Where the log ends now. A part that was begun since the last look is found when it is needed. */
    Mark mark() {
        try {
            return end();
        } catch (IOException removed) {
            newest = null; // with a part that was removed the others are not new
        }
        try {
            return end();
        } catch (IOException unreadable) {
            LOG.debug("The component's log cannot be looked at", unreadable);
            newest = null;
            return Mark.NOWHERE;
        }
    }

    private Mark end() throws IOException {
        if (newest == null) {
            newest = last(parts());
        }
        return newest == null ? new Mark(null, 0) : new Mark(newest, Files.size(newest.path()));
    }

    private static Part last(List<Part> parts) {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1);
    }

    /** The entries that were appended after the mark, the oldest first; none where the log cannot be read. */
    List<LogEntry> since(Mark mark) {
        if (mark.equals(Mark.NOWHERE)) {
            return List.of(); // what is there may be from long before
        }
        try {
            return LogEntry.parse(appended(mark));
        } catch (IOException unreadable) {
            LOG.warn(
                    "The component's log in {} cannot be read, so its reason for a failure is not known",
                    folder,
                    unreadable);
            return List.of();
        }
    }

    private String appended(Mark mark) throws IOException {
        List<Part> parts = parts();
        StringBuilder text = new StringBuilder();
        int left = MOST;
        for (int i = parts.size() - 1; i >= 0 && left > 0; i--) {
            Part part = parts.get(i);
            if (mark.file() != null && part.compareTo(mark.file()) < 0) {
                break;
            }
            byte[] end = end(part.path(), part.equals(mark.file()) ? mark.size() : 0, left);
            text.insert(0, new String(end, StandardCharsets.UTF_8));
            left -= end.length;
        }
        newest = last(parts);
        return text.toString();
    }

    /** What a file has from {@code from} on, of that the last {@code most} bytes; all of it where it was begun anew. */
    private static byte[] end(Path file, long from, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            long size = channel.size();
            long begin = size < from ? 0 : from;
            channel.position(Math.max(begin, size - most));
            ByteBuffer bytes = ByteBuffer.allocate((int) (size - channel.position()));
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                continue;
            }
            byte[] read = new byte[bytes.position()];
            bytes.flip().get(read);
            return read;
        }
    }

    private List<Part> parts() throws IOException {
        List<Part> parts = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "com_*.log")) {
            files.forEach(file -> Part.of(file).ifPresent(parts::add));
        } catch (NoSuchFileException | NotDirectoryException none) {
            return List.of();
        } catch (DirectoryIteratorException unreadable) {
            throw unreadable.getCause();
        }
        parts.sort(null);
        return parts;
    }
}
