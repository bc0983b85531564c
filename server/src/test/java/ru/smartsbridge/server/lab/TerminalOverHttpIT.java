package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.com.lab.WindowsJvm;
import ru.smartsbridge.com.lab.WindowsProcess;
import ru.smartsbridge.server.bridge.Client;

/** Uploads over HTTP that one worker hands to TerminalConnector, and another reads through StorageConnector. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class TerminalOverHttpIT {
    private static final Duration TO_CHECK = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private static String configuration(ComBase base, Path run) {
        return base.configuration(run, ComBase.Isolation.PROCESS)
                + """
                  terminal:
                    transport: com
                    time-zone: Europe/Moscow
                    com:
                      connection: '%s'
                      log: '%s'
                      component: terminal
                      tables: { Остатки: 'ИдТовара, ИдСклада, ИдЯчейки, Серия, Количество: Double' }
                """.formatted(base.connection(), WindowsJvm.path(base.logs()));
    }

    @Test
    void what_is_uploaded_is_there_for_another_process_and_everything_else_is_told_as_not_served() throws Exception {
        ComBase base = ComBase.ofStandIn(folder.resolve("base"));
        Path run = folder.resolve("bridge");
        try (ComBridge bridge = ComBridge.start(base, run, configuration(base, run))) {
            bridge.awaitReady("main");
            bridge.awaitReady("terminal");
            Client terminal = new Client(bridge.origin() + "/terminal/api/v1");
            Client storage = new Client(bridge.origin() + "/main/api/v1");

            accepted(terminal.post("/Products/BeginUpdate", ""));
            accepted(terminal.post(
                    "/Products",
                    "[{\"id\":\"терм-1\",\"name\":\"Молоко\",\"basePackingId\":\"шт\",\"packings\":"
                            + "[{\"id\":\"шт\",\"name\":\"штука\",\"unitsQuantity\":1,\"barcode\":\"2460001\"},"
                            + "{\"id\":\"кор\",\"name\":\"коробка\",\"unitsQuantity\":12}]}]"));
            accepted(terminal.post("/Products/EndUpdate", ""));
            Client.Answer product = storage.get("/Products('%D1%82%D0%B5%D1%80%D0%BC-1')");
            assertThat(product.status()).as(product.text()).isEqualTo(200);
            assertThat(product.json().text("name")).isEqualTo("Молоко");
            assertThat(product.json().objects("packings"))
                    .extracting(packing -> packing.text("id"))
                    .containsExactly("шт", "кор");

            accepted(terminal.post("/Tables/Ostatki/BeginOverwrite", ""));
            accepted(terminal.post(
                    "/Tables/Ostatki",
                    "[{\"idTovara\":\"терм-1\",\"idSklada\":\"1\",\"idYachejki\":\"я1\",\"seriya\":\"С\","
                            + "\"kolichestvo\":5}]"));
            accepted(terminal.post("/Tables/Ostatki/EndOverwrite", ""));
            assertThat(storage.get("/Tables/Ostatki").value())
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("idTovara")).isEqualTo("терм-1"));

            for (String address : new String[] {"/Products", "/Docs", "/Tables/Ostatki", "/Users"}) {
                Client.Answer answer = terminal.get(address);
                assertThat(answer.status()).as(address).isEqualTo(501);
                assertThat(answer.message()).contains("TerminalConnector");
            }
            assertThat(terminal.get("/$metadata").status()).isEqualTo(200);
            assertThat(checked(base, run)).contains("nobody has tried it on the vendor's own component");
        }
    }

    private static void accepted(Client.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 204);
    }

    /** What {@code check} says of the running server. */
    private static String checked(ComBase base, Path run) throws Exception {
        try (WindowsProcess check = base.jvm()
                .workingDirectory(run)
                .startJar(
                        Path.of(System.getProperty("smarts-bridge.jar")),
                        "check",
                        "--config",
                        WindowsJvm.path(run.resolve("bridge.yaml")))) {
            check.exitCode(TO_CHECK);
            return String.join("\n", check.lines());
        }
    }
}
