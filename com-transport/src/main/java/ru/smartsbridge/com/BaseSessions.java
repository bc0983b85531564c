package ru.smartsbridge.com;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.version.ComSupport;
import ru.smartsbridge.api.version.VersionRule;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.connector.SessionOpener;

/** Opens a base's sessions in its apartment, and only where the vendor supports COM on what is found there. */
final class BaseSessions implements Sessions<ComSession> {
    private static final Logger LOG = LoggerFactory.getLogger(BaseSessions.class);

    private final SessionOpener opener;
    private final JacobHouse house;
    private final Failures failures;
    private final ComSettings settings;

    BaseSessions(SessionOpener opener, JacobHouse house, Failures failures, ComSettings settings) {
        this.opener = opener;
        this.house = house;
        this.failures = failures;
        this.settings = settings;
    }

    @Override
    public ComSession open() {
        ComSession session = failures.explained(
                "connecting to " + settings.connection().connection(), () -> opener.open(house.automation()), () -> {
                    // a session that was never opened has nothing to be made anew
                });
        boolean supported = false;
        try {
            requireSupported(session.baseInfo());
            supported = true;
        } finally {
            if (!supported) {
                session.close();
            }
        }
        return session;
    }

    private void requireSupported(BaseInfo info) {
        ComSupport support = VersionRule.com(info.product(), info.version());
        if (support instanceof ComSupport.Doubtful doubtful) {
            LOG.warn("{}", doubtful.warning());
        } else if (support instanceof ComSupport.Unread unread) {
            LOG.warn("{}", unread.warning());
        } else if (support instanceof ComSupport.Refused refused && !settings.allowUnsupported()) {
            throw new BridgeException(Category.UNSUPPORTED_HERE, refused.reason());
        }
    }

    @Override
    public void close(ComSession session) {
        session.close();
    }
}
