package ru.smartsbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Capabilities;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.SetKind;

/** What docs/com.md says of keys and capabilities is what the COM transport itself says. */
class ComDocsTest {
    private static final Path DOCS = Path.of("../docs/com.md");

    private final TransportProvider com = ServiceLoader.load(TransportProvider.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(provider -> provider.kind().equals("com"))
            .findFirst()
            .orElseThrow();

    @Test
    void every_key_of_the_section_is_explained_and_no_other(@TempDir Path state) throws Exception {
        List<String> explained = Files.readAllLines(DOCS).stream()
                .dropWhile(line -> !line.startsWith("| key |"))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .flatMap(line -> Stream.of(line.split("\\|")[1].replace("`", "").split(",")))
                .map(String::trim)
                .toList();

        assertThat(explained)
                .containsExactlyInAnyOrderElementsOf(
                        com.settings().stream().map(Setting::name).toList());
    }

    @Test
    void what_com_cannot_do_is_printed_set_by_set(@TempDir Path state) throws Exception {
        Map<String, Object> section = Map.of("connection", "nobody-is-asked", "isolation", "none");
        try (Transport transport = com.open(new BaseSettings("main", ZoneId.of("UTC"), state, section))) {
            assertThat(Files.readString(DOCS))
                    .contains("<!-- capabilities -->\n" + printed(transport.capabilities()) + "<!-- /capabilities -->");
        }
    }

    private static String printed(Capabilities capabilities) {
        List<Text> reasons = new ArrayList<>();
        StringBuilder table = new StringBuilder("| set |");
        for (Verb verb : Verb.values()) {
            table.append(' ').append(verb.name()).append(" |");
        }
        table.append("\n|---|").append("---|".repeat(Verb.values().length)).append('\n');
        for (SetKind kind : SetKind.values()) {
            String row = Arrays.stream(Verb.values())
                    .map(verb -> cell(capabilities.missing(verb, kind), reasons))
                    .collect(Collectors.joining(" | ", " | ", " |\n"));
            table.append("| ")
                    .append(kind == SetKind.OTHER ? "any other" : kind.edmName())
                    .append(row);
        }
        table.append('\n');
        for (int i = 0; i < reasons.size(); i++) {
            table.append(i + 1).append(". ").append(reasons.get(i)).append('\n');
        }
        table.append("\nNavigations that are not followed, since ");
        table.append(capabilities.missingNavigations().values().iterator().next())
                .append(": ");
        table.append(capabilities.missingNavigations().keySet().stream()
                .map(name -> "`" + name + "`")
                .collect(Collectors.joining(", ")));
        return table.append(".\n").toString();
    }

    private static String cell(Optional<Text> missing, List<Text> reasons) {
        if (missing.isEmpty()) {
            return "yes";
        }
        if (!reasons.contains(missing.get())) {
            reasons.add(missing.get());
        }
        return "no: " + (reasons.indexOf(missing.get()) + 1);
    }
}
