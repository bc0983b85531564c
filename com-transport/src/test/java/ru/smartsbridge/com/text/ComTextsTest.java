package ru.smartsbridge.com.text;

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

class ComTextsTest {
    private static final Pattern SAID =
            Pattern.compile("ComTexts\\s*\\.(?:text|error)\\(\\s*(?:Category\\.[A-Z_]+,\\s*)?\"([a-zA-Z.]+)\"");

    /** Whatever stands in quotation marks: a key may be chosen before it is said. */
    private static final Pattern QUOTED = Pattern.compile("\"([a-zA-Z.]+)\"");

    @Test
    void every_text_that_is_said_stands_in_both_languages() throws IOException {
        Set<String> said = inSources(SAID);
        assertThat(said).isNotEmpty();
        assertThat(texts("messages.properties").stringPropertyNames()).containsAll(said);
        assertThat(texts("messages_ru.properties").stringPropertyNames()).containsAll(said);
    }

    @Test
    void no_text_stands_there_that_nobody_says() throws IOException {
        Set<String> keys = texts("messages.properties").stringPropertyNames();
        assertThat(inSources(QUOTED)).containsAll(keys);
        assertThat(texts("messages_ru.properties").stringPropertyNames()).isEqualTo(keys);
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
        try (InputStream bytes = ComTextsTest.class.getResourceAsStream("/ru/smartsbridge/com/" + name);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static Set<String> inSources(Pattern pattern) throws IOException {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher matcher = pattern.matcher(Files.readString(source));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        }
        return found;
    }
}
