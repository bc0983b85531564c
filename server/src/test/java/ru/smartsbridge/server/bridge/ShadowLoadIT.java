package ru.smartsbridge.server.bridge;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a shadow costs a client under load: the same requests to the same server by three bases of one bridge, in turns;
 * one without a shadow, one whose candidate answers, one whose candidate hangs. Every read is repeated, the worst case.
 */
@Timeout(300)
class ShadowLoadIT {
    private static final int ROUNDS = 4;
    private static final int REQUESTS = 150;
    private static final long BETWEEN_NANOS = Duration.ofMillis(20).toNanos();
    private static final int HUNDREDTH = 99;

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** The 99th of a hundred answers, in microseconds, of requests that are sent at fixed times. */
    private long p99(String url) throws Exception {
        List<CompletableFuture<Long>> answers = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < REQUESTS; i++) {
            long due = begun + i * BETWEEN_NANOS;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .timeout(Duration.ofSeconds(30))
                    .build();
            answers.add(http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
                    .thenApply(answer -> {
                        assertThat(answer.statusCode())
                                .as(new String(answer.body(), UTF_8))
                                .isEqualTo(200);
                        return System.nanoTime() - due;
                    }));
        }
        long[] nanos = new long[REQUESTS];
        for (int i = 0; i < REQUESTS; i++) {
            nanos[i] = answers.get(i).get(60, TimeUnit.SECONDS);
        }
        java.util.Arrays.sort(nanos);
        return TimeUnit.NANOSECONDS.toMicros(nanos[REQUESTS * HUNDREDTH / 100]);
    }

    private static long median(List<Long> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static void accept(ServerSocket silent, List<Socket> callers) {
        try {
            while (true) {
                callers.add(silent.accept());
            }
        } catch (IOException closed) {
            // as it was asked for
        }
    }

    @Test
    void a_client_waits_no_longer_whether_the_candidate_answers_or_hangs() throws Exception {
        List<Socket> callers = java.util.Collections.synchronizedList(new ArrayList<>());
        try (PackagedBridge behind = PackagedBridge.start(folder.resolve("behind"), "");
                ServerSocket silent = new ServerSocket(0, 100, InetAddress.getLoopbackAddress())) {
            Thread accepting = new Thread(() -> accept(silent, callers), "silent");
            accepting.setDaemon(true);
            accepting.start();
            String rest = "{ rest: { url: \"" + behind.api() + "\" }";
            String yaml = "default-base: plain\nbases:\n  plain: " + rest + " }\n  shadowed: " + rest
                    + ", shadow: { candidate: next, sample: 1.0 } }\n  hanging: " + rest
                    + ", shadow: { candidate: silent, sample: 1.0 } }\n  next: " + rest
                    + " }\n  silent: { rest: { url: \"http://127.0.0.1:" + silent.getLocalPort() + "/api/v1\" } }\n";
            try (PackagedBridge bridge = PackagedBridge.start(folder.resolve("bridge"), yaml)) {
                Map<String, List<Long>> figures = new LinkedHashMap<>();
                List<String> ways = List.of("plain", "shadowed", "hanging");
                for (int round = -1; round < ROUNDS; round++) { // the first warms up
                    for (String way : ways) {
                        String url = bridge.api().replace("MobileSMARTS", way) + "/Docs/Otgruzka?$top=2";
                        long micros = p99(url);
                        if (round >= 0) {
                            figures.computeIfAbsent(way, first -> new ArrayList<>())
                                    .add(micros);
                        }
                    }
                }
                figures.forEach((way, p99) -> System.out.printf(
                        Locale.ROOT,
                        "p99 %s: median %d us of %d rounds, %d to %d%n",
                        way,
                        median(p99),
                        ROUNDS,
                        p99.stream().min(Long::compare).orElseThrow(),
                        p99.stream().max(Long::compare).orElseThrow()));
                String metrics = new Client(bridge.api().replace("/MobileSMARTS/api/v1", ""))
                        .get("/metrics")
                        .text();
                metrics.lines()
                        .filter(line -> line.startsWith("smarts_bridge_shadow"))
                        .forEach(System.out::println);
                long noise = figures.get("plain").stream().max(Long::compare).orElseThrow();
                assertThat(median(figures.get("shadowed")))
                        .as("candidate answers")
                        .isLessThanOrEqualTo(noise);
                assertThat(median(figures.get("hanging"))).as("candidate hangs").isLessThanOrEqualTo(noise);
                assertThat(metrics)
                        .containsPattern("base=\"shadowed\",outcome=\"same\"} [1-9]")
                        .containsPattern("base=\"hanging\",outcome=\"dropped\"} [1-9]");
            }
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }
}
