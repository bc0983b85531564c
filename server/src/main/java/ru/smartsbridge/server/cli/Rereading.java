package ru.smartsbridge.server.cli;

import java.util.Optional;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;

/** Reads a running server's configuration once more, from where it was read at its start. */
@FunctionalInterface
public interface Rereading {
    /** For a server whose configuration lies nowhere. */
    Rereading NONE = Optional::empty;

    /**
     * The configuration as it is now; empty where there is nothing to read.
     *
     * @throws ConfigurationException with everything that is wrong
     */
    Optional<Configuration> read() throws ConfigurationException;
}
