package ru.smartsbridge.server.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import ru.smartsbridge.server.check.Findings;
import ru.smartsbridge.server.check.InstallationCheck;
import ru.smartsbridge.server.check.JsonReport;
import ru.smartsbridge.server.check.TextReport;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.LoadedConfiguration;
import ru.smartsbridge.server.config.Transports;

/** Tells whether this installation is able to work, and if not, why and what to do. */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {
    private final Surroundings around;
    private final Supplier<Transports> transports;
    private final Locale language;

    @Mixin
    private ConfigurationOptions options;

    @Option(names = "--json", descriptionKey = "option.json")
    private boolean json;

    CheckCommand(Surroundings around, Supplier<Transports> transports, Locale language) {
        this.around = around;
        this.transports = transports;
        this.language = language;
    }

    @Override
    public Integer call() throws InterruptedException {
        Transports installed = transports.get();
        Findings findings;
        Locale spoken = language;
        try {
            LoadedConfiguration loaded = options.sources(around).load(installed, language);
            spoken = loaded.configuration().language();
            findings = new InstallationCheck(installed, InstallationCheck.BOUND).of(loaded);
        } catch (ConfigurationException unusable) {
            findings = Findings.of(unusable);
        }
        if (json) {
            JsonReport.print(findings, around.out(), spoken);
        } else {
            TextReport.print(findings, around.out(), spoken, around.coloured());
        }
        if (findings.unusable()) {
            return ExitCode.USAGE;
        }
        return findings.failed() ? ExitCode.PROBLEM_FOUND : ExitCode.OK;
    }
}
