package ru.smartsbridge.server.cli;

import java.io.IOException;
import java.util.function.Consumer;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.workers.WorkerLine;

/** Starts the server of a worker; fails as {@link ServerStart} does. */
@FunctionalInterface
public interface WorkerStart {
    /**
     * Opens the one base and listens.
     *
     * @param token that every request has to show
     * @param toParent takes what the server that started the worker is told
     */
    RunningServer start(Configuration configuration, Transports transports, String token, Consumer<WorkerLine> toParent)
            throws ConfigurationException, IOException;
}
