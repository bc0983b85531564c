package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsTest {
    private static final Pattern USED =
            Pattern.compile("SandboxTexts\\s*\\.(?:text|invalid|notFound|conflict)\\(\\s*\"([a-zA-Z.]+)\"");

    @Test
    void every_text_that_is_said_stands_in_both_languages_and_no_other_does() throws IOException {
        assertThat(texts("messages.properties").stringPropertyNames()).isEqualTo(used());
        assertThat(texts("messages_ru.properties").stringPropertyNames()).isEqualTo(used());
    }

    @Test
    void both_languages_tell_the_same_arguments() throws IOException {
        Properties english = texts("messages.properties");
        Properties russian = texts("messages_ru.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(russian.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern, Locale.ROOT).getFormatsByArgumentIndex().length;
    }

    private static Properties texts(String name) throws IOException {
        Properties texts = new Properties();
        try (InputStream bytes = TextsTest.class.getResourceAsStream(name);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = USED.matcher(Files.readString(source));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        return used;
    }
}
