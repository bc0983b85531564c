package ru.smartsbridge.com.connector;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** What the vendor's component wrote into its log for a failing call, with long stacks cut to two lines. */
final class LoggedByTheComponent {
    static final String NO_SUCH_HOST = read("no-such-host");
    static final String NO_SUCH_TABLE = read("no-such-table");
    static final String NO_SUCH_MEMBER = read("no-such-member");
    static final String LOGIN_UNKNOWN = read("login-unknown");
    static final String TEXT_ALONE = read("text-alone");
    static final String BROKEN_XML = read("broken-xml");
    static final String LICENCE = read("licence");

    private LoggedByTheComponent() {}

    private static String read(String name) {
        try (InputStream log = LoggedByTheComponent.class.getResourceAsStream(name + ".txt")) {
            return new String(log.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** As the component does it. */
    static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
