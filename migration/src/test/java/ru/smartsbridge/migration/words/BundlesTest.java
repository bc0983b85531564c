package ru.smartsbridge.migration.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.migration.difference.Hint;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.report.SetResult;

/** What users read is there in both languages, and nothing is there that nobody says. */
class BundlesTest {
    private static final Path RESOURCES = Path.of("src/main/resources/ru/smartsbridge/migration");

    private static Properties read(String name) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(RESOURCES.resolve(name))) {
            texts.load(reader);
        }
        return texts;
    }

    private static TreeSet<String> arguments(String pattern) {
        TreeSet<String> arguments = new TreeSet<>();
        Matcher matcher = Pattern.compile("\\{\\d}").matcher(pattern);
        while (matcher.find()) {
            arguments.add(matcher.group());
        }
        return arguments;
    }

    @Test
    void every_text_is_there_in_both_languages_with_the_same_arguments() throws IOException {
        Properties english = read("messages.properties");
        Properties russian = read("messages_ru.properties");
        assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(russian.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
            assertThat(english.getProperty(key)).as(key).doesNotContainPattern("[А-Яа-яЁё]");
            if (arguments(russian.getProperty(key)).isEmpty()) {
                assertThat(russian.getProperty(key)).as(key).containsPattern("[А-Яа-яЁё]");
            }
        }
    }

    @Test
    void every_text_is_said_somewhere() throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String folder : List.of("src/main/java", "src/main/jte")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    sources.append(Files.readString(file));
                }
            }
        }
        for (String key : read("messages.properties").stringPropertyNames()) {
            String ofPage = key.startsWith("page.") ? key.substring("page.".length()) : key;
            String family = key.substring(0, key.lastIndexOf('.') + 1);
            assertThat(sources.indexOf('"' + key + '"') >= 0
                            || sources.indexOf('"' + ofPage + '"') >= 0
                            || !family.equals("page.") && sources.indexOf('"' + family + '"') >= 0)
                    .as(key)
                    .isTrue();
        }
    }

    @Test
    void every_kind_hint_and_status_has_its_word() {
        Stream.of(
                        Arrays.stream(Kind.values()).map(kind -> "kind." + kind.word()),
                        Arrays.stream(Hint.values()).map(hint -> "hint." + hint.word()),
                        Arrays.stream(SetResult.Status.values()).map(status -> "status." + status.word()))
                .flatMap(keys -> keys)
                .forEach(key -> assertThat(MigrationTexts.text(key).in(Locale.forLanguageTag("ru")))
                        .as(key)
                        .isNotBlank());
    }
}
