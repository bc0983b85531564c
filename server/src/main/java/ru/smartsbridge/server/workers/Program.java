package ru.smartsbridge.server.workers;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * This program, to be started once more.
 *
 * @param classPath absolute
 * @param main its class
 */
record Program(String classPath, String main) {
    /** System property: the class that a worker begins with, where it is not the program's own. */
    static final String MAIN = "smarts-bridge.worker.main";

    private static final String OWN = "ru.smartsbridge.server.SmartsBridge";
    /** A million products go through 256 MB; the rest is for large documents and many requests. */
    private static final List<String> JVM = List.of("-Xmx512m", "-XX:+ExitOnOutOfMemoryError", "-Xshare:auto");

    /** The one that runs here. */
    static Program running() {
        String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(part -> !part.isEmpty())
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return new Program(classPath, System.getProperty(MAIN, OWN));
    }

    /**
     * The command that has it serve one base, in {@code java} or else in the JVM that runs here.
     *
     * @param spare whether it is to load what it will need before it looks for its order
     */
    List<String> worker(Optional<Path> java, boolean spare) {
        List<String> command = new ArrayList<>();
        command.add(java.orElseGet(Program::own).toString());
        command.addAll(JVM);
        command.addAll(List.of("-cp", classPath, main, "serve", spare ? "--spare-worker" : "--worker"));
        return command;
    }

    private static Path own() {
        boolean windows =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
        return Path.of(System.getProperty("java.home"), "bin", windows ? "java.exe" : "java");
    }
}
