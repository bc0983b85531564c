package ru.smartsbridge.server.workers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of a worker. It ends with this process, since its standard input does. Thread-safe. */
final class WorkerProcess {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerProcess.class);
    private static final long STOP_SECONDS = 10;
    private static final long KILL_SECONDS = 5;

    private final String base;
    private final Process process;
    private final CompletableFuture<Void> warm = new CompletableFuture<>();
    private volatile WorkerOrder order;
    private volatile long ordered;
    private final Set<Long> begun = ConcurrentHashMap.newKeySet();
    private final CompletableFuture<Integer> ready = new CompletableFuture<>();
    private final CompletableFuture<Integer> ended = new CompletableFuture<>();
    private volatile String failure;

    private WorkerProcess(String base, Process process) {
        this.base = base;
        this.process = process;
    }

    /**
     * Starts it; it then waits for its order.
     *
     * @param spare whether that comes later, so that there is time to warm up
     * @throws IOException where there is no such program as {@code java}
     */
    static WorkerProcess start(Program program, Optional<Path> java, String base, boolean spare) throws IOException {
        Process process = new ProcessBuilder(program.worker(java, spare))
                .redirectError(ProcessBuilder.Redirect.INHERIT) // its log goes where ours goes
                .start();
        WorkerProcess worker = new WorkerProcess(base, process);
        Thread reader = new Thread(worker::read, "worker-" + base + "-" + process.pid());
        reader.setDaemon(true);
        reader.start();
        return worker;
    }

    /**
     * Tells it what to do; once.
     *
     * @throws IOException where it has ended already
     */
    void order(WorkerOrder given) throws IOException {
        order = given;
        ordered = System.nanoTime();
        boolean told = false;
        try {
            given.write(process.getOutputStream());
            told = true;
        } finally {
            if (!told) {
                process.destroyForcibly();
            }
        }
    }

    /** Whether it lives, and has loaded what it will need. */
    boolean isWarm() {
        return warm.isDone() && process.isAlive();
    }

    /** Until its output ends, which is after everything that it still had to say. */
    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                WorkerLine.parse(line)
                        .ifPresentOrElse(this::take, () -> LOG.info("A worker of base {} printed something", base));
            }
        } catch (IOException e) {
            LOG.debug("The output of the worker of base {} broke off", base, e);
        }
        process.onExit().thenAccept(gone -> ended.complete(gone.exitValue()));
    }

    private void take(WorkerLine line) {
        if (line instanceof WorkerLine.Ready told) {
            ready.complete(told.port());
        } else if (line instanceof WorkerLine.Warm) {
            warm.complete(null);
        } else if (line instanceof WorkerLine.Begun told) {
            begun.add(told.exchange());
        } else if (line instanceof WorkerLine.Failed told) {
            failure = told.why();
        }
    }

    String token() {
        return order.token();
    }

    long pid() {
        return process.pid();
    }

    /** When it was told what to do, a time of {@link System#nanoTime}. */
    long ordered() {
        return ordered;
    }

    /** The port on which it takes requests; completes when it does so. */
    CompletableFuture<Integer> ready() {
        return ready;
    }

    /** Its exit code; completes when it has ended and all that it said was read. */
    CompletableFuture<Integer> ended() {
        return ended;
    }

    /** Why it could not serve, in its own words. */
    Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    boolean hasBegun(long exchange) {
        return begun.contains(exchange);
    }

    /** An exchange is over. */
    void forget(long exchange) {
        begun.remove(exchange);
    }

    /** Ends it at once. */
    void kill() {
        process.destroyForcibly();
    }

    /** Has it end in order, and ends it where it does not; bounded. */
    void stop() {
        try {
            process.getOutputStream().close(); // which it takes for the server's own end
        } catch (IOException e) {
            LOG.debug("The worker of base {} is gone already", base, e);
        }
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The worker of base {} (process {}) does not end by itself and is ended", base, pid());
                process.destroyForcibly().waitFor(KILL_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
