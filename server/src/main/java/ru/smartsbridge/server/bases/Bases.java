package ru.smartsbridge.server.bases;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;

/** All bases of this bridge: opens them, finds them, watches over their uploads, closes them. Thread-safe. */
public final class Bases implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Bases.class);
    private static final Pattern DATABASE_ID =
            Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);
    /** A request waits so long for another one on the same upload: an End takes minutes on a real server. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    /** Bases that did not answer are asked for their id again after so long. */
    private static final Duration ASK_AGAIN = Duration.ofSeconds(30);

    private static final Duration LONGEST_WATCH = Duration.ofSeconds(30);
    private static final long STOP_SECONDS = 5;
    /** Between two looks whether former ways are still needed. */
    private static final long SETTLE_MILLIS = 1000;

    /** What is served now. */
    private record Served(Configuration configuration, Map<String, ServedBase> byName) {
        ServedBase standard() {
            return byName.get(configuration.defaultBase());
        }
    }

    private volatile Served served;
    /** Those that the configuration no longer has, until nothing is under way on them. */
    private final List<ServedBase> gone = new CopyOnWriteArrayList<>();

    private final Transports transports;
    private final boolean inWorker;
    private final Map<String, ServedBase> byId = new ConcurrentHashMap<>();
    private final Clock clock;
    private final ScheduledExecutorService watch;
    private volatile Instant asked = Instant.EPOCH;

    private Bases(
            Configuration configuration,
            Map<String, ServedBase> byName,
            Transports transports,
            boolean inWorker,
            Clock clock) {
        this.served = new Served(configuration, Collections.unmodifiableMap(byName));
        this.transports = transports;
        this.inWorker = inWorker;
        this.clock = clock;
        this.watch = Watchman.named("uploads-watch");
    }

    /**
     * Opens every base of the configuration and starts workers; waits for no answer. What was opened is closed again where
     * one fails.
     *
     * @throws ConfigurationException where a transport cannot use its settings
     * @throws IOException where the state folder cannot be had
     */
    public static Bases open(Configuration configuration, Transports transports, Clock clock)
            throws ConfigurationException, IOException {
        return open(configuration, transports, false, clock);
    }

    /** The same in a worker, which starts no further ones. */
    public static Bases openInWorker(Configuration configuration, Transports transports, Clock clock)
            throws ConfigurationException, IOException {
        return open(configuration, transports, true, clock);
    }

    private static Bases open(Configuration configuration, Transports transports, boolean inWorker, Clock clock)
            throws ConfigurationException, IOException {
        Opening opening = new Opening(configuration, transports, clock, PATIENCE, inWorker);
        Map<String, ServedBase> opened = new LinkedHashMap<>();
        boolean complete = false;
        try {
            for (BaseConfiguration base : configuration.bases()) {
                ServedBase served = opening.open(base);
                opened.put(base.name(), served);
                LOG.info("Base {}: {}", base.name(), served.reason());
            }
            complete = true;
        } finally {
            if (!complete) {
                opened.values().forEach(ServedBase::close);
            }
        }
        Bases bases = new Bases(configuration, opened, transports, inWorker, clock);
        bases.watchUploads(configuration.bases());
        return bases;
    }

    /**
     * Serves what another configuration says: bases whose ways it changes go the new ones, those that it lacks end when
     * nothing is under way on them. Whole, or not at all; waits for no answer.
     *
     * @throws ConfigurationException where a transport cannot use its settings; nothing has changed then
     * @throws IOException where the state folder cannot be had; nothing has changed then
     */
    public synchronized void change(Configuration next) throws ConfigurationException, IOException {
        Opening opening = new Opening(next, transports, clock, PATIENCE, inWorker);
        Map<String, Arrangement> opened = new LinkedHashMap<>();
        boolean complete = false;
        try {
            for (BaseConfiguration base : next.bases()) {
                Optional<BaseConfiguration> before = served.configuration().base(base.name());
                if (before.isEmpty() || !before.get().servesAs(base)) {
                    opened.put(base.name(), opening.arrange(base, stateInUse(base.name())));
                }
            }
            complete = true;
        } finally {
            if (!complete) {
                opened.values().forEach(arrangement -> arrangement.selection().close());
            }
        }
        go(next, opened);
    }

    /** Whether ways to a base of that name are, or may still be, open. */
    private boolean stateInUse(String name) {
        return served.byName().containsKey(name)
                || gone.stream().anyMatch(base -> base.name().equals(name));
    }

    private void go(Configuration next, Map<String, Arrangement> opened) {
        Map<String, ServedBase> byName = new LinkedHashMap<>();
        for (BaseConfiguration base : next.bases()) {
            ServedBase known = served.byName().get(base.name());
            Arrangement other = opened.get(base.name());
            if (known == null) {
                byName.put(base.name(), new ServedBase(base.name(), other));
            } else {
                if (other != null) {
                    known.go(other);
                }
                byName.put(base.name(), known);
            }
        }
        served.byName().values().stream()
                .filter(base -> !byName.containsKey(base.name()))
                .forEach(gone::add);
        served = new Served(next, Collections.unmodifiableMap(byName));
        byId.clear();
        watch.execute(this::settle);
    }

    /** Ends what is no longer needed. */
    private void settle() {
        for (ServedBase base : served.byName().values()) {
            guarded(base.name(), base::settle);
        }
        for (ServedBase base : gone) {
            guarded(base.name(), () -> {
                if (base.endIfIdle()) {
                    gone.remove(base);
                    LOG.info("Base {} is not served any more", base.name());
                }
            });
        }
    }

    /** What is served. */
    public Configuration configuration() {
        return served.configuration();
    }

    /** All ways that are open, former ones included. */
    public List<Way> ways() {
        return Stream.concat(served.byName().values().stream(), gone.stream())
                .flatMap(base -> base.ways().stream())
                .toList();
    }

    /** Those whose uploads this process has. */
    private List<Base> here() {
        return ways().stream()
                .filter(Way.Here.class::isInstance)
                .map(way -> ((Way.Here) way).base())
                .toList();
    }

    private void watchUploads(List<BaseConfiguration> configured) {
        Call call = new Call("uploads", Caller.BRIDGE);
        for (Base base : here()) {
            watch.execute(() -> guarded(base.name(), () -> base.uploads().dropLeftovers(call)));
        }
        Duration shortest = configured.stream()
                .map(BaseConfiguration::uploadTimeout)
                .min(Duration::compareTo)
                .map(timeout -> timeout.dividedBy(4))
                .filter(quarter -> quarter.compareTo(LONGEST_WATCH) < 0)
                .orElse(LONGEST_WATCH);
        long millis = Math.max(100, shortest.toMillis());
        watch.scheduleWithFixedDelay(
                () -> here().forEach(base ->
                        guarded(base.name(), () -> base.uploads().dropExpired(call))),
                millis,
                millis,
                TimeUnit.MILLISECONDS);
        watch.scheduleWithFixedDelay(this::settle, SETTLE_MILLIS, SETTLE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A schedule ends with the first exception that leaves it, so none may. */
    private static void guarded(String base, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.warn("Uploads of base {} could not be looked after", base, e);
        }
    }

    /** The one behind {@code /MobileSMARTS/api/v1}. */
    public ServedBase standard() {
        return served.standard();
    }

    /** In the order of the configuration. */
    public Collection<ServedBase> all() {
        return served.byName().values();
    }

    /** The base of a name of the configuration, ignoring case, or of a database id. */
    public Optional<ServedBase> find(String step) {
        Map<String, ServedBase> byName = served.byName();
        ServedBase named = byName.get(step);
        if (named != null) {
            return Optional.of(named);
        }
        Optional<ServedBase> ignoringCase = byName.values().stream()
                .filter(base -> base.name().equalsIgnoreCase(step))
                .findFirst();
        if (ignoringCase.isPresent() || !DATABASE_ID.matcher(step).matches()) {
            return ignoringCase;
        }
        return Optional.ofNullable(byDatabaseId(step.toLowerCase(java.util.Locale.ROOT)));
    }

    private ServedBase byDatabaseId(String id) {
        if (!byId.containsKey(id) && asked.plus(ASK_AGAIN).isBefore(clock.instant())) {
            asked = clock.instant();
            learnIds();
        }
        return byId.get(id);
    }

    private void learnIds() {
        Call call = new Call("ids", Caller.BRIDGE);
        for (ServedBase base : served.byName().values()) {
            try {
                String id = base.databaseId(call);
                if (id != null) {
                    byId.putIfAbsent(id.toLowerCase(java.util.Locale.ROOT), base); // the first in the configuration
                }
            } catch (BridgeException e) {
                LOG.debug("Base {} does not tell its id", base.name(), e);
            }
        }
    }

    @Override
    public void close() {
        watch.shutdownNow();
        try {
            if (!watch.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The watch over uploads did not stop within {} s", STOP_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Stream.concat(served.byName().values().stream(), gone.stream())
                .parallel()
                .forEach(ServedBase::close); // each waits for processes of its own
    }
}
