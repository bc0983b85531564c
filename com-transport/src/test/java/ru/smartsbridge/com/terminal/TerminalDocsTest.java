package ru.smartsbridge.com.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.com.terminal.TerminalCall.Source;

/** The documentation prints the table of members that the code calls by. */
class TerminalDocsTest {
    private static void isPrintedIn(String file, String head, Map<Source, String> sources) throws Exception {
        String table = Arrays.stream(TerminalCall.values())
                .map(call -> "| `%s` | `%s` | %s |\n"
                        .formatted(call.english(), call.signature(), sources.get(call.source())))
                .collect(Collectors.joining("", head + "\n|---|---|---|\n", ""));
        assertThat(Files.readString(Path.of("../docs", file)))
                .contains("<!-- terminal members -->\n" + table + "<!-- /terminal members -->");
    }

    @Test
    void every_member_is_printed_with_its_arguments_and_its_source() throws Exception {
        isPrintedIn(
                "com.md",
                "| member | called as | known from |",
                Map.of(
                        Source.DOCUMENTED, "the vendor's documentation",
                        Source.STANDARD, "the 1C standard for drivers",
                        Source.GUESSED, "a guess"));
        isPrintedIn(
                "com.ru.md",
                "| член | как вызывается | откуда известно |",
                Map.of(
                        Source.DOCUMENTED, "документация производителя",
                        Source.STANDARD, "стандарт 1С на драйверы",
                        Source.GUESSED, "догадка"));
    }
}
