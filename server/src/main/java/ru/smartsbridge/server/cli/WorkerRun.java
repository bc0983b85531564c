package ru.smartsbridge.server.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.check.CheckFolder;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Problem;
import ru.smartsbridge.server.config.SingleBase;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.workers.WorkerHeaders;
import ru.smartsbridge.server.workers.WorkerLine;
import ru.smartsbridge.server.workers.WorkerOrder;

/** What a worker's process does: takes its order, serves, and ends when the server that started it does. */
final class WorkerRun {
    private static final Logger LOG = LoggerFactory.getLogger(WorkerRun.class);
    /** An orderly end of a worker is bounded, since what it waits for may hang in native code. */
    private static final long LAST_MILLIS = 8_000;

    private static final String WARMING = "warming";
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private final InputStream in;
    private final PrintStream out;
    private final Supplier<Transports> transports;
    private final WorkerStart start;

    /** @param in where the order comes, and ends with the server */
    WorkerRun(InputStream in, PrintStream out, Supplier<Transports> transports, WorkerStart start) {
        this.in = in;
        this.out = out;
        this.transports = transports;
        this.start = start;
    }

    /** @param spare whether there is time to warm up before the order comes */
    int run(boolean spare) {
        Locale language = Locale.ROOT;
        try {
            if (spare) {
                warmUp();
            }
            WorkerOrder order = WorkerOrder.read(in);
            language = "ru".equals(order.base().text("language")) ? Locale.forLanguageTag("ru") : Locale.ROOT;
            endWithParent(order.parent());
            Transports installed = transports.get();
            Configuration configuration = SingleBase.read(order.base(), installed);
            try (RunningServer server = start.start(configuration, installed, order.token(), this::tell)) {
                tell(new WorkerLine.Ready(server.port()));
                awaitEnd();
            }
            return ExitCode.OK;
        } catch (ConfigurationException unusable) {
            List<String> problems = new ArrayList<>();
            for (Problem problem : unusable.problems()) {
                problems.add(problem.in(language));
            }
            tell(new WorkerLine.Failed(String.join("; ", problems)));
            return ExitCode.USAGE;
        } catch (IOException | RuntimeException failed) {
            LOG.error("the worker did not start", failed);
            tell(new WorkerLine.Failed(String.valueOf(failed.getMessage())));
            return ExitCode.NOT_STARTED;
        }
    }

    /** Serves a base of the sandbox for a moment, so that all that a server needs is loaded; nothing of it stays. */
    private void warmUp() {
        try {
            Transports installed = transports.get();
            Path nowhere = Files.createTempDirectory("smarts-bridge-spare");
            try (RunningServer server = start.start(SingleBase.ofSandbox(nowhere), installed, WARMING, line -> {})) {
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(URI.create(
                                                "http://127.0.0.1:" + server.port() + "/MobileSMARTS/api/v1/Users"))
                                        .header(WorkerHeaders.TOKEN, WARMING)
                                        .timeout(WARM_UP)
                                        .build(),
                                HttpResponse.BodyHandlers.discarding());
            } finally {
                CheckFolder.remove(nowhere);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | ConfigurationException | RuntimeException cold) {
            LOG.warn("The spare worker could not warm up, and will start more slowly", cold);
        }
        tell(new WorkerLine.Warm());
    }

    /** The line goes out whole and at once: it must be there even if this process ends with the next call. */
    private void tell(WorkerLine line) {
        synchronized (out) {
            out.print(line + "\n");
            out.flush();
        }
    }

    /** The input ends with the server however that ends. */
    private void awaitEnd() throws IOException {
        byte[] nothing = new byte[64];
        int read = in.read(nothing);
        while (read >= 0) {
            read = in.read(nothing);
        }
        Thread last = new Thread(
                () -> {
                    try {
                        Thread.sleep(LAST_MILLIS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        return;
                    }
                    Runtime.getRuntime().halt(ExitCode.OK);
                },
                "last-moment");
        last.setDaemon(true);
        last.start();
    }

    /** Where the input does not end, as when a debugger or another child has it too. */
    private static void endWithParent(long parent) {
        Optional<ProcessHandle> handle = ProcessHandle.of(parent);
        if (handle.isEmpty()) {
            LOG.error("the server that started this worker (process {}) is gone", parent);
            Runtime.getRuntime().halt(ExitCode.NOT_STARTED);
            return;
        }
        handle.get().onExit().thenRun(() -> {
            LOG.warn("the server that started this worker is gone");
            Runtime.getRuntime().halt(ExitCode.OK);
        });
    }
}
