package ru.smartsbridge.server.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.EnglishSurroundings;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;
import ru.smartsbridge.server.watch.Copy;
import ru.smartsbridge.server.watch.Room;
import ru.smartsbridge.server.watch.Seen;

/** A base with {@code record} keeps what its clients ask with what they get; that can be asked again, and be a base. */
@Timeout(120)
class RecorderTest {
    private static final String SANDBOX = "{ store: memory, products: 30 }";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** What clients of the demo base have done. */
    private void record() throws Exception {
        try (Bridge bridge = Bridge.start(
                folder.resolve("bridge"),
                "bases: { main: { sandbox: " + SANDBOX + ", record: ../recorded, secrets: [inn] } }\n")) {
            Client client = new Client(bridge.api());
            client.get("/Products?$top=3&$orderby=id");
            client.get("/Products");
            client.get("/Docs/Otgruzka");
            String id = client.get("/Docs/Otgruzka?$expand=declaredItems")
                    .value()
                    .get(0)
                    .text("id");
            client.get("/Docs('" + id + "')?$expand=currentItems");
            client.get("/Users");
            client.get("/Users('nobody')");
            client.get("/Users/$count");
            client.send(
                    "POST",
                    "/Docs/Otgruzka",
                    "{\"id\": \"new\", \"password\": \"TopSecret\"}",
                    "Content-Type",
                    "application/json");
            client.send(
                    "POST",
                    "/session",
                    "login=a&password=TopSecret",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
        }
    }

    private List<Properties> exchanges() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("recorded/exchanges.jsonl"))) {
            return lines.map(line -> Json.parseObject(line.getBytes(StandardCharsets.UTF_8)))
                    .toList();
        }
    }

    private int compare(String bases, String... arguments) throws IOException {
        Files.writeString(folder.resolve("c.yaml"), bases);
        Surroundings around = EnglishSurroundings.in(folder, out);
        String[] all = Stream.concat(Stream.of("compare", "--config", "c.yaml"), Stream.of(arguments))
                .toArray(String[]::new);
        return new CommandLineProgram(
                        around, Transports::installed, new Starts(HttpServer::start, HttpServer::startWorker))
                .run(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void each_request_is_a_line_with_its_answer_as_it_was() throws Exception {
        record();
        List<Properties> exchanges = exchanges();
        Properties users = exchanges.stream()
                .filter(one -> "Users".equals(one.text("path")))
                .findFirst()
                .orElseThrow();
        assertThat(users.text("method")).isEqualTo("GET");
        assertThat(users.object("answer").orElseThrow().objects("value")).isNotEmpty();
        assertThat(users.decimal("micros").longValue()).isPositive();
        assertThat(exchanges)
                .extracting(one -> one.text("path"))
                .contains("$metadata", "BaseInfo", "DocTypes", "TablesInfo", "ProductSchema", "Users/$count");
        assertThat(exchanges.stream().filter(one -> "POST".equals(one.text("method"))))
                .extracting(one -> one.text("path"))
                .containsExactly("Docs/Otgruzka", "session");
        assertThat(folder.resolve("recorded/recording.json"))
                .content()
                .contains("smarts-bridge-recording/1", "\"base\":\"main\"", "\"secrets\":[\"inn\"]");
    }

    @Test
    void a_form_that_is_sent_is_left_out_since_it_may_hold_a_password() {
        Room room = Room.ofProcess();
        Copy sent = new Copy(room);
        sent.add(ByteBuffer.wrap("login=a&password=TopSecret".getBytes(StandardCharsets.UTF_8)));
        Seen seen = new Seen(
                "1",
                "POST",
                "session",
                null,
                Map.of("Content-Type", "application/x-www-form-urlencoded"),
                Optional.of("Basic secret"),
                200,
                "application/json",
                "",
                1,
                1,
                sent,
                new Copy(room),
                new AtomicInteger(1));
        assertThat(new Exchanged(seen, new Mask(Set.of())).json().toString())
                .contains("a form, which may hold a password")
                .doesNotContain("TopSecret", "Basic");
    }

    @Test
    void nothing_secret_is_in_it() throws Exception {
        record();
        assertThat(folder.resolve("recorded/exchanges.jsonl")).content().doesNotContain("TopSecret");
        assertThat(exchanges().stream()
                        .filter(one -> "Users".equals(one.text("path")))
                        .flatMap(one -> one.object("answer").orElseThrow().objects("value").stream())
                        .filter(user -> user.has("password")))
                .allSatisfy(user -> assertThat(user.text("password")).isIn("***", null));
    }

    @Test
    void asked_again_the_same_base_answers_the_same() throws Exception {
        record();
        int code = compare(
                "bases: { next: { sandbox: " + SANDBOX + " } }\n", "--replay", "recorded", "--candidate", "next");
        assertThat(out()).contains("May switch from main to next");
        assertThat(code).isZero();
    }

    @Test
    void another_base_answers_otherwise_and_the_report_says_where() throws Exception {
        record();
        int code = compare(
                "bases: { next: { sandbox: { store: memory, products: 30, seed: 16 } } }\n",
                "--replay",
                "recorded",
                "--candidate",
                "next",
                "--report",
                "r");
        assertThat(code).as(out()).isEqualTo(1);
        assertThat(folder.resolve("r/differences.jsonl")).content().contains("\"set\":\"Products\"");
        assertThat(folder.resolve("r/report.html")).content().contains("next differs from main");
    }

    @Test
    void it_can_be_loaded_as_a_base_of_the_sandbox() throws Exception {
        record();
        try (Bridge bridge = Bridge.start(
                folder.resolve("replayed"),
                "bases: { main: { sandbox: { store: memory, data: \"" + folder.resolve("recorded") + "\" } } }\n")) {
            Client client = new Client(bridge.api());
            assertThat(client.get("/Products/$count").text()).isEqualTo("30");
            assertThat(client.get("/BaseInfo").json().text("appName")).isNotBlank();
            Properties document = client.get("/Docs/Otgruzka?$expand=declaredItems,currentItems")
                    .value()
                    .get(0);
            assertThat(document.objects("declaredItems"))
                    .as("which one of the answers had")
                    .isNotEmpty();
            assertThat(client.get("/DocTypes?$expand=fields").value()).isNotEmpty();
        }
    }

    @Test
    void a_folder_that_is_no_recording_is_told() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        int code = compare("bases: { next: {} }\n", "--replay", "empty", "--candidate", "next");
        assertThat(code).isEqualTo(2);
        assertThat(out()).contains("no folder of a recording");
        assertThat(compare("bases: { next: {} }\n", "--candidate", "next")).isEqualTo(2);
        assertThat(out()).contains("exactly one of --control BASE and --replay FOLDER");
    }
}
