package ru.smartsbridge.sandbox.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The way by which MVStore comes to a {@link SteadyFile}; public because MVStore makes it by reflection. */
public final class SteadyPath extends FilePathWrapper {
    private static final String SCHEME = "steady";

    static {
        FilePath.register(new SteadyPath());
    }

    public SteadyPath() {}

    /** The name under which MVStore opens such a file. */
    static String name(Path path) {
        return SCHEME + ":" + path.toAbsolutePath();
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        return new SteadyFile(new RandomAccessFile(getBase().toString(), mode));
    }
}
