package ru.smartsbridge.server.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A configuration of a test: a file in a folder, variables, settings. */
record Given(Path folder, Map<String, String> environment, List<String> settings) {
    static Given in(Path folder) {
        return new Given(folder, Map.of(), List.of());
    }

    Given file(String yaml) {
        try {
            Files.writeString(path(), yaml);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return this;
    }

    Given variables(Map<String, String> variables) {
        return new Given(folder, variables, settings);
    }

    Given set(String... given) {
        return new Given(folder, environment, List.of(given));
    }

    Path path() {
        return folder.resolve("conf").resolve("bridge.yaml").toAbsolutePath();
    }

    Path working() {
        return folder.resolve("working").toAbsolutePath();
    }

    LoadedConfiguration loaded() throws ConfigurationException {
        return loaded(TestTransports.silent());
    }

    private LoadedConfiguration loaded(Transports transports) throws ConfigurationException {
        Optional<String> file = Files.exists(path()) ? Optional.of(path().toString()) : Optional.empty();
        return new ConfigurationSources(file, Optional.empty(), working(), environment, settings)
                .load(transports, Locale.ROOT);
    }

    Configuration configuration() throws ConfigurationException {
        return loaded().configuration();
    }

    /** What is wrong, in English, the file named by its last part. */
    List<String> problems() {
        return problems(Locale.ROOT);
    }

    List<String> problems(Locale locale) {
        return problems(TestTransports.silent(), locale);
    }

    List<String> problems(Transports transports, Locale locale) {
        try {
            loaded(transports);
            return List.of();
        } catch (ConfigurationException unusable) {
            return unusable.problems().stream()
                    .map(problem -> problem.in(locale).replace(path().toString(), "bridge.yaml"))
                    .toList();
        }
    }
}
