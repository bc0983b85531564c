package ru.smartsbridge.server.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/** A base with a shadow answers from its own transport alone; its candidate is asked the same behind the client's back. */
@Timeout(120)
class ShadowTest {
    private static final String SANDBOX = "{ store: memory, products: 40 }";
    private static final String OTHER = "{ store: memory, products: 40, seed: 16 }";

    @TempDir
    Path folder;

    private static String bases(String shadow, String next) {
        return "default-base: main\nbases:\n  main: { sandbox: " + SANDBOX + ", shadow: { candidate: next, " + shadow
                + " } }\n  next: " + next + "\n";
    }

    private static String sandbox(String of) {
        return "{ sandbox: " + of + " }";
    }

    private static long metric(Bridge bridge, String line) {
        String metrics = new Client(bridge.origin()).get("/metrics").text();
        Matcher found = Pattern.compile(Pattern.quote(line) + " ([0-9.]+)").matcher(metrics);
        return found.find() ? (long) Double.parseDouble(found.group(1)) : -1;
    }

    private static long reads(Bridge bridge, ShadowOutcome outcome) {
        return metric(bridge, "smarts_bridge_shadow_reads_total{base=\"main\",outcome=\"" + outcome.word() + "\"}");
    }

    private static void await(BooleanSupplier condition) {
        Pause.until(condition, Duration.ofSeconds(30));
    }

    @Test
    void reads_that_the_candidate_answers_alike_are_counted_as_the_same() throws Exception {
        try (Bridge bridge = Bridge.start(folder, bases("sample: 1.0", sandbox(SANDBOX)))) {
            Client client = new Client(bridge.api());
            client.get("/Products?$top=5");
            client.get("/Docs/Otgruzka?$expand=declaredItems");
            client.get("/Users('nobody')");
            await(() -> reads(bridge, ShadowOutcome.SAME) == 3);
            assertThat(reads(bridge, ShadowOutcome.DIFFERENT)).isZero();
            assertThat(metric(
                            bridge,
                            "smarts_bridge_requests_seconds_count{base=\"next\",path=\"typed\",status=\"200\"}"))
                    .as("no client asked the candidate")
                    .isEqualTo(-1);
        }
        assertThat(folder.resolve("state/shadow/main/report.json"))
                .content()
                .contains("\"verdict\" : \"may-switch\"", "\"set\" : \"Products\"");
    }

    @Test
    void what_differs_is_in_a_report_and_the_client_gets_its_own_bases_answer() throws Exception {
        String expected;
        try (Bridge alone = Bridge.start(folder.resolve("alone"), "bases: { main: " + sandbox(SANDBOX) + " }\n")) {
            expected = new Client(alone.api()).get("/Products?$top=3").value().toString();
        }
        try (Bridge bridge = Bridge.start(folder, bases("sample: 1.0", sandbox(OTHER)))) {
            Client.Answer answer = new Client(bridge.api()).get("/Products?$top=3");
            assertThat(answer.value()).hasToString(expected);
            await(() -> reads(bridge, ShadowOutcome.DIFFERENT) == 1);
        }
        Path report = folder.resolve("state/shadow/main");
        assertThat(report.resolve("report.html")).content().contains("next differs from main");
        assertThat(report.resolve("differences.jsonl")).content().contains("\"set\":\"Products\"");
    }

    @Test
    void writes_are_never_repeated_and_what_was_read_while_they_went_on_is_not_compared() throws Exception {
        try (Bridge bridge = Bridge.start(folder, bases("sample: 1.0", sandbox(SANDBOX)))) {
            Client main = new Client(bridge.api());
            assertThat(main.post("/Docs/Otgruzka", "{\"id\": \"written\", \"name\": \"W\"}")
                            .status())
                    .isEqualTo(201);
            assertThat(main.send("DELETE", "/Users('nobody')", null).status()).isGreaterThanOrEqualTo(400);
            assertThat(new Client(bridge.origin() + "/next/api/v1")
                            .get("/Docs('written')")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_share_of_nothing_repeats_nothing() throws Exception {
        try (Bridge bridge = Bridge.start(folder, bases("sample: 0", sandbox(OTHER)))) {
            Client client = new Client(bridge.api());
            for (int i = 0; i < 20; i++) {
                client.get("/Users");
            }
            for (ShadowOutcome outcome : ShadowOutcome.values()) {
                assertThat(reads(bridge, outcome)).as(outcome.word()).isZero();
            }
        }
    }

    @Test
    void a_candidate_that_refuses_connections_is_left_alone_after_five_failures() throws Exception {
        String gone = "{ rest: { url: \"http://127.0.0.1:1/api/v1\" } }";
        try (Bridge bridge = Bridge.start(folder, bases("sample: 1.0, concurrent: 1", gone))) {
            Client client = new Client(bridge.api());
            for (int i = 0; i < 12; i++) {
                assertThat(client.get("/Users").status()).isEqualTo(200);
                int seen = i + 1;
                await(() -> reads(bridge, ShadowOutcome.FAILED) + reads(bridge, ShadowOutcome.SPARED) == seen);
            }
            assertThat(reads(bridge, ShadowOutcome.FAILED)).isEqualTo(5);
            assertThat(metric(bridge, "smarts_bridge_shadow_sparing{base=\"main\"}"))
                    .isOne();
        }
        assertThat(folder.resolve("state/shadow/main/report.json"))
                .content()
                .contains("\"verdict\" : \"not-compared\"", "\"category\" : \"unreachable\"");
    }

    @Test
    void a_candidate_that_hangs_holds_no_client_up_and_what_does_not_fit_in_the_queue_is_dropped() throws Exception {
        try (SilentServer silent = new SilentServer();
                Bridge bridge = Bridge.start(
                        folder,
                        bases(
                                "sample: 1.0, concurrent: 2, waiting: 3, timeout: 20s",
                                "{ rest: { url: \"" + silent.api() + "\" } }"))) {
            Client client = new Client(bridge.api());
            for (int i = 0; i < 30; i++) {
                assertThat(client.get("/Users").status()).isEqualTo(200);
            }
            assertThat(reads(bridge, ShadowOutcome.DROPPED)).isEqualTo(25);
            assertThat(metric(bridge, "smarts_bridge_shadow_waiting{base=\"main\"}"))
                    .isEqualTo(5);
            assertThat(silent.connections()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void a_candidate_that_is_no_base_keeps_the_bridge_from_starting() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Bridge.start(
                        folder, "bases: { main: { sandbox: {}, shadow: { candidate: nowhere, sample: 2 } } }\n")))
                .hasMessageContaining("shadow");
        assertThat(Files.exists(folder.resolve("state/shadow"))).isFalse();
    }
}
