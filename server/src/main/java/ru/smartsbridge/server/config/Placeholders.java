package ru.smartsbridge.server.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Fills <code>${NAME}</code> and <code>${file:PATH}</code> in; <code>$${</code> stands for the two characters themselves. */
final class Placeholders {
    private static final String FILE = "file:";
    /** Far more than a secret; keeps a device or a database named by mistake out of memory. */
    private static final int MOST = 64 * 1024;

    private final Map<String, String> environment;
    private final Folders folders;
    private final Problems problems;

    Placeholders(Map<String, String> environment, Folders folders, Problems problems) {
        this.environment = environment;
        this.folders = folders;
        this.problems = problems;
    }

    /** The value filled in; empty where that cannot be done, which is then among the problems. */
    Optional<String> fill(String text, Origin origin, String key) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int dollar = text.indexOf("${"); dollar >= 0; dollar = text.indexOf("${", at)) {
            if (dollar > at && text.charAt(dollar - 1) == '$') {
                filled.append(text, at, dollar - 1).append("${");
                at = dollar + 2;
                continue;
            }
            int end = text.indexOf('}', dollar);
            if (end < 0) {
                problems.add(origin, key, "placeholder.open");
                return Optional.empty();
            }
            filled.append(text, at, dollar);
            Optional<String> value = value(text.substring(dollar + 2, end), origin, key);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            filled.append(value.get());
            at = end + 1;
        }
        return Optional.of(filled.append(text.substring(at)).toString());
    }

    private Optional<String> value(String name, Origin origin, String key) {
        if (name.startsWith(FILE)) {
            return content(name.substring(FILE.length()), origin, key);
        }
        Optional<String> value = Optional.ofNullable(environment.get(name));
        if (value.isEmpty()) {
            problems.add(origin, key, "placeholder.unset", name);
        }
        return value;
    }

    private Optional<String> content(String path, Origin origin, String key) {
        try {
            Path file = folders.of(origin).resolve(path);
            byte[] bytes;
            try (InputStream in = Files.newInputStream(file)) {
                bytes = in.readNBytes(MOST + 1);
            }
            if (bytes.length > MOST) {
                problems.add(origin, key, "placeholder.large", file, MOST / 1024);
                return Optional.empty();
            }
            String content = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(content.replaceFirst("^\uFEFF", "").replaceFirst("\r?\n\\z", ""));
        } catch (IOException | InvalidPathException unreadable) {
            problems.add(origin, key, "placeholder.file", path, unreadable);
            return Optional.empty();
        }
    }
}
