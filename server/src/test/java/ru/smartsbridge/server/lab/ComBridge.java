package ru.smartsbridge.server.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.lab.WindowsJvm;
import ru.smartsbridge.com.lab.WindowsProcess;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/** The packaged program in the Windows JVM, in front of a base behind COM. */
final class ComBridge implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("Listening on 127\\.0\\.0\\.1:(\\d+)");
    private static final Duration TO_START = Duration.ofSeconds(120);
    private static final Duration TO_STOP = Duration.ofSeconds(60);

    /** The status of a JVM that Ctrl+C has ended, after its shutdown hooks. */
    static final int STOPPED = 130;

    private final WindowsProcess process;
    private final int port;

    private ComBridge(WindowsProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts {@code serve} in front of it and waits until it is ready; its configuration and state are in {@code folder}. */
    static ComBridge start(ComBase base, Path folder, ComBase.Isolation isolation)
            throws IOException, InterruptedException {
        ComBridge bridge = start(base, folder, base.configuration(folder, isolation));
        boolean ready = false;
        try {
            bridge.awaitReady("main");
            ready = true;
            return bridge;
        } finally {
            if (!ready) {
                bridge.close();
            }
        }
    }

    /** Starts {@code serve} with this configuration and waits until it listens. */
    static ComBridge start(ComBase base, Path folder, String yaml) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path configuration = Files.writeString(folder.resolve("bridge.yaml"), yaml);
        WindowsProcess process = base.jvm()
                .options("-Xmx256m")
                .workingDirectory(folder)
                .startJar(
                        Path.of(System.getProperty("smarts-bridge.jar")),
                        "serve",
                        "--config",
                        WindowsJvm.path(configuration));
        boolean listens = false;
        try {
            Matcher listening = LISTENING.matcher(process.await(LISTENING, TO_START));
            listens = listening.find();
            return new ComBridge(process, Integer.parseInt(listening.group(1)));
        } finally {
            if (!listens) {
                process.end();
            }
        }
    }

    /** {@code http://127.0.0.1:…}. */
    String origin() {
        return "http://127.0.0.1:" + port;
    }

    /** The API's root of its base. */
    String api() {
        return origin() + "/MobileSMARTS/api/v1";
    }

    /** The state of a base in {@code /health/ready}. */
    Properties state(String base) {
        return new Client(origin())
                .get("/health/ready").json().objects("bases").stream()
                        .filter(state -> state.text("name").equals(base))
                        .findFirst()
                        .orElseThrow();
    }

    /** Waits until a base is ready; its state. */
    Properties awaitReady(String base) {
        long until = System.nanoTime() + TO_START.toNanos();
        Properties state = state(base);
        while (!state.flag("ready")) {
            if (System.nanoTime() > until) {
                throw new AssertionError("never ready: " + state + "\n" + process.lines());
            }
            Pause.betweenLooks();
            state = state(base);
        }
        return state;
    }

    /** Waits until another worker stands by, as it does some seconds after the first is ready. */
    void awaitSpare(String base) {
        long until = System.nanoTime() + TO_START.toNanos();
        while (!state(base).object("worker").map(worker -> worker.flag("spare")).orElse(false)) {
            if (System.nanoTime() > until) {
                throw new AssertionError("no spare worker\n" + process.lines());
            }
            Pause.betweenLooks();
        }
    }

    WindowsProcess process() {
        return process;
    }

    /** Stops it as Ctrl+C does, and waits for its end. Returns its status, {@link #STOPPED} where nothing went wrong. */
    int stop() throws InterruptedException {
        process.interrupt();
        return process.exitCode(TO_STOP);
    }

    /** Ends it and all that it started. */
    @Override
    public void close() {
        process.close();
    }
}
