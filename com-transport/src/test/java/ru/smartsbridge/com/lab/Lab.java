package ru.smartsbridge.com.lab;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * What {@code com-transport/lab/setup.sh} has made: a Windows JVM, a Wine prefix in which the stand-in is registered,
 * JACOB's DLL, and the bases to begin with.
 *
 * @param javaHome the Windows JVM, as a Linux path
 * @param winePrefix {@code WINEPREFIX}
 * @param jacobDll JACOB's DLL, as a Linux path
 * @param seed a base of «Склад 15» shape in the component's XML
 * @param oddSeed a base with names and gaps that nobody foresaw
 */
public record Lab(Path javaHome, Path winePrefix, Path jacobDll, Path seed, Path oddSeed) {
    private static final String SETUP = "com-transport/lab/setup.sh";

    /** The lab in its place, whole, or why not. */
    sealed interface Found {
        record Whole(Lab lab) implements Found {}

        /** What is missing, in one line. */
        record Missing(String reason) implements Found {}
    }

    /**
     * The lab for a test that needs it.
     *
     * <p>{@code -Dlab=required} fails the test where there is none, {@code auto} (the default) and {@code off} abort
     * it, with the reason on the console, once.
     */
    public static Lab forTests() {
        try {
            return LabUse.of(System.getProperty("lab")).decide(() -> in(folder()));
        } catch (TestAbortedException leftOut) {
            LabUse.tell(leftOut);
            throw leftOut;
        }
    }

    /** {@code -Dlab.dir}, else the environment's {@code COM_LAB}, else {@code .lab} in the project's root. */
    private static Path folder() {
        return Optional.ofNullable(System.getProperty("lab.dir"))
                .or(() -> Optional.ofNullable(System.getenv("COM_LAB")))
                .map(Path::of)
                .orElseGet(() -> projectRoot().resolve(".lab"))
                .toAbsolutePath()
                .normalize();
    }

    private static Path projectRoot() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.iterate(here, Path::getParent)
                .takeWhile(folder -> folder != null)
                .filter(folder -> Files.exists(folder.resolve(SETUP)))
                .findFirst()
                .orElse(here);
    }

    /** The lab that was set up in that folder. */
    static Found in(Path folder) {
        Path file = folder.resolve("lab.properties");
        if (!Files.exists(file)) {
            return new Found.Missing("there is no lab in " + folder + "; " + SETUP + " sets it up");
        }
        Properties places = read(file);
        for (String name : new String[] {"java.home", "wine.prefix", "jacob.dll", "standin.home", "standin.home.odd"}) {
            String place = places.getProperty(name);
            if (place == null || !Files.exists(Path.of(place))) {
                return new Found.Missing("the lab in " + folder + " lacks its " + name + "; " + SETUP + " mends it");
            }
        }
        return new Found.Whole(new Lab(
                Path.of(places.getProperty("java.home")),
                Path.of(places.getProperty("wine.prefix")),
                Path.of(places.getProperty("jacob.dll")),
                Path.of(places.getProperty("standin.home")),
                Path.of(places.getProperty("standin.home.odd"))));
    }

    private static Properties read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
