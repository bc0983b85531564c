package ru.smartsbridge.com.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.mapping.Declarations;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.schema.ComponentSchema;

/**
 * Opens sessions of one base, each on the apartment's thread that asks, and keeps what need not be asked anew when the
 * apartment is recycled: the self-test's result and the exchange folder for good, the schema for {@link #SCHEMA_AGE}.
 */
public final class SessionOpener {
    /** A session that is opened later than this reads the schema anew; {@link ComSession#readSchema} always does. */
    public static final Duration SCHEMA_AGE = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(SessionOpener.class);

    private final ConnectionSettings settings;
    private final Connecting connecting;
    private final Function<Declarations, EntityMapping> mappings;
    private final Clock clock;
    private final KnownBase known = new KnownBase();

    /** @param mappings makes the mapping of a base from what it declares */
    public SessionOpener(ConnectionSettings settings, Function<Declarations, EntityMapping> mappings) {
        this(settings, mappings, Clock.systemUTC());
    }

    SessionOpener(ConnectionSettings settings, Function<Declarations, EntityMapping> mappings, Clock clock) {
        this.settings = settings;
        this.connecting = new Connecting(settings);
        this.mappings = mappings;
        this.clock = clock;
    }

    /**
     * A session for the thread that calls, which has to be the one that {@code automation} belongs to.
     *
     * @throws ru.smartsbridge.com.automation.ComFailure where the component refuses; {@link Failures} tells it
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNAUTHENTICATED} where the base asks for a login and none is
     *     configured
     */
    public ComSession open(Automation automation) {
        StorageConnector connector = connecting.create(automation);
        try {
            WarmUp.classes(automation, connector);
        } catch (RuntimeException failed) {
            connector.close();
            throw failed;
        }
        connecting.select(connector);
        OpenSession session = new OpenSession(this, automation, connector);
        try {
            session.prepare();
        } catch (RuntimeException failed) {
            session.close();
            throw failed;
        }
        LOG.info("Connected to the base {} by COM", settings.connection());
        return session;
    }

    StorageConnector connect(Automation automation) {
        StorageConnector connector = connecting.create(automation);
        connecting.select(connector);
        return connector;
    }

    EntityMapping mapping(Declarations declarations) {
        return mappings.apply(declarations);
    }

    ConnectionSettings settings() {
        return settings;
    }

    KnownBase known() {
        return known;
    }

    /** What outlives a session; the apartments that come after one another may be different threads. */
    final class KnownBase {
        private ComponentSchema schema;
        private BaseInfo info;
        private Instant read = Instant.MIN;
        private Ways ways;
        private Optional<ExchangeFolder> exchange;

        synchronized Optional<ComponentSchema> schema() {
            return clock.instant().isBefore(read.plus(SCHEMA_AGE)) ? Optional.of(schema) : Optional.empty();
        }

        synchronized BaseInfo info() {
            return info;
        }

        synchronized Optional<Ways> ways() {
            return Optional.ofNullable(ways);
        }

        /** Probed once: a set may still be read from it while the apartment is recycled. */
        synchronized Optional<ExchangeFolder> exchange(Supplier<Optional<ExchangeFolder>> probe) {
            if (exchange == null) {
                exchange = probe.get();
            }
            return exchange;
        }

        synchronized void keep(ComponentSchema newSchema, BaseInfo newInfo) {
            schema = newSchema;
            info = newInfo;
            read = clock.instant();
        }

        synchronized void keep(Ways settled) {
            ways = settled;
        }
    }
}
