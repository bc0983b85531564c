package ru.smartsbridge.server.reload;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;
import ru.smartsbridge.server.cli.CommandLineProgram;
import ru.smartsbridge.server.cli.EnglishSurroundings;
import ru.smartsbridge.server.cli.Starts;
import ru.smartsbridge.server.cli.Surroundings;
import ru.smartsbridge.server.config.Transports;

/** The configuration is read once more: whole, or not at all. */
@Timeout(120)
class ReloadTest {
    private static final String FEW = "{ store: memory, products: 5 }";
    private static final String MANY = "{ store: memory, products: 7 }";

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Bridge behind;
    private Bridge bridge;

    @BeforeEach
    void start() throws Exception {
        behind = Bridge.start(folder.resolve("behind"), "bases: { main: { sandbox: " + FEW + " } }\n");
        bridge = Bridge.start(folder.resolve("bridge"), rest("verbatim"));
    }

    @AfterEach
    void stop() {
        bridge.close();
        behind.close();
    }

    private String rest(String forward) {
        return "default-base: main\nbases: { main: { transport: rest, rest: { url: \"" + behind.api() + "\", forward: "
                + forward + " } } }\n";
    }

    private static String sandbox(String more) {
        return "default-base: main\nbases: { main: { transport: sandbox, sandbox: " + MANY + more + " } }\n";
    }

    private void write(String yaml) throws IOException {
        Files.writeString(folder.resolve("bridge/bridge.yaml"), "listen: 127.0.0.1:0\nlanguage: en\n" + yaml);
    }

    /** As people type it. */
    private int command(String... arguments) {
        Surroundings around = EnglishSurroundings.in(folder.resolve("bridge"), out);
        String[] all = Stream.concat(Stream.of(arguments), Stream.of("--config", "bridge.yaml"))
                .toArray(String[]::new);
        return new CommandLineProgram(around, Transports::installed, new Starts(null, null)).run(all);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String products() {
        return new Client(bridge.api()).get("/Products/$count").text();
    }

    private static void await(BooleanSupplier condition) {
        Pause.until(condition, Duration.ofSeconds(30));
    }

    @Test
    void a_base_goes_another_way_and_back_without_a_restart() throws Exception {
        assertThat(products()).isEqualTo("5");
        write(sandbox(""));
        assertThat(command("reload")).as(out()).isZero();
        assertThat(out()).contains("Base main: from rest to sandbox");
        assertThat(products()).isEqualTo("7");
        write(rest("verbatim"));
        assertThat(command("reload")).isZero();
        assertThat(products()).isEqualTo("5");
    }

    @Test
    void what_the_former_way_has_kept_is_removed_once_nothing_is_under_way_on_it() throws Exception {
        Path states = folder.resolve("bridge/state/bases");
        write(rest("typed"));
        command("reload");
        assertThat(products()).isEqualTo("5");
        write(sandbox(""));
        assertThat(command("reload")).as(out()).isZero();
        await(() -> Files.notExists(states.resolve("main")) && Files.notExists(states.resolve("main.2")));
        assertThat(states.resolve("main.3")).isDirectory();
        assertThat(products()).isEqualTo("7");
    }

    @Test
    void a_configuration_that_cannot_be_served_changes_nothing() throws Exception {
        write(sandbox("") + "  nonsense\n");
        assertThat(command("reload")).isEqualTo(2);
        write(sandbox(", shadow: { candidate: nobody }"));
        assertThat(command("reload")).isEqualTo(2);
        assertThat(products()).isEqualTo("5");
        write("default-base: main\nbases: { main: { transport: sandbox, sandbox: " + MANY
                + " }, other: { transport: sandbox, sandbox: { store: memory, data: nowhere } } }\n");
        assertThat(command("reload")).as(out()).isEqualTo(1);
        assertThat(out()).contains("nothing has changed");
        assertThat(products()).as("though main alone could be served").isEqualTo("5");
    }

    @Test
    void what_needs_a_restart_is_refused_by_its_name() throws Exception {
        write(sandbox("") + "limits: { page: 3 }\n");
        assertThat(command("reload")).isEqualTo(1);
        assertThat(out()).contains("Nothing has changed: limits cannot be changed");
        assertThat(products()).isEqualTo("5");
    }

    @Test
    void nobody_else_may_ask_for_it() {
        assertThat(new Client(bridge.origin()).post("/admin/reload", "").status())
                .isEqualTo(403);
    }

    private void ends_where_it_was_begun(String from) throws Exception {
        Client client = new Client(bridge.api());
        write(from);
        command("reload");
        assertThat(client.post("/Products/BeginOverwrite", "").status()).isLessThan(300);
        write(sandbox(""));
        assertThat(command("reload")).as(out()).isZero();
        assertThat(products()).as("a new request").isEqualTo("7");
        String product = "[{\"id\": \"only\", \"name\": \"Only\", \"barcode\": \"1\", \"basePackingId\": \"p\","
                + " \"packings\": [{\"id\": \"p\", \"name\": \"p\", \"unitsQuantity\": 1}]}]";
        assertThat(client.post("/Products", product).status()).isLessThan(300);
        assertThat(client.post("/Products/EndOverwrite", "").status()).isLessThan(300);
        assertThat(products()).isEqualTo("7");
        assertThat(new Client(behind.api()).get("/Products/$count").text())
                .as("it ended on the old way")
                .isEqualTo("1");
        assertThat(client.post("/Products/BeginOverwrite", "").status()).isLessThan(300);
        assertThat(client.post("/Products", product).status()).isLessThan(300);
        assertThat(client.post("/Products/EndOverwrite", "").status()).isLessThan(300);
        assertThat(products()).as("the next one is of the new way").isEqualTo("1");
    }

    @Test
    void an_upload_that_is_handed_on_ends_where_it_was_begun() throws Exception {
        ends_where_it_was_begun(rest("verbatim"));
    }

    @Test
    void an_upload_by_typed_calls_ends_where_it_was_begun() throws Exception {
        ends_where_it_was_begun(rest("typed"));
    }

    @Test
    void bases_come_and_go() throws Exception {
        write("default-base: main\nbases: { main: { transport: sandbox, sandbox: " + MANY + " }, other: { sandbox: "
                + FEW + " } }\n");
        assertThat(command("reload")).isZero();
        Client other = new Client(bridge.origin() + "/other/api/v1");
        assertThat(other.get("/Products/$count").text()).isEqualTo("5");
        write(sandbox(""));
        assertThat(command("reload")).isZero();
        assertThat(other.get("/Products/$count").status()).isEqualTo(404);
    }

    @Test
    void a_base_that_needs_a_verdict_goes_over_with_a_fresh_one_alone() throws Exception {
        String verdict = ", switch-needs-verdict: 24h";
        String same = "{ store: memory, products: 5 }";
        String guarded =
                "default-base: main\nbases: { main: { transport: sandbox, sandbox: " + same + verdict + " } }\n";
        write(guarded);
        assertThat(command("reload")).isEqualTo(1);
        assertThat(out()).contains("switch-needs-verdict", "there is no comparison of 'rest url=");
        assertThat(products()).isEqualTo("5");

        write("default-base: main\nbases: { main: { transport: rest, rest: { url: \"" + behind.api()
                + "\" } }, next: { sandbox: " + same + " } }\n");
        assertThat(command("compare", "--control", "main", "--candidate", "next"))
                .as(out())
                .isZero();
        write(guarded);
        assertThat(command("reload")).as(out()).isZero();
        assertThat(new Client(bridge.origin())
                        .get("/health/ready")
                        .json()
                        .objects("bases")
                        .get(0)
                        .text("transport"))
                .isEqualTo("sandbox");
    }

    @Test
    void what_is_seen_by_others_is_so_from_the_next_request_on() throws Exception {
        write("default-base: main\nbases: { main: { transport: rest, record: ../recorded, rest: { url: \""
                + behind.api() + "\" } } }\n");
        assertThat(command("reload")).as(out()).isZero();
        new Client(bridge.api()).get("/Users");
        await(() -> Files.exists(folder.resolve("recorded/exchanges.jsonl")));
        write(rest("verbatim"));
        assertThat(command("reload")).isZero();
        long size = Files.size(folder.resolve("recorded/exchanges.jsonl"));
        new Client(bridge.api()).get("/Users");
        assertThat(Files.size(folder.resolve("recorded/exchanges.jsonl"))).isEqualTo(size);
        assertThat(Json.parseObject(Files.readAllBytes(folder.resolve("recorded/recording.json")))
                        .text("base"))
                .isEqualTo("main");
    }
}
