package ru.smartsbridge.com.jacob;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.text.ComTexts;

/**
 * JACOB's native half, unpacked, checked and loaded into this process.
 *
 * <p>A process tries to load it once, and what came of that stays: after a failed load every later use of JACOB says no
 * more than NoClassDefFoundError, so the first cause is kept and told each time. An instance is the proof that it is
 * there.
 */
public final class NativeLibrary {
    private static final Logger LOG = LoggerFactory.getLogger(NativeLibrary.class);

    private static NativeLibrary loaded;
    private static BridgeException firstCause;

    private final Path file;

    private NativeLibrary(Path file) {
        this.file = file;
    }

    /**
     * Loads the library; where it was tried before, answers what came of that.
     *
     * @param folder where the shipped library is unpacked; made where it is missing
     * @param own a DLL to be used in place of the shipped one
     * @throws BridgeException {@code UNREACHABLE} where a base behind COM cannot be served by this process, and why
     */
    public static synchronized NativeLibrary load(Path folder, Optional<Path> own) {
        if (loaded != null) {
            return loaded;
        }
        if (firstCause != null) {
            throw new BridgeException(firstCause.category(), firstCause.text(), firstCause);
        }
        loaded = new NativeLibrary(probed(own.isPresent() ? chosen(own.get()) : shipped(folder)));
        return loaded;
    }

    /** The DLL that is in use. */
    public Path file() {
        return file;
    }

    /** Of the DLL's bytes, in lower-case hexadecimal. */
    public String sha256() {
        try {
            return Build.digest(Files.readAllBytes(file));
        } catch (IOException e) {
            return "?";
        }
    }

    /** The file or server that Windows has registered under a ProgID for this bitness; empty where there is none. */
    public Optional<String> registered(String progId) {
        return Registration.of(progId);
    }

    private static Path shipped(Path folder) {
        requireWindows();
        Build build = Build.of(System.getProperty("os.arch"))
                .orElseThrow(() -> unusable(null, ComTexts.text("jacob.architecture", System.getProperty("os.arch"))));
        return build.unpacked(folder);
    }

    private static Path chosen(Path own) {
        requireWindows();
        Path file = own.toAbsolutePath();
        if (!Files.isRegularFile(file)) {
            throw unusable(null, ComTexts.text("jacob.own", file));
        }
        return file;
    }

    private static void requireWindows() {
        String system = System.getProperty("os.name");
        if (!system.toLowerCase(Locale.ROOT).startsWith("windows")) {
            throw unusable(null, ComTexts.text("jacob.windows", system));
        }
    }

    /** Loads the file and touches both libraries once, so that what is wrong is known now. */
    private static Path probed(Path file) {
        // Read when JACOB's first class is initialised. Its jar does not know its own version, so without a path it
        // would look for a DLL of a name that is not there.
        System.setProperty("jacob.dll.path", file.toString());
        // JACOB's table would hold the Java half of every object and value until the thread's Release, let go or not.
        // Values are released as soon as they are converted, and of objects there is a table of ours (LivingObjects).
        System.setProperty("com.jacob.includeAllClassesInROT", "false");
        System.setProperty("com.jacob.com.Dispatch.PutInROT", "false");
        System.setProperty("com.jacob.com.Variant.PutInROT", "false");
        System.setProperty("com.jacob.com.SafeArray.PutInROT", "false");
        try {
            Class.forName("com.jacob.com.ComThread", true, NativeLibrary.class.getClassLoader());
            Class.forName("com.sun.jna.Native", true, NativeLibrary.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError | SecurityException failure) {
            firstCause = unusable(
                    failure, ComTexts.text("jacob.load", file, System.getProperty("os.arch"), failure.getMessage()));
            throw firstCause;
        }
        LOG.info("JACOB's native library: {}", file);
        return file;
    }

    static BridgeException unusable(Throwable cause, Text text) {
        return new BridgeException(Category.UNREACHABLE, text, cause);
    }
}
