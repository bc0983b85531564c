package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Bridge;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Client.Answer;

/** {@code fallback: com}, with a server whose port is closed and opened, and a worker that stands by. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class FallbackIT {
    private static final String API = "/MobileSMARTS/api/v1/";

    @TempDir
    Path folder;

    private Bridge server;
    private Door door;
    private RunningProgram program;
    private Client client;

    private void start(String forward) throws Exception {
        server = Bridge.start(folder.resolve("server"), Bridge.DEMO);
        door = new Door(server.port());
        Path component = Files.createDirectories(folder.resolve("component"));
        program = RunningProgram.serve(folder.resolve("bridge"), """
                bases:
                  main:
                    fallback: com
                    fallback-return: 1s
                    rest: { url: 'http://127.0.0.1:%d/MobileSMARTS/api/v1', forward: %s }
                    com: { spare: false, connection: '%s' }
                """.formatted(door.port(), forward, component));
        client = program.client();
        program.awaitReady("main");
        program.await(
                () -> client.get("/metrics").text().contains("smarts_bridge_worker_up{base=\"main\"} 1.0"),
                "the worker stands by");
    }

    @AfterEach
    void stop() throws Exception {
        if (program != null) {
            program.close();
        }
        if (door != null) {
            door.close();
        }
        if (server != null) {
            server.close();
        }
    }

    private void assertWay(String kind, int switches) {
        Properties state = program.state("main");
        assertThat(state.text("transport")).isEqualTo(kind);
        assertThat(state.decimal("switches")).isEqualByComparingTo(Integer.toString(switches));
        assertThat(client.get("/metrics").text())
                .contains("smarts_bridge_way{base=\"main\",way=\"" + kind + "\"} 1.0")
                .contains("smarts_bridge_switches_total{base=\"main\"} " + switches + ".0");
    }

    @Test
    void a_request_of_which_nothing_reached_rest_goes_by_com_with_its_body_and_back_it_goes_when_rest_has_answered()
            throws Exception {
        start("verbatim");
        assertWay("rest", 0);
        door.close();

        Answer created = client.post(
                API + "Docs/PrihodNaSklad", "{\"id\":\"by-com\",\"name\":\"Через COM\",\"warehouseId\":\"1\"}");
        assertThat(created.status()).as(created.text()).isIn(200, 201);
        assertWay("com", 1);
        assertThat(program.state("main").text("why")).isEqualTo("fallback: com serves, since rest cannot be reached");
        assertThat(client.get(API + "Docs/PrihodNaSklad('by-com')").status()).isEqualTo(200);
        assertThat(new Client(server.origin())
                        .get(API + "Docs/PrihodNaSklad('by-com')")
                        .status())
                .isEqualTo(404);

        door.open();
        program.await(() -> program.state("main").text("transport").equals("rest"), "it returns to REST");
        assertWay("rest", 2);
        assertThat(client.get(API + "Docs/PrihodNaSklad('by-com')").status())
                .as("REST is another base here")
                .isEqualTo(404);
        assertThat(program.log())
                .contains("fallback: com serves, since rest cannot be reached")
                .contains("fallback: rest has answered for 1 s and serves again");
    }

    @Test
    void it_never_goes_over_in_the_middle_of_an_upload() throws Exception {
        start("verbatim");
        assertThat(client.post(API + "Products/BeginUpdate", "").status()).isLessThan(300);
        door.close();
        program.await(
                () -> client.get(API + "Warehouses").status() == 503,
                "connections that stood before are found to be gone");
        Answer portion = client.post(API + "Products", "[{\"id\":\"x\",\"name\":\"y\"}]");
        assertThat(portion.status()).as(portion.text()).isEqualTo(503);
        assertThat(portion.header("Retry-After")).isNotNull();
        assertThat(client.get(API + "Warehouses").status())
                .as("nor with a reading")
                .isEqualTo(503);
        assertWay("rest", 0);

        door.open();
        program.await(
                () -> client.post(API + "Products", "[{\"id\":\"x\",\"name\":\"y\"}]")
                                .status()
                        < 300,
                "it goes on");
        assertThat(client.post(API + "Products/EndUpdate", "").status()).isLessThan(300);
        assertThat(new Client(server.origin()).get(API + "Products('x')").status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "typed"})
    void nor_back_while_an_upload_is_open_at_com(String forward) throws Exception {
        start(forward);
        door.close();
        program.await(
                () -> client.get(API + "Warehouses").status() == 200
                        && program.state("main").text("transport").equals("com"),
                "it goes over");
        assertThat(client.post(API + "Products/BeginUpdate", "").status()).isLessThan(300);
        door.open();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        program.await(() -> System.nanoTime() > until, "REST has answered for longer than it takes");
        assertWay("com", 1);
        assertThat(client.post(API + "Products", "[{\"id\":\"z\",\"name\":\"y\"}]")
                        .status())
                .isLessThan(300);
        assertThat(client.post(API + "Products/EndUpdate", "").status()).isLessThan(300);
        assertThat(client.get(API + "Products('z')").status()).isEqualTo(200);
        program.await(() -> program.state("main").text("transport").equals("rest"), "it returns to REST");
    }
}
