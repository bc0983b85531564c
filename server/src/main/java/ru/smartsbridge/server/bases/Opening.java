package ru.smartsbridge.server.bases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.config.BaseConfiguration;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.SingleBase;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.uploads.OpenUploads;
import ru.smartsbridge.server.workers.Worker;

/** Opens the ways to a base as the configuration names them, and has one of them selected. */
final class Opening {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BEFORE_ASKING_AGAIN = Duration.ofSeconds(5);
    /** A request makes at most so many calls of the component before its answer begins, each after its wait. */
    private static final int CALLS = 4;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration CALL = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofHours(1);

    private final Configuration configuration;
    private final Transports transports;
    private final Clock clock;
    private final Duration patience;
    private final boolean inWorker;

    /**
     * @param patience how long a request waits for another one on the same upload
     * @param inWorker whether this process is the one of its own that a base may have
     */
    Opening(Configuration configuration, Transports transports, Clock clock, Duration patience, boolean inWorker) {
        this.configuration = configuration;
        this.transports = transports;
        this.clock = clock;
        this.patience = patience;
        this.inWorker = inWorker;
    }

    /**
     * Opens a base.
     *
     * @throws ConfigurationException where one of its transports cannot use its settings
     * @throws IOException where the state folder cannot be had
     */
    ServedBase open(BaseConfiguration base) throws ConfigurationException, IOException {
        return new ServedBase(base.name(), arrange(base, false));
    }

    /**
     * Opens the ways to a base.
     *
     * @param beside whether others to the same base are open, beside which these are to have a folder of their own
     */
    Arrangement arrange(BaseConfiguration base, boolean beside) throws ConfigurationException, IOException {
        UploadWatch uploads = new UploadWatch(base.uploadTimeout(), clock);
        StateFolders folders = StateFolders.of(configuration.state(), base.name(), beside);
        return new Arrangement(
                selection(base, uploads, folders), folders, uploads, new UploadWatch(base.uploadTimeout(), clock));
    }

    private Selection selection(BaseConfiguration base, UploadWatch uploads, StateFolders folders)
            throws ConfigurationException, IOException {
        List<String> kinds = base.ways();
        Text reason = base.choice().reason();
        if (kinds.size() == 1) {
            return new Selection.Only(way(base, folders), reason);
        }
        if (base.fallback() == BaseConfiguration.Fallback.COM) {
            Way first = way(base, folders);
            boolean whole = false;
            try {
                Way second = way(base.by(kinds.get(1)), folders);
                whole = true;
                return new WhileUnreachable(
                        base.name(),
                        first,
                        second,
                        uploads::any,
                        first instanceof Way.Here here
                                && here.base().forwarding().isEmpty(),
                        base.fallbackReturn(),
                        BETWEEN_LOOKS,
                        reason);
            } finally {
                if (!whole) {
                    first.close();
                }
            }
        }
        List<Supplier<Way>> candidates = new ArrayList<>();
        for (String kind : kinds) {
            BaseConfiguration candidate = base.by(kind);
            transports.validate(candidate); // now, since it may be opened much later
            candidates.add(() -> later(candidate, folders));
        }
        return new FirstThatAnswers(base.name(), candidates, BEFORE_ASKING_AGAIN);
    }

    private Way later(BaseConfiguration base, StateFolders folders) {
        try {
            return way(base, folders);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Way way(BaseConfiguration base, StateFolders folders) throws ConfigurationException, IOException {
        if (base.isolated() && !inWorker) {
            transports.validate(base);
            // the worker alone writes there, and another way to the same base elsewhere
            Properties described = SingleBase.describe(configuration, base, folders.worker());
            Worker worker = new Worker(described, base.java(), patience(base), base.spare());
            worker.start();
            return new Way.InWorker(base.choice().kind(), worker);
        }
        Transport transport = transports.open(base, folders.here());
        OpenUploads uploads = new OpenUploads(transport, folders.here(), base.uploadTimeout(), patience, clock);
        return new Way.Here(new Base(
                base.name(),
                base.choice().kind(),
                transport,
                base.timeZone(),
                uploads,
                configuration.showsCallersTo(base),
                transport.forwarding()));
    }

    /** Longer than anything that a worker gives itself, so that it alone says how a call ended. */
    private static Duration patience(BaseConfiguration base) {
        Duration call = base.settings(Path.of("")).duration("timeout", CALL);
        Duration end = base.settings(Path.of("")).duration("end-timeout", END);
        return call.plus(LONGEST_WAIT).multipliedBy(CALLS).plus(end);
    }
}
