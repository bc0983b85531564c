package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import ru.smartsbridge.com.lab.WindowsProcess;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Client.Answer;
import ru.smartsbridge.server.bridge.Pause;

/** The server and two workers in Windows JVMs, over HTTP, with every fault that the stand-in has. */
@Timeout(value = 6, unit = TimeUnit.MINUTES)
class WorkerFaultsIT {
    private static final String MAIN = "/MobileSMARTS/api/v1/";
    private static final String OTHER = "/other/api/v1/";
    private static final Duration AGAIN = Duration.ofSeconds(10);
    private static final int ROUNDS = 4;
    private static final int REQUESTS = 60;

    @TempDir
    Path folder;

    private final ExecutorService clients = Executors.newCachedThreadPool();
    private TwoBases bases;
    private Client client;

    private void start() throws Exception {
        bases = TwoBases.start(folder, "3s", "4s");
        client = new Client(bases.bridge().origin());
    }

    @AfterEach
    void stop() {
        clients.shutdownNow();
        if (bases != null) {
            bases.close();
        }
    }

    private Answer met(Doing doing, String fault) {
        doing.prepare(client, MAIN);
        bases.home().order(doing.member() + " " + fault);
        awaitOrder();
        Answer answer = doing.with(client, MAIN);
        bases.home().order();
        awaitOrder();
        return answer;
    }

    /** The stand-in looks at its orders every 20 ms. */
    private static void awaitOrder() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(60);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    /** Asks until the base answers; how long that took. */
    private Duration answersAgain() {
        long since = System.nanoTime();
        while (client.get(MAIN + "Warehouses").status() != 200) {
            assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(Duration.ofMinutes(1));
            Pause.betweenLooks();
        }
        return Duration.ofNanos(System.nanoTime() - since);
    }

    private void serves(Doing doing) {
        doing.prepare(client, MAIN);
        Answer answer = doing.with(client, MAIN);
        assertThat(answer.status())
                .as("%s afterwards: %s", doing, answer.text())
                .isBetween(200, 204);
        assertThat(client.get(OTHER + "Users").status()).isEqualTo(200);
    }

    /** Each kind takes the better part of a minute: one of them by itself, all with {@code -Dlab.faults=all}. */
    static Stream<Doing> kinds() {
        if ("all".equals(System.getProperty("lab.faults"))) {
            return Stream.of(Doing.values());
        }
        System.out.println("Faults are tried at one kind of call of twelve; -Dlab.faults=all has them tried at all");
        return Stream.of(Doing.UPLOADING);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void each_fault_at_this_kind_of_call_is_answered_as_it_should_be(Doing doing) throws Exception {
        start();
        serves(doing);

        Answer slow = met(doing, "delay 1000");
        assertThat(slow.status()).as("a delay: %s", slow.text()).isBetween(200, 204);
        for (String fault : List.of("hresult 0x8000FFFF", "exception на складе пожар", "garbage")) {
            Answer failed = met(doing, fault);
            assertThat(failed.status()).as("%s: %s", fault, failed.text()).isEqualTo(502);
            assertThat(failed.message()).as(fault).isNotBlank();
            settle(doing);
        }
        System.out.println(doing + ": hang " + hung(doing) + ", exit " + ended(doing));
    }

    private String hung(Doing doing) {
        bases.bridge().awaitSpare("main");
        long begin = System.nanoTime();
        Answer answer = met(doing, "hang");
        long told = Duration.ofNanos(System.nanoTime() - begin).toMillis();
        assertThat(answer.status()).as(answer.text()).isEqualTo(504);
        if (doing.writes()) {
            assertThat(answer.message()).containsAnyOf("unknown", "not known", "nothing in the base was changed");
        }
        Duration again = answersAgain();
        assertThat(again).as("answers again").isLessThan(AGAIN);
        settle(doing);
        serves(doing);
        return "504 after " + told + " ms, answers again " + again.toMillis() + " ms later";
    }

    private String ended(Doing doing) {
        bases.bridge().awaitSpare("main");
        Answer answer = met(doing, "exit 3");
        assertThat(answer.status()).as(answer.text()).isEqualTo(502);
        if (doing.writes()) {
            assertThat(answer.message()).contains("unknown");
        }
        Duration again = answersAgain();
        assertThat(again).as("answers again").isLessThan(AGAIN);
        settle(doing);
        serves(doing);
        return "502, answers again " + again.toMillis() + " ms later";
    }

    /** An upload whose End had no known outcome is ended once more by its client, and by nobody else. */
    private void settle(Doing doing) {
        if (doing.uploads()) {
            Answer again = doing.end(client, MAIN);
            assertThat(again.status())
                    .as("the same End again: %s", again.text())
                    .isBetween(200, 204);
            assertThat(doing.seen(client, MAIN)).isPositive();
        }
    }

    @Test
    @EnabledIfSystemProperty(
            named = "lab.faults",
            matches = "all",
            disabledReason = "compares latencies, which neighbours on the machine spoil: -Dlab.faults=all")
    void those_who_wait_are_told_that_nothing_happened_and_the_other_base_notices_nothing() throws Exception {
        start();
        bases.home().trace();
        List<Long> calm = new ArrayList<>();
        for (int round = 0; round <= ROUNDS; round++) {
            long p99 = p99OfTheOther();
            if (round > 0) { // the first warms up
                calm.add(p99);
            }
        }
        bases.bridge().awaitSpare("main");
        CompletableFuture<Answer> hung = hungInTheComponent();
        List<CompletableFuture<Answer>> waiting = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            waiting.add(ask(MAIN + "Products('00000001')"));
        }
        CompletableFuture<Long> meanwhile = CompletableFuture.supplyAsync(this::p99OfTheOther, clients);

        assertThat(hung.get().status()).as(hung.get().text()).isEqualTo(504);
        for (CompletableFuture<Answer> one : waiting) {
            assertThat(one.get().status()).as(one.get().text()).isEqualTo(503);
        }
        bases.home().order();
        Duration again = answersAgain();
        long p99 = meanwhile.get();
        System.out.printf(
                "p99 of the other base: without the fault %s us, with it %d us; answers again after %d ms%n",
                calm, p99, again.toMillis());
        assertThat(again).isLessThan(AGAIN);
        long most = calm.stream().mapToLong(Long::longValue).max().orElseThrow();
        assertThat(p99)
                .as("within the spread, doubled for a machine with neighbours")
                .isLessThan(2 * most + 50_000);
    }

    /** A request whose call has the component's thread, and hangs there. */
    private CompletableFuture<Answer> hungInTheComponent() {
        bases.home().order("StorageConnector.GetUsers hang");
        awaitOrder();
        long before = bases.home().traced("StorageConnector.GetUsers");
        CompletableFuture<Answer> hung = ask(MAIN + "Users");
        Pause.until(() -> bases.home().traced("StorageConnector.GetUsers") > before, AGAIN);
        return hung;
    }

    private CompletableFuture<Answer> ask(String path) {
        return CompletableFuture.supplyAsync(() -> client.get(path), clients);
    }

    private long p99OfTheOther() {
        long[] micros = LongStream.range(0, REQUESTS)
                .map(i -> {
                    long begin = System.nanoTime();
                    assertThat(client.get(OTHER + "Products('00000001')").status())
                            .isEqualTo(200);
                    return (System.nanoTime() - begin) / 1_000;
                })
                .toArray();
        Arrays.sort(micros);
        return micros[REQUESTS * 99 / 100];
    }

    @Test
    void two_workers_do_not_touch_each_others_component() throws Exception {
        start();
        assertThat(Doing.UPLOADING.with(client, MAIN).status()).isBetween(200, 204);
        assertThat(client.get(MAIN + "Products('doing-1')").status()).isEqualTo(200);
        assertThat(client.get(OTHER + "Products('doing-1')").status()).isEqualTo(404);
        assertThat(client.post(OTHER + "Products/BeginUpdate", "").status()).isBetween(200, 204);
        assertThat(client.post(MAIN + "Products/BeginUpdate", "").status()).isBetween(200, 204);
    }

    @Test
    void a_slow_end_is_no_hang() throws Exception {
        bases = TwoBases.start(folder, "2s", "60s");
        client = new Client(bases.bridge().origin());
        bases.home().order("StorageConnector.EndUploadProducts delay 8000");
        awaitOrder();
        assertThat(Doing.UPLOADING.with(client, MAIN).status()).isBetween(200, 204);
        assertThat(bases.bridge().state("main").object("worker").orElseThrow().decimal("starts"))
                .isEqualByComparingTo("1");
    }

    @Test
    void a_server_that_is_killed_takes_its_workers_along() throws Exception {
        start();
        WindowsProcess process = bases.bridge().process();
        List<ProcessHandle> family = process.family();
        assertThat(family.size()).as("the server and two workers: %s", family).isGreaterThanOrEqualTo(3);
        family.stream()
                .filter(each -> each.info().commandLine().orElse("").contains("--config"))
                .forEach(ProcessHandle::destroyForcibly);
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive)) {
            assertThat(System.nanoTime()).as("the workers end").isLessThan(until);
            Pause.betweenLooks();
        }
    }
}
