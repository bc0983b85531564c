package ru.smartsbridge.server.cli;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ru.smartsbridge.server.compare.Comparing;
import ru.smartsbridge.server.compare.OwnBridge;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Problem;
import ru.smartsbridge.server.config.Transports;

/** Tells whether one base does what another does. */
@Command(name = "compare")
final class CompareCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(CompareCommand.class);

    private final Surroundings around;
    private final Supplier<Transports> transports;
    private final ServerStart start;
    private final Locale language;

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--control", paramLabel = "BASE", descriptionKey = "option.control")
    private String control;

    @Option(names = "--replay", paramLabel = "FOLDER", descriptionKey = "option.replay")
    private String replay;

    @Option(names = "--candidate", required = true, paramLabel = "BASE", descriptionKey = "option.candidate")
    private String candidate;

    @Option(names = "--plan", paramLabel = "FILE", descriptionKey = "option.plan")
    private String plan;

    @Option(names = "--rules", paramLabel = "FILE", descriptionKey = "option.rules")
    private String rules;

    @Option(names = "--report", paramLabel = "DIR", descriptionKey = "option.report")
    private String report;

    @Option(names = "--without-rule", paramLabel = "ID", descriptionKey = "option.without-rule")
    private List<String> switchedOff = new ArrayList<>();

    @Option(names = "--suggest-rules", descriptionKey = "option.suggest-rules")
    private boolean suggest;

    @Option(names = "--writes", descriptionKey = "option.writes")
    private boolean writes;

    CompareCommand(Surroundings around, Supplier<Transports> transports, ServerStart start, Locale language) {
        this.around = around;
        this.transports = transports;
        this.start = start;
        this.language = language;
    }

    private OwnBridge bridge(Transports installed) {
        return configuration -> {
            RunningServer server = start.start(configuration, installed, Rereading.NONE);
            return new OwnBridge.Running() {
                @Override
                public int port() {
                    return server.port();
                }

                @Override
                public void close() {
                    server.close();
                }
            };
        };
    }

    @Override
    public Integer call() {
        Transports installed = transports.get();
        Locale spoken = language;
        try {
            Configuration configuration =
                    options.sources(around).load(installed, language).configuration();
            spoken = configuration.language();
            Comparing.Place place = new Comparing.Place(
                    around.working(), around.environment(), around.out(), around.err(), around.coloured());
            return new Comparing(configuration, installed, bridge(installed), place, Clock.systemUTC())
                    .run(new Comparing.Request(
                            Optional.ofNullable(control),
                            Optional.ofNullable(replay),
                            candidate,
                            Optional.ofNullable(plan),
                            Optional.ofNullable(rules),
                            Optional.ofNullable(report),
                            new HashSet<>(switchedOff),
                            suggest,
                            writes));
        } catch (ConfigurationException unusable) {
            for (Problem problem : unusable.problems()) {
                around.err().println(problem.in(spoken));
            }
            return ExitCode.USAGE;
        } catch (IOException unwritable) {
            LOG.error("The comparison could not be written", unwritable);
            around.err().println(CliTexts.text("compare.unwritable", unwritable).in(spoken));
            return ExitCode.NOT_STARTED;
        }
    }
}
