package ru.smartsbridge.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import ru.smartsbridge.server.config.ConfigurationSources;

/** Where the configuration comes from, the same for every command. */
final class ConfigurationOptions {
    @Option(
            names = {"-c", "--config"},
            paramLabel = "FILE",
            descriptionKey = "option.config")
    private String file;

    @Option(names = "--set", paramLabel = "KEY=VALUE", descriptionKey = "option.set")
    private List<String> settings = new ArrayList<>();

    ConfigurationSources sources(Surroundings around) {
        return new ConfigurationSources(
                Optional.ofNullable(file), around.program(), around.working(), around.environment(), settings);
    }
}
