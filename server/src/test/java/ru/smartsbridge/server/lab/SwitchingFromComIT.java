package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.lab.WindowsJvm;
import ru.smartsbridge.com.lab.WindowsProcess;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.EnglishSurroundings;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.http.HttpServer;

/**
 * The way from COM to REST on a running installation: what clients ask a base in a worker is recorded and asked of the REST
 * server again, the REST server is its shadow, and it takes the base over and gives it back without a restart, in the middle
 * of an upload.
 */
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class SwitchingFromComIT {
    private static final String PRODUCT = "[{\"id\": \"switched\", \"name\": \"Switched\", \"barcode\": \"99\","
            + " \"basePackingId\": \"p\", \"packings\": [{\"id\": \"p\", \"name\": \"p\", \"unitsQuantity\": 1}]}]";

    @TempDir
    private Path folder;

    private ComBase base;
    private ComBridge com;
    private Client client;

    private Path run() {
        return folder.resolve("bridge");
    }

    private String configuration(String ofMain) {
        return base.configuration(run(), ComBase.Isolation.PROCESS) + ofMain;
    }

    private static String next(Bridge rest) {
        return "  next: { time-zone: Europe/Moscow, rest: { url: '" + rest.api() + "' } }\n";
    }

    /** The base behind REST, as it is configured when it has moved. */
    private String moved(Bridge rest) {
        return "listen: 127.0.0.1:0\nlanguage: en\nstate: '" + WindowsJvm.path(run().resolve("state"))
                + "'\nbases:\n  main: { transport: rest, time-zone: Europe/Moscow, rest: { url: '" + rest.api()
                + "' } }\n";
    }

    /** As people type it on that machine. */
    private void reload(String yaml) throws IOException, InterruptedException {
        Path configuration = Files.writeString(run().resolve("bridge.yaml"), yaml);
        try (WindowsProcess command = base.jvm()
                .workingDirectory(run())
                .startJar(
                        Path.of(System.getProperty("smarts-bridge.jar")),
                        "reload",
                        "--config",
                        WindowsJvm.path(configuration))) {
            assertThat(command.exitCode(Duration.ofMinutes(2)))
                    .as(command.lines().toString())
                    .isZero();
        }
    }

    private void accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    private List<String> shadowed() {
        return new Client(com.origin())
                .get("/metrics")
                .text()
                .lines()
                .filter(line ->
                        line.startsWith("smarts_bridge_shadow_reads_total{base=\"main\"") && !line.endsWith(" 0.0"))
                .map(line -> line.replaceAll(".*outcome=\"(\\w+)\".* ([0-9.]+)", "$1 $2"))
                .toList();
    }

    private String transport() {
        return com.state("main").text("transport");
    }

    private boolean worker() {
        return com.state("main").object("worker").isPresent();
    }

    private void what_was_recorded_is_asked_of_the_rest_server(Path recorded, Bridge rest) throws IOException {
        Files.writeString(folder.resolve("c.yaml"), "bases:\n" + next(rest));
        Files.writeString(folder.resolve("plan.yaml"), "behind-com: [main]\n");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = new CommandLineProgram(
                        EnglishSurroundings.in(folder, out),
                        Transports::installed,
                        new Starts(HttpServer::start, HttpServer::startWorker))
                .run(
                        "compare",
                        "--config",
                        "c.yaml",
                        "--replay",
                        recorded.toString(),
                        "--candidate",
                        "next",
                        "--plan",
                        "plan.yaml",
                        "--report",
                        "report");
        System.out.println(out.toString(StandardCharsets.UTF_8));
        assertThat(code).as(out.toString(StandardCharsets.UTF_8)).isZero();
    }

    private void the_recording_is_a_base(Path recorded) throws Exception {
        try (Bridge replayed = Bridge.start(
                folder.resolve("replayed"),
                "bases: { main: { time-zone: Europe/Moscow, sandbox: { store: memory, data: \"" + recorded
                        + "\" } } }\n")) {
            Client there = new Client(replayed.api());
            for (String count : new String[] {"/Products/$count", "/Cells/$count", "/Users/$count"}) {
                assertThat(there.get(count).text())
                        .as(count)
                        .isEqualTo(client.get(count).text());
            }
        }
    }

    private void the_shadow_answers_alike() {
        String type = client.get("/DocTypes?$top=1").value().get(0).text("uni");
        accepted(client.get("/Products?$top=5&$orderby=id"));
        accepted(client.get("/Docs/" + type + "?$expand=declaredItems"));
        accepted(client.get("/Cells"));
        Pause.until(
                () -> shadowed().contains("same 4.0"),
                Duration.ofSeconds(60),
                () -> shadowed() + " " + com.process().lines());
        assertThat(shadowed()).containsExactly("same 4.0");
    }

    private void an_upload_ends_on_the_component_though_the_base_has_moved(Bridge rest) throws Exception {
        accepted(client.post("/Products/BeginUpdate", ""));
        accepted(client.post("/Products", PRODUCT));
        reload(moved(rest));
        assertThat(transport()).isEqualTo("rest");
        assertThat(client.get("/Products('switched')").status())
                .as("a new request")
                .isEqualTo(404);
        accepted(client.post("/Products/EndUpdate", ""));
        assertThat(new Client(rest.api()).get("/Products('switched')").status())
                .as("the REST server has seen nothing of it")
                .isEqualTo(404);
    }

    private List<ProcessHandle> workers() {
        return com.process().family().stream()
                .filter(process -> process.info().commandLine().orElse("").contains(" --worker"))
                .toList();
    }

    private void nothing_of_the_worker_is_left() {
        assertThat(worker()).isFalse();
        Pause.until(() -> workers().isEmpty(), Duration.ofSeconds(60));
    }

    @Test
    void a_base_goes_from_com_to_rest_and_back_while_it_is_used() throws Exception {
        base = ComBase.ofStandIn(folder.resolve("base"));
        Path recorded = folder.resolve("recorded");
        com = ComBridge.start(base, run(), configuration("    record: '" + WindowsJvm.path(recorded) + "'\n"));
        try {
            com.awaitReady("main");
            client = new Client(com.api());
            Path data = SavedBase.save(client, folder.resolve("data"));
            try (Bridge rest = Bridge.start(
                    folder.resolve("rest"),
                    "bases: { main: { time-zone: Europe/Moscow, sandbox: { store: memory, data: \"" + data
                            + "\" } } }\n")) {
                what_was_recorded_is_asked_of_the_rest_server(recorded, rest);
                the_recording_is_a_base(recorded);
                reload(configuration("    shadow: { candidate: next, sample: 1.0 }\n" + next(rest)));
                the_shadow_answers_alike();
                assertThat(workers()).hasSize(1);
                an_upload_ends_on_the_component_though_the_base_has_moved(rest);
                nothing_of_the_worker_is_left();
                reload(configuration(""));
                com.awaitReady("main");
                assertThat(transport()).isEqualTo("com");
                Properties product = client.get("/Products('switched')").json();
                assertThat(product.text("name")).isEqualTo("Switched");
            }
            assertThat(com.stop()).isEqualTo(ComBridge.STOPPED);
        } finally {
            com.close();
        }
    }
}
