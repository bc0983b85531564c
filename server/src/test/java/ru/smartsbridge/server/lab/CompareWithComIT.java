package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.EnglishSurroundings;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;

/**
 * May one switch from COM to REST? A base behind the component against a REST server with the same data: nothing differs but
 * what COM is known not to carry. Then one thing is planted, and it alone is found.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class CompareWithComIT {
    private static final String DOCUMENT = "сравнение-1";
    private static final String AWKWARD = """
        {"id": "сравнение-1", "name": "Сравнение", "createDate": "2026-03-01T10:11:12.345+03:00",
         "description": "кавычки \\"\\" и <знаки> & прочее",
         "declaredItems": [
           {"productId": "%1$s", "declaredQuantity": 0.30000000000000004},
           {"productId": "%1$s", "declaredQuantity": 1234567890.123456789}]}
        """;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    private int compare(String control, String candidate) throws IOException {
        Files.writeString(
                folder.resolve("c.yaml"),
                "default-base: main\nbases:\n  main: { time-zone: Europe/Moscow, rest: { url: \"" + control
                        + "\" } }\n  next: { time-zone: Europe/Moscow, rest: { url: \"" + candidate + "\" } }\n");
        Files.writeString(folder.resolve("plan.yaml"), "behind-com: [main]\n");
        out.reset();
        Surroundings around = EnglishSurroundings.in(folder, out);
        int code = new CommandLineProgram(around, Transports::installed, new Starts(null, null))
                .run(
                        "compare",
                        "--config",
                        "c.yaml",
                        "--control",
                        "main",
                        "--candidate",
                        "next",
                        "--plan",
                        "plan.yaml",
                        "--report",
                        "report");
        System.out.println(out());
        return code;
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void the_same_base_by_com_and_by_rest_may_switch_and_one_planted_difference_is_found() throws Exception {
        ComBase base = ComBase.ofStandIn(folder.resolve("base"));
        Path run = folder.resolve("bridge");
        try (ComBridge com = ComBridge.start(base, run, ComBase.Isolation.PROCESS)) {
            Client control = new Client(com.api());
            String product = control.get("/Products?$top=1").value().get(0).text("id");
            String type = control.get("/DocTypes?$top=1").value().get(0).text("uni");
            accepted(control.post("/Docs/" + type, AWKWARD.formatted(product)));
            Path data = SavedBase.save(control, folder.resolve("data"));
            try (Bridge rest = Bridge.start(
                    folder.resolve("rest"),
                    "bases: { main: { time-zone: Europe/Moscow, sandbox: { store: memory, data: \"" + data
                            + "\" } } }\n")) {
                Client candidate = new Client(rest.api());

                assertThat(compare(com.api(), rest.api())).as(out()).isZero();
                assertThat(out()).contains("May switch from main to next");

                accepted(candidate.send(
                        "PATCH", "/Docs('" + encoded(DOCUMENT) + "')", "{\"description\": \"planted\"}"));
                assertThat(compare(com.api(), rest.api())).as(out()).isEqualTo(1);
                assertThat(Files.readAllLines(folder.resolve("report/differences.jsonl")))
                        .as("beside the time of the change itself")
                        .filteredOn(line -> !line.contains("\"field\":\"lastChangeDate\""))
                        .singleElement()
                        .asString()
                        .contains(DOCUMENT, "\"field\":\"description\"", "planted");
            }
        }
    }
}
