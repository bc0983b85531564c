package ru.smartsbridge.server.cli;

import java.io.IOException;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;

/** Starts the server of a configuration. */
@FunctionalInterface
public interface ServerStart {
    /**
     * Opens every base and listens. What was opened is closed again where it fails.
     *
     * @param again reads the configuration once more when the running server is told to
     * @throws ConfigurationException where a base cannot be opened as configured
     * @throws IOException where the address or the state folder cannot be had; an unchecked exception that has a
     *     {@link java.net.BindException} among its causes is taken for the same
     */
    RunningServer start(Configuration configuration, Transports transports, Rereading again)
            throws ConfigurationException, IOException;
}
