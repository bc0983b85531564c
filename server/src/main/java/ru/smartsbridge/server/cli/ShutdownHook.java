package ru.smartsbridge.server.cli;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes the server when the process is told to end; takes itself back when the server has stopped by itself. */
final class ShutdownHook {
    private static final Logger LOG = LoggerFactory.getLogger(ShutdownHook.class);

    private final Thread hook;

    ShutdownHook(RunningServer server) {
        hook = new Thread(server::close, "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Takes it back; without effect once the process is ending. */
    void remove() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process is ending, the hook runs");
        }
    }
}
