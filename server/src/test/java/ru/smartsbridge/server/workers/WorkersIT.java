package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Client;

/** Two bases, each in a worker of its own, whose components hang, end their process or take their time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class WorkersIT {
    private static final String API = "/MobileSMARTS/api/v1/";
    private static final String OTHER = "/other/api/v1/";
    private static final int GATEWAY_TIMEOUT = 504;
    private static final int UNAVAILABLE = 503;
    private static final int BAD_GATEWAY = 502;

    private Path folder;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private RunningProgram program;
    private Path faults;

    @BeforeAll
    void serve(@TempDir Path given) throws Exception {
        folder = given;
        faults = Files.createDirectories(folder.resolve("main"));
        Path others = Files.createDirectories(folder.resolve("other"));
        program = RunningProgram.serve(folder.resolve("bridge"), """
                bases:
                  main: { com: { connection: '%s', timeout: 3s, end-timeout: 30s } }
                  other: { com: { connection: '%s' } }
                """.formatted(faults, others));
    }

    @BeforeEach
    void ready() throws IOException {
        program.awaitReady("main");
        program.awaitReady("other");
        program.await(
                () -> program.state("main")
                        .object("worker")
                        .map(worker -> worker.flag("spare"))
                        .orElse(false),
                "a spare stands by");
        Files.deleteIfExists(faults.resolve("met"));
    }

    @AfterEach
    void noFault() throws IOException {
        Files.deleteIfExists(faults.resolve("fault"));
    }

    @AfterAll
    void stop() {
        List<ProcessHandle> workers = program.workers();
        program.close();
        clients.shutdownNow();
        assertThat(workers).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    private void fault(String order) throws IOException {
        Path fresh = Files.writeString(folder.resolve("fault.new"), order);
        Files.move(fresh, faults.resolve("fault"));
    }

    private CompletableFuture<Client.Answer> asked(String path) {
        return CompletableFuture.supplyAsync(() -> program.client().get(path), clients);
    }

    private void awaitFault() {
        program.await(() -> Files.exists(faults.resolve("met")), "the component meets the fault");
    }

    private static long millis(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toMillis();
    }

    /** Asks until the base answers; in milliseconds since {@code since}. */
    private long answersAgain(long since) {
        program.await(() -> program.client().get(API + "Warehouses").status() == 200, "the base answers again");
        return millis(since);
    }

    @Test
    void a_base_is_served_by_a_process_of_its_own_which_health_tells() {
        Properties main = program.state("main");
        assertThat(main.text("transport")).isEqualTo("com");
        assertThat(main.text("why")).contains("section com");
        Properties worker = main.object("worker").orElseThrow();
        assertThat(program.workers().stream().map(ProcessHandle::pid))
                .contains(worker.decimal("pid").longValueExact());
        System.out.println("worker start-up: " + worker.decimal("startMilliseconds") + " ms; memory: "
                + resident(worker.decimal("pid").longValueExact()) + " MB");
        Client.Answer answer = program.client().send("GET", API + "Warehouses", null, "X-Request-ID", "id-7");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Request-ID")).isEqualTo("id-7");
        assertThat(answer.json().text("@odata.context"))
                .startsWith(answer.response().uri().resolve("/") + "MobileSMARTS/api/v1/$metadata#Warehouses");
    }

    private static long resident(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Test
    void what_only_the_server_may_say_is_not_believed_of_a_client() {
        Client.Answer answer = program.client()
                .send("GET", API + "Warehouses", null, WorkerHeaders.ORIGIN, "http://evil", WorkerHeaders.ACCOUNT, "x");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).doesNotContain("evil");
    }

    @Test
    void of_a_hung_call_its_client_has_504_those_who_wait_503_and_the_base_answers_again_soon() throws Exception {
        fault("list hang");
        CompletableFuture<Client.Answer> hung = asked(API + "Warehouses");
        awaitFault();
        List<CompletableFuture<Client.Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            waiting.add(asked(API + "Products?$top=1"));
        }
        long begun = System.nanoTime();
        assertThat(program.client().get(OTHER + "Warehouses").status()).isEqualTo(200);
        assertThat(hung.get().status()).as(hung.get().text()).isEqualTo(GATEWAY_TIMEOUT);
        long told = System.nanoTime();
        for (CompletableFuture<Client.Answer> one : waiting) {
            assertThat(one.get().status()).as(one.get().text()).isEqualTo(UNAVAILABLE);
            assertThat(one.get().header("Retry-After")).isEqualTo("2");
        }
        long again = answersAgain(told);
        System.out.println("a hung call: 504 after "
                + Duration.ofNanos(told - begun).toMillis() + " ms, the base answers " + again + " ms later");
        assertThat(again).isLessThan(10_000);
        assertThat(program.log()).contains("a call of the component did not come back");
    }

    @Test
    void of_a_component_that_ends_its_process_its_client_has_502_and_those_who_wait_503() throws Exception {
        fault("list delay 1500");
        CompletableFuture<Client.Answer> first = asked(API + "Warehouses");
        awaitFault();
        fault("list exit");
        CompletableFuture<Client.Answer> crashed = asked(API + "Users");
        CompletableFuture<Client.Answer> waiting = asked(API + "UserGroups");
        first.handle((answer, brokenOff) -> answer).join(); // it may be under way still when the process ends
        long begun = System.nanoTime();
        List<Integer> statuses =
                new ArrayList<>(List.of(crashed.get().status(), waiting.get().status()));
        statuses.sort(null);
        assertThat(statuses).as(crashed.get().text() + waiting.get().text()).containsExactly(BAD_GATEWAY, UNAVAILABLE);
        long again = answersAgain(begun);
        System.out.println("a component that ends its process: the base answers " + again + " ms later");
        assertThat(again).isLessThan(10_000);
    }

    @Test
    void a_write_that_a_crash_met_says_that_its_outcome_is_unknown() throws Exception {
        fault("create exit");
        Client.Answer answer = program.client()
                .post(API + "Docs/PrihodNaSklad", "{\"id\":\"crash\",\"name\":\"x\",\"warehouseId\":\"1\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(BAD_GATEWAY);
        assertThat(answer.message()).contains("unknown", "read the object again");
    }

    @Test
    void an_upload_that_was_open_when_the_process_ended_is_begun_anew() throws Exception {
        Client client = program.client();
        assertThat(client.post(API + "Products/BeginUpdate", "").status()).isLessThan(300);
        fault("list exit");
        assertThat(client.get(API + "Warehouses").status()).isEqualTo(BAD_GATEWAY);
        answersAgain(System.nanoTime());
        Client.Answer gone = client.post(API + "Products/EndUpdate", "");
        assertThat(gone.status()).as(gone.text()).isEqualTo(409);
        assertThat(gone.message()).contains("Begin it anew");
    }

    @Test
    void a_slow_call_within_its_time_is_no_hang() throws Exception {
        long starts = program.state("main")
                .object("worker")
                .orElseThrow()
                .decimal("starts")
                .longValueExact();
        fault("list delay 2500");
        assertThat(program.client().get(API + "Warehouses").status()).isEqualTo(200);
        assertThat(program.state("main")
                        .object("worker")
                        .orElseThrow()
                        .decimal("starts")
                        .longValueExact())
                .isEqualTo(starts);
    }

    @Test
    void what_waits_is_not_done_once_its_client_has_left_and_what_is_under_way_comes_to_its_end() throws Exception {
        fault("list delay 2500");
        Socket slow = sent("GET", API + "Warehouses", "");
        awaitFault();
        slow.close();
        sent("POST", API + "Docs/PrihodNaSklad", "{\"id\":\"left\",\"name\":\"x\",\"warehouseId\":\"1\"}")
                .close();
        assertThat(program.client().get(API + "Warehouses").status()).isEqualTo(200);
        assertThat(program.client().get(API + "Docs/PrihodNaSklad('left')").status())
                .isEqualTo(404);
    }

    private Socket sent(String method, String path, String body) throws IOException {
        Socket socket = new Socket("127.0.0.1", program.port());
        socket.getOutputStream()
                .write((method + " " + path + " HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.UTF_8));
        return socket;
    }

    @Test
    void the_metrics_tell_which_way_is_gone_and_how_often_a_process_was_started() {
        String metrics = program.client().get("/metrics").text();
        assertThat(metrics)
                .contains("smarts_bridge_way{base=\"main\",way=\"com\"} 1.0")
                .contains("smarts_bridge_worker_up{base=\"main\"} 1.0")
                .contains("smarts_bridge_worker_starts_total{base=\"other\"} 1.0");
    }

    @Test
    void a_killed_server_leaves_no_process() throws Exception {
        Path faultless = Files.createDirectories(folder.resolve("faultless"));
        try (RunningProgram killed = RunningProgram.serve(
                folder.resolve("killed"), "bases: { main: { com: { connection: '%s' } } }".formatted(faultless))) {
            killed.awaitReady("main");
            List<ProcessHandle> workers = killed.workers();
            assertThat(workers).isNotEmpty();
            killed.process().destroyForcibly().waitFor();
            killed.await(() -> workers.stream().noneMatch(ProcessHandle::isAlive), "the workers end");
        }
    }
}
