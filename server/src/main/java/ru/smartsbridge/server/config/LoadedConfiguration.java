package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A configuration with the way it came about.
 *
 * @param file the file that was read, absolute; empty where there was none
 * @param overrides what the environment and the command line set, in the order in which it took effect
 */
public record LoadedConfiguration(Configuration configuration, Optional<Path> file, List<Overridden> overrides) {
    public LoadedConfiguration {
        overrides = List.copyOf(overrides);
    }
}
