package ru.smartsbridge.server.workers;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * The worker of one base, whichever process it is at the moment: started again when it ends, by {@link RestartPauses}, until
 * it is closed. Thread-safe.
 */
public final class Worker implements AutoCloseable {
    /** With which a worker ends itself after a call that did not come back. */
    public static final int HUNG = 4;

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    /** A JVM on a loaded machine, and under it a component that is connected to only later. */
    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** The worker that serves has its first requests to answer before another JVM takes the processor's time. */
    private static final Duration BEFORE_SPARE = Duration.ofSeconds(2);

    private static final Duration ASKING = Duration.ofSeconds(100);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final int OK = 200;

    private final String base;
    private final Properties described;
    private final Optional<Path> java;
    private final Duration patience;
    private final boolean sparing;
    private final Program program = Program.running();
    private final RestartPauses pauses = new RestartPauses();
    private final AtomicLong exchanges = new AtomicLong();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ScheduledExecutorService supervision;

    private final CountDownLatch first = new CountDownLatch(1);

    private volatile WorkerProcess process;
    private volatile WorkerProcess spare;
    private volatile int port;
    private volatile Text down;
    private volatile long starts;
    private volatile long startNanos;
    private volatile boolean closed;

    /**
     * Not started yet.
     *
     * @param described the base, by {@link ru.smartsbridge.server.config.SingleBase}
     * @param java the JVM to run it in; empty: the one that runs this process
     * @param patience how long the longest answer of it may take to begin
     * @param sparing whether another process is to stand by
     */
    public Worker(Properties described, Optional<Path> java, Duration patience, boolean sparing) {
        this.base = described.text("base");
        this.described = described;
        this.java = java;
        this.patience = patience;
        this.sparing = sparing;
        this.down = WorkerTexts.text("worker.starting", base);
        ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "worker-" + base);
            thread.setDaemon(true);
            return thread;
        });
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        this.supervision = executor;
    }

    /** The base it serves. */
    public String base() {
        return base;
    }

    /** How long the longest answer of it may take to begin. */
    public Duration patience() {
        return patience;
    }

    /** Starts it; returns at once. */
    public void start() {
        supervision.execute(this::run);
    }

    private void run() {
        if (closed) {
            return;
        }
        try {
            WorkerProcess started = take();
            process = started;
            starts++;
            started.order(WorkerOrder.of(described));
            started.ready()
                    .orTimeout(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS)
                    .whenComplete((at, late) -> {
                        if (late == null) {
                            ready(started, at);
                        } else {
                            started.kill();
                        }
                    });
            started.ended().thenAcceptAsync(code -> ended(started, code), supervision);
            if (closed) {
                started.stop();
            }
        } catch (IOException e) {
            Path jvm = java.orElse(Path.of(System.getProperty("java.home")));
            down = WorkerTexts.text("worker.notStarted", base, jvm, e.getMessage());
            LOG.error("{}", down);
            first.countDown();
            again();
        }
    }

    /** The spare where there is one that is warm; a new process otherwise. */
    private WorkerProcess take() throws IOException {
        WorkerProcess warm = spare;
        spare = null;
        if (warm != null && warm.isWarm()) {
            return warm;
        }
        if (warm != null) {
            warm.kill();
        }
        return WorkerProcess.start(program, java, base, false);
    }

    /** Has another process wait for its turn, so that the base is without one for as short as can be. */
    private void prepare() {
        if (closed || !sparing || spare != null) {
            return;
        }
        try {
            spare = WorkerProcess.start(program, java, base, true);
            if (closed) {
                spare.kill();
            }
        } catch (IOException e) {
            LOG.warn("Base {}: no spare worker can be started: {}", base, e.getMessage());
        }
    }

    private void ready(WorkerProcess started, int at) {
        startNanos = System.nanoTime() - started.ordered();
        port = at;
        down = null;
        first.countDown();
        LOG.info(
                "Base {}: its worker is process {} and took {} ms to start",
                base,
                started.pid(),
                TimeUnit.NANOSECONDS.toMillis(startNanos));
        schedule(this::prepare, BEFORE_SPARE);
    }

    private void schedule(Runnable task, Duration pause) {
        try {
            supervision.schedule(task, pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.debug("Base {}: no further worker, as the server stops", base);
        }
    }

    private void ended(WorkerProcess gone, int code) {
        if (closed) {
            return;
        }
        down = gone.failure()
                .map(why -> WorkerTexts.text("worker.cannot", base, why))
                .orElseGet(() -> WorkerTexts.text(code == HUNG ? "worker.hung" : "worker.ended", base, code));
        LOG.error("{}", down);
        first.countDown();
        again();
    }

    private void again() {
        schedule(this::run, pauses.next(System.nanoTime()));
    }

    /**
     * The way to the process that serves now, for one exchange.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where there is none at the moment, and why
     */
    public Reach reach() {
        Text reason = down;
        WorkerProcess now = process;
        if (reason != null || now == null || closed) {
            throw WorkerTexts.unreachable(reason == null ? WorkerTexts.text("worker.starting", base) : reason);
        }
        return new Reach(this, now, port, exchanges.incrementAndGet());
    }

    /** One exchange with one process of a worker. */
    public static final class Reach {
        private final Worker worker;
        private final WorkerProcess process;
        private final int port;
        private final long exchange;

        private Reach(Worker worker, WorkerProcess process, int port, long exchange) {
            this.worker = worker;
            this.process = process;
            this.port = port;
            this.exchange = exchange;
        }

        /** {@code http://127.0.0.1:…}, without a slash at its end. */
        public URI root() {
            return URI.create("http://127.0.0.1:" + port);
        }

        public String token() {
            return process.token();
        }

        public long exchange() {
            return exchange;
        }

        /** The exchange is over, whatever way. */
        public void over() {
            process.forget(exchange);
        }

        /**
         * What became of the exchange whose connection broke: known when the process has said its last, and within
         * bounds. Never fails.
         */
        public CompletableFuture<Outcome> outcome() {
            return process.ended()
                    .thenApply(code -> process.hasBegun(exchange) ? Outcome.UNKNOWN : Outcome.NOTHING_HAPPENED)
                    .completeOnTimeout(Outcome.UNKNOWN, LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)
                    .exceptionally(failure -> Outcome.UNKNOWN);
        }

        /** The process has not answered within everything that it was given: it ends, and another takes its place. */
        public void giveUp() {
            LOG.error("Base {}: its worker (process {}) does not answer and is ended", worker.base, process.pid());
            process.kill();
        }
    }

    /** What is known of an exchange that the worker did not answer. */
    public enum Outcome {
        NOTHING_HAPPENED,
        UNKNOWN
    }

    /**
     * Asks it how it is.
     *
     * @param language of the texts in the answer
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNREACHABLE} where it does not say
     */
    public Properties status(Locale language) {
        return Json.parseObject(ask("GET", WorkerHeaders.STATUS_PATH, language));
    }

    /** Asks it in full, as {@link #status} does for those who ask often. */
    public Properties check(Locale language) {
        return Json.parseObject(ask("GET", WorkerHeaders.CHECK_PATH, language));
    }

    /** The description of its base's API, as JSON. */
    public byte[] openApi(Locale language) {
        return ask("GET", WorkerHeaders.OPENAPI_PATH, language);
    }

    /** Has it drop the open upload of a target; false where there is none. */
    public boolean free(String target, Locale language) {
        String query = "?target=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
        return Json.parseObject(ask("POST", WorkerHeaders.FREE_PATH + query, language))
                .flag("freed");
    }

    private byte[] ask(String method, String path, Locale language) {
        Reach reach = reach();
        HttpRequest request = HttpRequest.newBuilder(URI.create(reach.root() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header(WorkerHeaders.TOKEN, reach.token())
                .header("Accept-Language", language.getLanguage().equals("ru") ? "ru" : "en")
                .timeout(ASKING)
                .build();
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw WorkerTexts.unreachable(WorkerTexts.text("worker.silent", base, answer.statusCode()));
            }
            return answer.body();
        } catch (IOException e) {
            throw WorkerTexts.unreachable(WorkerTexts.text("worker.silent", base, e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WorkerTexts.unreachable(WorkerTexts.text("worker.silent", base, "interrupted"));
        }
    }

    /**
     * Waits until the first process takes requests or has failed to.
     *
     * @return whether it takes them
     */
    public boolean awaitFirst(Duration longest) throws InterruptedException {
        return first.await(longest.toMillis(), TimeUnit.MILLISECONDS) && up();
    }

    /** Whether a process takes requests now. */
    public boolean up() {
        return down == null && process != null && !closed;
    }

    private boolean hasSpare() {
        WorkerProcess waiting = spare;
        return waiting != null && waiting.isWarm();
    }

    /** How often one was started. */
    public long starts() {
        return starts;
    }

    /** Id of the process, how long it took to start, and whether a spare stands by; null where none is ready. */
    public Properties process() {
        WorkerProcess now = process;
        return now == null || !up()
                ? null
                : Properties.builder()
                        .put("pid", now.pid())
                        .put("starts", starts)
                        .put("startMilliseconds", TimeUnit.NANOSECONDS.toMillis(startNanos))
                        .put("spare", hasSpare())
                        .build();
    }

    /** Ends it within bounds; a second call does nothing. */
    @Override
    public void close() {
        closed = true;
        supervision.shutdown();
        WorkerProcess waiting = spare;
        if (waiting != null) {
            waiting.kill();
        }
        WorkerProcess last = process;
        if (last != null) {
            last.stop();
        }
    }
}
