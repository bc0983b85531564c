package ru.smartsbridge.server.compare;

import java.io.IOException;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;

/** Starts a bridge of the comparison's own, for a base that must live in another process. */
@FunctionalInterface
public interface OwnBridge {
    /** One that takes requests until it is closed. */
    interface Running extends AutoCloseable {
        int port();

        @Override
        void close();
    }

    /**
     * Starts one.
     *
     * @throws ConfigurationException where a base cannot be opened as configured
     * @throws IOException where no port or no folder is to be had
     */
    Running start(Configuration configuration) throws ConfigurationException, IOException;
}
