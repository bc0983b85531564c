package ru.smartsbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What users read is there in both languages, and nothing is there that nobody says. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final String MESSAGES = "messages.properties";

    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            return files.filter(file -> file.endsWith(MESSAGES)).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_there_in_both_languages_with_the_same_arguments(Path english) throws IOException {
        Properties texts = read(english);
        Properties russian = read(english.resolveSibling("messages_ru.properties"));
        assertThat(russian.stringPropertyNames()).isEqualTo(texts.stringPropertyNames());
        for (String key : texts.stringPropertyNames()) {
            assertThat(arguments(russian.getProperty(key))).as(key).isEqualTo(arguments(texts.getProperty(key)));
            assertThat(russian.getProperty(key)).as(key).containsPattern("[А-Яа-яЁё]");
            assertThat(texts.getProperty(key)).as(key).doesNotContainPattern("[А-Яа-яЁё]");
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void every_text_is_said_somewhere(Path english) throws IOException {
        String sources = sources();
        assertThat(read(english).stringPropertyNames())
                .allSatisfy(key -> assertThat(sources)
                        .satisfiesAnyOf(
                                text -> assertThat(text).contains('"' + key + '"'),
                                text -> assertThat(text).contains('"' + key.substring(0, key.lastIndexOf('.')) + '"'),
                                text -> assertThat(text)
                                        .contains('"' + key.substring(0, key.lastIndexOf('.') + 1) + '"')));
    }

    private static TreeSet<Integer> arguments(String pattern) {
        MessageFormat format = new MessageFormat(pattern);
        Format[] byIndex = format.getFormatsByArgumentIndex();
        TreeSet<Integer> used = new TreeSet<>();
        for (int i = 0; i < byIndex.length; i++) {
            if (pattern.contains("{" + i + "}")) {
                used.add(i);
            }
        }
        return used;
    }

    private static Properties read(Path bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            texts.load(reader);
        }
        return texts;
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> {
                        try {
                            return Files.readString(file);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .collect(Collectors.joining());
        }
    }
}
