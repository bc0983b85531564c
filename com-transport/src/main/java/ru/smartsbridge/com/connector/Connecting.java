package ru.smartsbridge.com.connector;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.text.ComTexts;

/** Makes a connector that has its base selected and is logged in where the base asks for it. */
final class Connecting {
    private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);

    private static final Member FOLDER_MODE = Member.of("FolderMode");

    private final ConnectionSettings settings;

    Connecting(ConnectionSettings settings) {
        this.settings = settings;
    }

    /** A connector without a base. */
    StorageConnector create(Automation automation) {
        return new StorageConnector(automation.create(StorageConnector.PROG_ID));
    }

    /** Selects the base and logs in; closes the connector where that fails. */
    void select(StorageConnector connector) {
        try {
            connector.selectCurrentApp(settings.connection()).close();
            logIn(connector);
        } catch (RuntimeException failed) {
            connector.close();
            throw failed;
        }
    }

    private void logIn(StorageConnector connector) {
        if (!asksForLogin(connector)) {
            return;
        }
        String login = settings.login()
                .filter(given -> settings.hasCredentials())
                .orElseThrow(() -> ComTexts.error(Category.UNAUTHENTICATED, "session.login.needed"));
        if (settings.token().isPresent()) {
            connector.loginByToken(login, settings.token().get());
        } else {
            connector.login(login, settings.password().orElseThrow());
        }
    }

    /**
     * {@code NeedAuthenticate} fails on a base in folder mode, which has no one to log in to [run]; elsewhere a failure
     * leaves open whether a login is needed, and the configuration decides.
     */
    private boolean asksForLogin(StorageConnector connector) {
        try {
            return connector.needAuthenticate();
        } catch (ComFailure refused) {
            if (refused.sessionGone()) {
                throw refused;
            }
            boolean asks = !isFolder(connector) && settings.hasCredentials();
            LOG.debug("The component does not say whether the base asks for a login; taken as {}", asks, refused);
            return asks;
        }
    }

    private static boolean isFolder(StorageConnector connector) {
        try (AutomationObject settings = connector.getCurrentAppSettings()) {
            return Boolean.TRUE.equals(settings.get(FOLDER_MODE));
        }
    }
}
