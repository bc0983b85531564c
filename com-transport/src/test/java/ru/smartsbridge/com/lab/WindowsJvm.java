package ru.smartsbridge.com.lab;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Windows JVM to be started under Wine: what it is given before its start. Not for use by several threads.
 *
 * <p>Its launcher reads the command line in the code page of Windows, so arguments, properties and options must be
 * ASCII here; environment variables and files carry any text.
 */
public final class WindowsJvm {
    private final Lab lab;
    private final List<String> options = new ArrayList<>();
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<Path> classPath = List.of();
    private Path workingDirectory = Path.of("").toAbsolutePath();

    private WindowsJvm(Lab lab) {
        this.lab = lab;
    }

    /** One that writes UTF-8 and finds JACOB's DLL. */
    public static WindowsJvm of(Lab lab) {
        WindowsJvm jvm = new WindowsJvm(lab)
                .property("file.encoding", "UTF-8")
                .property("stdout.encoding", "UTF-8")
                .property("sun.stdout.encoding", "UTF-8")
                .property("stderr.encoding", "UTF-8")
                .property("sun.stderr.encoding", "UTF-8")
                .property("jacob.dll.path", path(lab.jacobDll()));
        // Wine reads variables and names of files in the locale's encoding: without one, Cyrillic is lost.
        return jvm.environment("LC_ALL", "C.UTF-8")
                .environment("WINEPREFIX", lab.winePrefix().toString())
                .environment("WINEARCH", "win64")
                .environment("WINEDEBUG", "-all");
    }

    /** What a Windows program calls a file of this machine: Wine shows the root folder as drive Z. */
    public static String path(Path linux) {
        return "Z:" + linux.toAbsolutePath().normalize().toString().replace('/', '\\');
    }

    /** The class path of the test that runs now: the module, its tests, and all they depend on. */
    public static List<Path> ownClassPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
    }

    public WindowsJvm classPath(Collection<Path> linuxPaths) {
        classPath = List.copyOf(linuxPaths);
        return this;
    }

    public WindowsJvm property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Options of the virtual machine, such as {@code -Xmx256m}. */
    public WindowsJvm options(String... more) {
        options.addAll(List.of(more));
        return this;
    }

    public WindowsJvm environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public WindowsJvm environment(Map<String, String> more) {
        environment.putAll(more);
        return this;
    }

    public WindowsJvm workingDirectory(Path linux) {
        workingDirectory = linux;
        return this;
    }

    /** Starts a class by its name; whoever starts it closes what comes back. */
    public WindowsProcess start(String mainClass, String... arguments) {
        String path = classPath.stream().map(WindowsJvm::path).collect(Collectors.joining(";"));
        return start(Stream.concat(Stream.of("-cp", path, mainClass), Stream.of(arguments)));
    }

    /** Starts an executable jar. */
    public WindowsProcess startJar(Path jar, String... arguments) {
        return start(Stream.concat(Stream.of("-jar", path(jar)), Stream.of(arguments)));
    }

    private WindowsProcess start(Stream<String> program) {
        List<String> command = new ArrayList<>(
                List.of("wine", lab.javaHome().resolve("bin/java.exe").toString()));
        command.addAll(options);
        properties.forEach((name, value) -> command.add("-D" + name + "=" + value));
        program.forEach(command::add);
        command.forEach(WindowsJvm::demandAscii);
        // Tells this process and those it starts from all others.
        String run = UUID.randomUUID().toString();
        try {
            Path output = Files.createTempFile("windows-jvm-", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(workingDirectory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .redirectInput(new File("/dev/null"));
            builder.environment().putAll(environment);
            builder.environment().put(WindowsProcess.RUN, run);
            return new WindowsProcess(builder.start(), run, output);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + command, e);
        }
    }

    private static void demandAscii(String word) {
        if (!StandardCharsets.US_ASCII.newEncoder().canEncode(word)) {
            throw new IllegalArgumentException(
                    "on a command line of Windows this would be garbled, use a variable or a file: " + word);
        }
    }
}
