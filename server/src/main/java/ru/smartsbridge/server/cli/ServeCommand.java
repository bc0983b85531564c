package ru.smartsbridge.server.cli;

import java.io.IOException;
import java.net.BindException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Listen;
import ru.smartsbridge.server.config.Problem;
import ru.smartsbridge.server.config.Transports;

/** Takes requests until the process is told to end. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(ServeCommand.class);

    private final Surroundings around;
    private final Supplier<Transports> transports;
    private final Starts starts;
    private final Locale language;

    @Mixin
    private ConfigurationOptions options;

    /** For the server's own use: what else a worker is to know comes on its standard input. */
    @Option(names = "--worker", hidden = true)
    private boolean worker;

    @Option(names = "--spare-worker", hidden = true)
    private boolean spareWorker;

    ServeCommand(Surroundings around, Supplier<Transports> transports, Starts starts, Locale language) {
        this.around = around;
        this.transports = transports;
        this.starts = starts;
        this.language = language;
    }

    @Override
    public Integer call() {
        if (worker || spareWorker) {
            return new WorkerRun(System.in, around.out(), transports, starts.worker()).run(spareWorker);
        }
        Transports installed = transports.get();
        Locale spoken = language;
        try {
            Configuration configuration =
                    options.sources(around).load(installed, language).configuration();
            spoken = configuration.language();
            return serve(configuration, installed);
        } catch (ConfigurationException unusable) {
            for (Problem problem : unusable.problems()) {
                around.err().println(problem.in(spoken));
            }
            return ExitCode.USAGE;
        }
    }

    private int serve(Configuration configuration, Transports installed) throws ConfigurationException {
        RunningServer server;
        try {
            server = starts.server()
                    .start(
                            configuration,
                            installed,
                            () -> Optional.of(options.sources(around)
                                    .load(installed, language)
                                    .configuration()));
        } catch (IOException | RuntimeException failed) {
            return notStarted(configuration, failed);
        }
        try (server) {
            ShutdownHook hook = new ShutdownHook(server);
            try {
                announce(configuration, server.port());
                server.awaitStop();
            } finally {
                hook.remove();
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            LOG.info("interrupted, stopping");
        }
        return ExitCode.OK;
    }

    private int notStarted(Configuration configuration, Exception failed) {
        Text text;
        if (bindFailure(failed) != null) {
            text = CliTexts.text(
                    "serve.taken", configuration.listen(), bindFailure(failed).getMessage());
            LOG.debug("not started", failed);
        } else {
            text = CliTexts.text("serve.failed", failed);
            LOG.error("not started", failed);
        }
        around.err().println(text.in(configuration.language()));
        return ExitCode.NOT_STARTED;
    }

    private static Throwable bindFailure(Throwable failed) {
        Throwable cause = failed;
        while (cause != null && !(cause instanceof BindException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    private void announce(Configuration configuration, int port) {
        Locale spoken = configuration.language();
        Listen listen = configuration.listen();
        Listen reachable = new Listen(listen.host().isEmpty() ? "127.0.0.1" : listen.host(), port);
        around.out()
                .println(CliTexts.text("serve.started", around.version(), reachable)
                        .in(spoken));
        for (BaseConfiguration base : configuration.bases()) {
            boolean first = base.name().equals(configuration.defaultBase());
            String address = "http://" + reachable + "/" + (first ? "MobileSMARTS" : base.name()) + "/api/v1";
            around.out()
                    .println("  " + base.name() + ": " + base.choice().kind() + " ("
                            + base.choice().reason().in(spoken) + ") " + address);
        }
    }
}
