package ru.smartsbridge.server.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the program finds around itself.
 *
 * @param environment variables of the process
 * @param working the working directory, absolute
 * @param program the folder of the program's jar; empty where it runs from classes
 * @param version of the program
 * @param locale of the system
 * @param out for what was asked for
 * @param err for errors
 * @param charset of both
 * @param coloured whether {@code out} shows colours
 */
public record Surroundings(
        Map<String, String> environment,
        Path working,
        Optional<Path> program,
        String version,
        Locale locale,
        PrintStream out,
        PrintStream err,
        Charset charset,
        boolean coloured) {
    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    /** Those of this process; {@code main} is the class it was started by. */
    public static Surroundings ofProcess(Class<?> main) {
        Map<String, String> environment = System.getenv();
        if (WINDOWS) {
            // names of variables ignore case there
            Map<String, String> ignoringCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            ignoringCase.putAll(environment);
            environment = ignoringCase;
        }
        Charset charset = consoleCharset();
        String version = main.getPackage().getImplementationVersion();
        return new Surroundings(
                environment,
                Path.of("").toAbsolutePath(),
                programFolder(main),
                version == null ? "(development)" : version,
                Locale.getDefault(),
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                atTerminal() && !environment.containsKey("NO_COLOR") && coloured(environment));
    }

    /** What a Windows console expects; everywhere else, and into files, UTF-8 whatever the platform says. */
    public static Charset consoleCharset() {
        Console console = System.console();
        return WINDOWS && console != null && atTerminal() ? console.charset() : StandardCharsets.UTF_8;
    }

    private static boolean coloured(Map<String, String> environment) {
        String terminal = environment.get("TERM");
        return WINDOWS
                ? environment.containsKey("WT_SESSION") || environment.containsKey("ANSICON")
                : terminal != null && !terminal.equals("dumb");
    }

    /** From Java 22 on there is a console even where input or output is redirected, and it tells whether it is one. */
    private static boolean atTerminal() {
        Console console = System.console();
        if (console == null || Runtime.version().feature() < 22) {
            return console != null;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Optional<Path> programFolder(Class<?> main) {
        CodeSource source = main.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            return Files.isRegularFile(jar)
                    ? Optional.ofNullable(jar.toAbsolutePath().getParent())
                    : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException notAFile) {
            return Optional.empty();
        }
    }

    /**
     * The language before the configuration is read: of {@code --set language}, the variable for it, the system's
     * variables, the system.
     *
     * @return Russian, or {@link Locale#ROOT} for English
     */
    Locale language(String... arguments) {
        String chosen = null;
        for (int i = 0; i < arguments.length; i++) {
            String setting = arguments[i].startsWith("--set=")
                    ? arguments[i].substring("--set=".length())
                    : i > 0 && arguments[i - 1].equals("--set") ? arguments[i] : "";
            chosen = setting.startsWith("language=") ? setting.substring("language=".length()) : chosen;
        }
        for (String variable : new String[] {"SMARTS_BRIDGE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = environment.getOrDefault(variable, "");
            chosen = chosen == null && !value.isEmpty() ? value : chosen;
        }
        String language = chosen == null ? locale.getLanguage() : chosen.split("[_.@-]", 2)[0];
        return language.equals("ru") ? Locale.forLanguageTag("ru") : Locale.ROOT;
    }
}
