package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/**
 * Situations of a machine without COM by settings: which way is gone, and what is said. Those that need Windows are in the
 * lab's {@code ComSituationsIT}.
 */
@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ChoiceTableIT {
    private static final String ID = "6d7e3a2f-3967-4734-bb9c-d1ba605aaef8";

    @TempDir
    Path folder;

    /** REST answers, refuses, accepts and says nothing, or has a name that nobody knows. */
    enum Rest {
        ANSWERS,
        CLOSED,
        SLOW,
        UNKNOWN,
        NONE
    }

    @ParameterizedTest(name = "{0}, {1}, {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "NONE    | com                   |                            | false | com     | on Windows only",
                "NONE    | com                   | isolation: none            | false | com     | on Windows only",
                "NONE    | auto                  |                            | false | com     | on Windows only",
                "NONE    | com                   | java: /nowhere/java        | false | com     | Check com.java",
                "ANSWERS | auto                  |                            | true  | rest    | auto: rest answers",
                "ANSWERS | rest                  |                            | true  | rest    | transport is configured",
                "ANSWERS | com                   |                            | false | com     | on Windows only",
                "ANSWERS | rest, fallback: com   |                            | true  | rest    | transport is configured",
                "CLOSED  | rest                  |                            | false | rest    | does not take connections",
                "CLOSED  | auto                  |                            | false |         | does not take connections",
                "CLOSED  | auto                  |                            | false |         | on Windows only",
                "CLOSED  | rest, fallback: com   |                            | false | com     | since rest cannot be reached",
                "CLOSED  | rest, fallback: com   |                            | false | com     | on Windows only",
                "UNKNOWN | auto                  |                            | false |         | was not found",
                "UNKNOWN | rest, fallback: com   |                            | false | com     | since rest cannot be reached",
                "SLOW    | auto                  |                            | false |         | did not answer",
                "SLOW    | rest, fallback: com   |                            | false | rest    | did not answer",
            })
    void the_choice_and_the_sentence(
            Rest rest, String transport, String com, boolean ready, String way, String sentence) throws Exception {
        try (Bridge server = Bridge.start(folder.resolve("server"), Bridge.DEMO);
                ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Bridge bridge = Bridge.start(folder.resolve("bridge"), yaml(rest, transport, com, server, silent))) {
            Client client = new Client(bridge.origin());
            assertThat(client.get("/good/api/v1/Warehouses").status())
                    .as("the other base")
                    .isEqualTo(200);
            client.get("/MobileSMARTS/api/v1/Warehouses"); // which may be what finds out
            Properties state = settled(client, sentence);
            assertThat(state.flag("ready")).as(state.toString()).isEqualTo(ready);
            assertThat(state.text("transport")).as(state.toString()).isEqualTo(way);
            if (!ready) {
                String message = client.get("/MobileSMARTS/api/v1/Warehouses").message();
                assertThat(message).isNotBlank();
            }
        }
    }

    /** The base's state when it says what is expected, or the last one. */
    private static Properties settled(Client client, String sentence) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(45);
        while (true) {
            Properties state = client.get("/health/ready").json().objects("bases").stream()
                    .filter(base -> base.text("name").equals("main"))
                    .findFirst()
                    .orElseThrow();
            String said = state.text("why") + " " + state.text("reason");
            if (said.contains(sentence)) {
                return state;
            }
            assertThat(System.nanoTime())
                    .as("never said '%s': %s", sentence, state)
                    .isLessThan(until);
            Pause.betweenLooks();
        }
    }

    private String yaml(Rest rest, String transport, String com, Bridge server, ServerSocket silent) throws Exception {
        Files.createDirectories(folder.resolve("bridge"));
        int closed;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = free.getLocalPort();
        }
        String url = switch (rest) {
            case ANSWERS -> server.api();
            case CLOSED -> "http://127.0.0.1:" + closed + "/api/v1";
            case SLOW -> "http://127.0.0.1:" + silent.getLocalPort() + "/api/v1";
            case UNKNOWN -> "http://no-such-host.invalid:9000/api/v1";
            case NONE -> null;
        };
        return String.format(
                Locale.ROOT,
                "default-base: main%nbases:%n  good: { transport: sandbox, sandbox: { store: memory } }%n"
                        + "  main:%n    transport: %s%n%s    com: { spare: false, connection: %s%s }%n",
                transport.replace(", ", "\n    "),
                url == null ? "" : "    rest: { url: '" + url + "', request-timeout: 2s }\n",
                ID,
                com == null ? "" : ", " + com);
    }
}
