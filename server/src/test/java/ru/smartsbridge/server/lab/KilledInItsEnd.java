package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Client.Answer;

/** A worker that is killed in the middle of an upload's End, and what its client does then. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class KilledInItsEnd {
    private static final String API = "/MobileSMARTS/api/v1/";
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final ExecutorService clients = Executors.newCachedThreadPool();

    /** The base, its files in an empty folder. */
    abstract ComBase base(Path home) throws Exception;

    /** So many take the component some seconds. */
    abstract int products();

    /** Has the End take long, where it would not by itself. */
    void slowDown() {}

    /** No longer. */
    void speedUp() {}

    @AfterEach
    void stop() {
        clients.shutdownNow();
    }

    @Test
    void its_client_is_told_that_the_outcome_is_unknown_and_the_same_end_once_more_brings_all_of_it() throws Exception {
        ComBase base = base(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), ComBase.Isolation.PROCESS)) {
            Client client = new Client(bridge.origin());
            assertThat(client.post(API + "Products/BeginUpdate", "").status()).isBetween(200, 204);
            String portion = IntStream.range(0, products())
                    .mapToObj(i -> "{\"id\":\"killed-" + i + "\",\"name\":\"Товар " + i + "\"}")
                    .collect(Collectors.joining(",", "[", "]"));
            assertThat(client.post(API + "Products", portion).status()).isBetween(200, 204);
            long pid = bridge.state("main")
                    .object("worker")
                    .orElseThrow()
                    .decimal("pid")
                    .longValueExact();
            slowDown();
            CompletableFuture<Answer> end =
                    CompletableFuture.supplyAsync(() -> client.post(API + "Products/EndUpdate", ""), clients);
            awaitEnding(bridge);

            WindowsTasks.kill(base, pid);
            speedUp();

            assertThat(end.get().status()).as(end.get().text()).isEqualTo(502);
            assertThat(end.get().message()).contains("unknown");
            bridge.awaitReady("main");
            Answer stranger = client.send("POST", API + "Products/EndUpdate", "", "Authorization", "Basic cGV0cjpw");
            assertThat(stranger.status())
                    .as("somebody else's End: %s", stranger.text())
                    .isEqualTo(409);
            Answer again = client.post(API + "Products/EndUpdate", "");
            assertThat(again.status())
                    .as("the same End once more: %s", again.text())
                    .isBetween(200, 204);
            for (int i : new int[] {0, products() / 2, products() - 1}) {
                assertThat(client.get(API + "Products('killed-" + i + "')").status())
                        .isEqualTo(200);
            }
            assertThat(client.post(API + "Products/EndUpdate", "").status())
                    .as("an End too many")
                    .isEqualTo(409);
        }
    }

    /** Until the worker has noted that the component may get the spool. */
    private void awaitEnding(ComBridge bridge) throws Exception {
        long until = System.nanoTime() + LONGEST.toNanos();
        try (var files = FileSystems.getDefault().newWatchService()) {
            Path spools = folder.resolve("bridge/state/workers/bases/main/spool");
            while (!hasMarker(spools)) {
                assertThat(System.nanoTime())
                        .as("the End begins: %s", bridge.process().lines())
                        .isLessThan(until);
                files.poll(20, TimeUnit.MILLISECONDS);
            }
        }
    }

    private static boolean hasMarker(Path spools) throws IOException {
        try (var files = Files.list(spools)) {
            return files.anyMatch(file -> file.toString().endsWith(".ending"));
        }
    }
}
