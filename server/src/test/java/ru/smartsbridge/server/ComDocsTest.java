package ru.smartsbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.SetKind;

/** What docs/com.md and docs/com.ru.md say of keys and capabilities is what the COM transport itself says. */
class ComDocsTest {
    /** A language that the documentation is written in, with the words of its tables. */
    enum Language {
        ENGLISH(
                "com.md",
                Locale.ENGLISH,
                "key",
                "set",
                "any other",
                "yes",
                "no",
                "Navigations that are not followed, since"),
        RUSSIAN(
                "com.ru.md",
                Locale.forLanguageTag("ru"),
                "ключ",
                "набор",
                "остальные",
                "да",
                "нет",
                "Навигации, по которым мост не идёт:");

        private final String file;
        private final Locale locale;
        private final String key;
        private final String set;
        private final String other;
        private final String yes;
        private final String no;
        private final String navigations;

        Language(
                String file,
                Locale locale,
                String key,
                String set,
                String other,
                String yes,
                String no,
                String navigations) {
            this.file = file;
            this.locale = locale;
            this.key = key;
            this.set = set;
            this.other = other;
            this.yes = yes;
            this.no = no;
            this.navigations = navigations;
        }

        private Path docs() {
            return Path.of("../docs", file);
        }
    }

    private final TransportProvider com = ServiceLoader.load(TransportProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.kind().equals("com"))
            .findFirst()
            .orElseThrow();

    @ParameterizedTest
    @EnumSource
    void every_key_of_the_section_is_explained_and_no_other(Language language) throws Exception {
        List<String> explained = Files.readAllLines(language.docs()).stream()
                .dropWhile(line -> !line.startsWith("| " + language.key + " |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> Stream.of(line.split("\\|")[1].replace("`", "").split(",")))
                .map(String::trim)
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        com.settings().stream().map(Setting::name).toList());
    }

    @ParameterizedTest
    @EnumSource
    void what_com_cannot_do_is_printed_set_by_set(Language language, @TempDir Path state) throws Exception {
        Map<String, Object> section = Map.of("connection", "nobody-is-asked", "isolation", "none");
        try (Transport transport = com.open(new BaseSettings("main", ZoneId.of("UTC"), state, section))) {
            assertThat(Files.readString(language.docs()))
                    .contains("<!-- capabilities -->\n" + printed(transport.capabilities(), language)
                            + "<!-- /capabilities -->");
        }
    }

    @Test
    void both_languages_have_the_same_sections_in_the_same_order_of_levels() throws Exception {
        assertThat(levels(Language.RUSSIAN)).isEqualTo(levels(Language.ENGLISH));
    }

    private static List<Integer> levels(Language language) throws Exception {
        boolean[] code = {false};
        return Files.readAllLines(language.docs()).stream()
                .filter(line -> {
                    code[0] ^= line.startsWith("```");
                    return !code[0] && line.startsWith("#");
                })
                .map(line -> line.indexOf(' '))
                .toList();
    }

    private static String printed(Capabilities capabilities, Language language) {
        List<Text> reasons = new ArrayList<>();
        StringBuilder table = new StringBuilder("| " + language.set + " |");
        for (Verb verb : Verb.values()) {
            table.append(' ').append(verb.name()).append(" |");
        }
        table.append("\n|---|").append("---|".repeat(Verb.values().length)).append('\n');
        for (SetKind kind : SetKind.values()) {
            String row = Arrays.stream(Verb.values())
                    .map(verb -> cell(capabilities.missing(verb, kind), reasons, language))
                    .collect(Collectors.joining(" | ", " | ", " |\n"));
            table.append("| ")
                    .append(kind == SetKind.OTHER ? language.other : kind.edmName())
                    .append(row);
        }
        table.append('\n');
        for (int i = 0; i < reasons.size(); i++) {
            table.append(i + 1)
                    .append(". ")
                    .append(reasons.get(i).in(language.locale))
                    .append('\n');
        }
        table.append('\n').append(language.navigations).append(' ');
        table.append(capabilities
                        .missingNavigations()
                        .values()
                        .iterator()
                        .next()
                        .in(language.locale))
                .append(": ");
        table.append(capabilities.missingNavigations().keySet().stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", ")));
        return table.append(".\n").toString();
    }

    private static String cell(Optional<Text> missing, List<Text> reasons, Language language) {
        if (missing.isEmpty()) {
            return language.yes;
        }
        if (!reasons.contains(missing.get())) {
            reasons.add(missing.get());
        }
        return language.no + ": " + (reasons.indexOf(missing.get()) + 1);
    }
}
