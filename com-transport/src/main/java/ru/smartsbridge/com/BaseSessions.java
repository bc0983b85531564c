package ru.smartsbridge.com;

import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.version.ComSupport;
import ru.smartsbridge.api.version.VersionRule;
import ru.smartsbridge.com.apartment.Sessions;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.connector.Session;

/**
 * Opens a base's sessions in its apartment, and only where the vendor supports COM on what is found there.
 *
 * @param <S> the component's kind of session
 */
final class BaseSessions<S extends Session> implements Sessions<S> {
    private static final Logger LOG = LoggerFactory.getLogger(BaseSessions.class);

    private static final Set<Category> OPEN_OUTCOME =
            Set.of(Category.BACKEND_FAILED, Category.TIMED_OUT, Category.CONFLICT, Category.INVALID_REQUEST);

    private final Supplier<S> opening;
    private final Failures failures;
    private final ComSettings settings;

    /** @param opening opens one, on the apartment's thread */
    BaseSessions(Supplier<S> opening, Failures failures, ComSettings settings) {
        this.opening = opening;
        this.failures = failures;
        this.settings = settings;
    }

    @Override
    public S open() {
        S session = opened();
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

    /** What waits for the session has not begun: no failure here may leave the outcome of a write open. */
    private S opened() {
        try {
            return failures.explained("connecting to " + settings.connection().connection(), opening, () -> {
                // a session that was never opened has nothing to be made anew
            });
        } catch (BridgeException e) {
            if (OPEN_OUTCOME.contains(e.category())) {
                throw new BridgeException(Category.UNREACHABLE, e.text(), e);
            }
            throw e;
        }
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
    public void close(S session) {
        session.close();
    }
}
