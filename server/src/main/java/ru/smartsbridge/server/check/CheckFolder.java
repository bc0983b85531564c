package ru.smartsbridge.server.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.files.FolderTree;

/**
 * A folder for one base while it is looked at, removed afterwards.
 *
 * <p>Windows keeps a library that this process has loaded from it until the process ends, so a folder may stay; the
 * next check removes those that are old enough to be nobody's.
 */
public final class CheckFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckFolder.class);
    private static final String PREFIX = "smarts-bridge-check";
    private static final Duration NOBODYS = Duration.ofHours(1);

    private final Path path;

    private CheckFolder(Path path) {
        this.path = path;
    }

    /** A new one beside those of other checks. */
    static CheckFolder in(Path parent) throws IOException {
        removeOld(parent);
        return new CheckFolder(Files.createTempDirectory(parent, PREFIX));
    }

    /** Where the system has temporary files. */
    static CheckFolder temporary() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static void removeOld(Path parent) throws IOException {
        Instant old = Instant.now().minus(NOBODYS);
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.getLastModifiedTime(folder).toInstant().isBefore(old)) {
                    remove(folder);
                }
            }
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        remove(path);
    }

    /** Takes a folder away with all that is in it, as far as the system lets it. */
    public static void remove(Path folder) {
        try {
            FolderTree.remove(folder);
        } catch (IOException held) {
            LOG.debug("The folder {} stays until another check", folder, new UncheckedIOException(held));
        }
    }
}
