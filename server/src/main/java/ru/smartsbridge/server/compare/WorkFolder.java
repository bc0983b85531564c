package ru.smartsbridge.server.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.files.FolderTree;

/** A folder for what a comparison needs while it runs, removed afterwards. */
final class WorkFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(WorkFolder.class);

    private final Path path;

    private WorkFolder(Path path) {
        this.path = path;
    }

    /** A new one; {@code parent} is made where it is missing. */
    static WorkFolder in(Path parent) throws IOException {
        Files.createDirectories(parent);
        return new WorkFolder(Files.createTempDirectory(parent, "work"));
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            FolderTree.remove(path);
        } catch (IOException held) {
            LOG.warn("The folder {} of a comparison could not be removed: {}", path, held.toString());
        }
    }
}
