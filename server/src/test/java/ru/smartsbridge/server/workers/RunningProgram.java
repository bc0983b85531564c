package ru.smartsbridge.server.workers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/** {@link FaultyProgram} in a process of its own, with its workers; all of them end with the test. */
final class RunningProgram implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("smarts-bridge \\S+ .*127\\.0\\.0\\.1:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final Path log;
    private final int port;

    private RunningProgram(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    /** Serves this configuration; returns when it listens. */
    static RunningProgram serve(Path folder, String yaml) throws Exception {
        Path configuration = Files.writeString(
                Files.createDirectories(folder).resolve("bridge.yaml"), "listen: 127.0.0.1:0\nlanguage: en\n" + yaml);
        Path log = folder.resolve("bridge.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        FaultyProgram.class.getName(),
                        "serve",
                        "--config",
                        configuration.toString())
                .redirectErrorStream(true)
                .start();
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, log, port), "log");
        reader.setDaemon(true);
        reader.start();
        try {
            return new RunningProgram(process, log, port.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
        } catch (Exception e) {
            process.destroyForcibly();
            throw new IllegalStateException(Files.readString(log), e);
        }
    }

    private static void read(Process process, Path log, CompletableFuture<Integer> port) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.append(line).append('\n').flush();
                Matcher listening = LISTENING.matcher(line);
                if (listening.find()) {
                    port.complete(Integer.parseInt(listening.group(1)));
                }
            }
            port.completeExceptionally(new IllegalStateException("it has ended"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }

    int port() {
        return port;
    }

    Client client() {
        return new Client("http://127.0.0.1:" + port);
    }

    /** The state of a base in {@code /health/ready}. */
    Properties state(String base) {
        return client().get("/health/ready").json().objects("bases").stream()
                .filter(state -> state.text("name").equals(base))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until a base is ready. */
    Properties awaitReady(String base) {
        await(() -> state(base).flag("ready"), "base " + base + " is ready");
        return state(base);
    }

    void await(BooleanSupplier condition, String what) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("never: " + what + "\n" + log());
            }
            Pause.betweenLooks();
        }
    }

    /** The processes that serve bases. */
    List<ProcessHandle> workers() {
        return process.descendants().toList();
    }

    Process process() {
        return process;
    }

    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the bridge did not end\n" + log());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            process.destroyForcibly();
            all.forEach(ProcessHandle::destroyForcibly);
        }
    }
}
