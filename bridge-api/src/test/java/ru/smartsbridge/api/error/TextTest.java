package ru.smartsbridge.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Text EXISTS = ApiTexts.text("entity.exists", "Docs", 1234567);

    private static Properties bundle(String language) throws IOException {
        String name = "/ru/smartsbridge/api/messages" + language + ".properties";
        try (Reader reader = new InputStreamReader(Text.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
            Properties bundle = new Properties();
            bundle.load(reader);
            return bundle;
        }
    }

    private static Set<String> placeholders(String pattern) {
        return Pattern.compile("\\{\\d+}")
                .matcher(pattern)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void every_sentence_is_there_in_both_languages_with_the_same_arguments() throws IOException {
        Properties english = bundle("");
        Properties russian = bundle("_ru");
        assertThat(russian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(russian.getProperty(key)))
                    .as(key)
                    .isEqualTo(placeholders(english.getProperty(key)));
        }
    }

    @Test
    void every_sentence_can_be_said_and_shows_all_its_arguments() throws IOException {
        for (String key : bundle("").stringPropertyNames()) {
            Object[] arguments =
                    IntStream.range(0, 5).mapToObj(i -> "<" + i + ">").toArray();
            for (Locale locale : List.of(Locale.ROOT, RUSSIAN)) {
                String pattern = bundle(locale.equals(RUSSIAN) ? "_ru" : "").getProperty(key);
                String sentence = ApiTexts.text(key, arguments).in(locale);
                assertThat(placeholders(sentence)).as(key).isEmpty();
                placeholders(pattern)
                        .forEach(placeholder -> assertThat(sentence).contains("<" + placeholder.charAt(1) + ">"));
            }
        }
    }

    @Test
    void every_key_that_the_sources_name_is_there() throws IOException {
        Properties english = bundle("");
        Set<String> groups = english.stringPropertyNames().stream()
                .map(key -> key.split("\\.")[0])
                .collect(Collectors.toSet());
        Pattern literal = Pattern.compile("\"((" + String.join("|", groups) + ")\\.[A-Za-z]+(\\.[A-Za-z]+)*)\"");
        Set<String> used = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(path -> path.toString().endsWith(".java")).toList()) {
                literal.matcher(Files.readString(source)).results().forEach(match -> used.add(match.group(1)));
            }
        }
        used.remove("product.id"); // a column, not a sentence
        assertThat(used).hasSizeGreaterThan(10).isSubsetOf(english.stringPropertyNames());
    }

    @Test
    void a_text_speaks_the_readers_language() {
        assertThat(EXISTS.in(RUSSIAN)).isEqualTo("«1234567» уже есть в Docs");
        assertThat(EXISTS.in(Locale.forLanguageTag("ru-RU"))).isEqualTo(EXISTS.in(RUSSIAN));
        assertThat(EXISTS.in(Locale.ENGLISH)).isEqualTo("'1234567' is in Docs already");
        assertThat(EXISTS.in(Locale.GERMAN)).isEqualTo(EXISTS.in(Locale.ENGLISH));
        assertThat(EXISTS.toString()).isEqualTo(EXISTS.in(Locale.ENGLISH));
    }

    @Test
    void the_machines_own_language_changes_nothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(RUSSIAN);
            java.util.ResourceBundle.clearCache();
            assertThat(EXISTS.in(Locale.ENGLISH)).isEqualTo("'1234567' is in Docs already");
            assertThat(EXISTS.in(Locale.ROOT)).isEqualTo("'1234567' is in Docs already");
            assertThat(new BridgeException(Category.CONFLICT, EXISTS)).hasMessage("'1234567' is in Docs already");
            Locale.setDefault(Locale.ENGLISH);
            java.util.ResourceBundle.clearCache();
            assertThat(EXISTS.in(RUSSIAN)).isEqualTo("«1234567» уже есть в Docs");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void arguments_are_not_patterns() {
        assertThat(ApiTexts.text("set.unknown", "{1} ''").in(Locale.ROOT)).contains("'{1} '''");
        assertThat(Text.verbatim("server's {0}").in(RUSSIAN)).isEqualTo("server's {0}");
    }

    @Test
    void an_error_keeps_category_target_and_cause() {
        IllegalStateException cause = new IllegalStateException("cause");
        BridgeException error = new BridgeException(Category.BACKEND_FAILED, EXISTS, cause).at("name");
        assertThat(error).hasCause(cause);
        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.target()).hasValue("name");
        assertThat(error.text()).isEqualTo(EXISTS);
        assertThat(new BridgeException(Category.CONFLICT, EXISTS).target()).isEmpty();
    }
}
