package ru.smartsbridge.server.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.access.AccessRules;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Listen;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.config.TrustedProxies;

/**
 * A base that was opened for one comparison: its transport, and behind that a bridge of our own where its component needs
 * a process of its own.
 */
final class OpenBase implements AutoCloseable {
    /** A component that writes a whole set to a file answers only then. */
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(30);

    private static final Duration LONGEST_START = Duration.ofSeconds(90);
    private static final long BETWEEN_LOOKS_MILLIS = 250;

    private final String kind;
    private final Transport transport;
    private final Optional<OwnBridge.Running> bridge;

    private OpenBase(String kind, Transport transport, Optional<OwnBridge.Running> bridge) {
        this.kind = kind;
        this.transport = transport;
        this.bridge = bridge;
    }

    /**
     * Opens one.
     *
     * @param folder for what it needs meanwhile
     */
    static OpenBase open(
            BaseConfiguration base, Configuration configuration, Transports transports, OwnBridge start, Path folder)
            throws ConfigurationException, IOException {
        if (!base.isolated()) {
            return new OpenBase(base.choice().kind(), transports.open(base, folder), Optional.empty());
        }
        transports.validate(base);
        OwnBridge.Running bridge = start.start(alone(base, configuration, folder));
        boolean whole = false;
        try {
            Transport transport = transports.open(base.through(api(bridge), LONGEST_ANSWER), folder.resolve("rest"));
            awaitAnswer(transport);
            whole = true;
            return new OpenBase(base.choice().kind(), transport, Optional.of(bridge));
        } finally {
            if (!whole) {
                bridge.close();
            }
        }
    }

    /** A bridge of one base for this process alone. */
    static Configuration alone(BaseConfiguration base, Configuration configuration, Path folder) {
        return new Configuration(
                new Listen(Listen.DEFAULT.host(), 0),
                base.name(),
                List.of(base.alone()),
                new TrustedProxies(List.of()),
                folder,
                configuration.limits(),
                configuration.language(),
                AccessRules.NONE);
    }

    /** Where its base is asked. */
    static String api(OwnBridge.Running bridge) {
        return "http://127.0.0.1:" + bridge.port() + "/MobileSMARTS/api/v1";
    }

    /** A process takes seconds to start; one that does not is told by the comparison itself, as what it answers. */
    private static void awaitAnswer(Transport transport) {
        long until = System.nanoTime() + LONGEST_START.toNanos();
        boolean waiting = true;
        while (waiting && System.nanoTime() < until) {
            try {
                transport.baseInfo(new Call("compare-start", Caller.BRIDGE));
                waiting = false;
            } catch (BridgeException notYet) {
                waiting = notYet.category() == Category.UNREACHABLE && pause();
            }
        }
    }

    /** False where the thread is told to end. */
    private static boolean pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS_MILLIS);
            return true;
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** What stands behind it, the same in each run. */
    String description() {
        return bridge.isPresent() ? kind + " (worker)" : transport.description();
    }

    Transport transport() {
        return transport;
    }

    @Override
    public void close() {
        transport.close();
        bridge.ifPresent(OwnBridge.Running::close);
    }
}
