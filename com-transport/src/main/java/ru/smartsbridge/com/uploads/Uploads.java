package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.terminal.TerminalSession;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The open uploads of a base, one for each target at most, spooled in a folder of their own until End. Thread-safe.
 *
 * <p>Nothing reaches the component before End. There its Begin, batches and End run in one task of the apartment, so
 * that no two of this process meet; whether all arrived is looked up before End is acknowledged, where the component
 * lets anything be looked up.
 *
 * @param <S> the session that carries them over
 */
public final class Uploads<S> implements AutoCloseable {
    private static final String SUFFIX = ".spool";

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private final Path folder;
    private final Component<S> component;
    private final Duration endLimit;
    private final Destinations<S> destinations;
    private final Map<UploadTarget, OpenUpload<?, S>> open = new ConcurrentHashMap<>();
    /** What a process left behind in the middle of an End, by the first line. */
    private final Map<String, Path> left = new ConcurrentHashMap<>();

    private Uploads(Path folder, Component<S> component, Duration endLimit, Destinations<S> destinations) {
        this.folder = folder;
        this.component = component;
        this.endLimit = endLimit;
        this.destinations = destinations;
        try {
            Files.createDirectories(folder);
            try (DirectoryStream<Path> spools = Files.newDirectoryStream(folder, "*" + SUFFIX)) {
                for (Path spool : spools) {
                    keepOrRemove(spool);
                }
            }
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Those of a base behind StorageConnector, with nothing open: spools that a process left behind when it ended are
     * removed, their clients begin anew. Kept are those whose End had begun, as nobody knows what became of it; they wait
     * to be {@linkplain #resume resumed}.
     *
     * @throws BridgeException {@code UNREACHABLE} where the folder cannot be used
     */
    public static Uploads<ComSession> ofStorage(UploadBase base) {
        return new Uploads<>(base.folder(), base.component(), base.endLimit(), new StorageDestinations(base));
    }

    /**
     * Those of a base behind TerminalConnector, in the same way.
     *
     * @throws BridgeException {@code UNREACHABLE} where the folder cannot be used
     */
    public static Uploads<TerminalSession> ofTerminal(TerminalUploadBase base) {
        return new Uploads<>(base.folder(), base.component(), base.endLimit(), new TerminalDestinations(base));
    }

    private void keepOrRemove(Path spool) throws IOException {
        if (!Spool.wasEnding(spool)) {
            Spool.remove(spool);
            return;
        }
        Path older = left.put(firstLine(SpoolFormat.header(spool)), spool);
        if (older != null) {
            Spool.remove(older);
        }
    }

    private static String firstLine(byte[] header) {
        return new String(header, StandardCharsets.UTF_8);
    }

    /**
     * The upload of this plan that a process left behind in the middle of its End, to be ended once more or dropped;
     * empty where there is none.
     */
    public <T> Optional<Upload<T>> resume(UploadPlan<T> plan) {
        Path spool = left.get(firstLine(SpoolFormat.header(plan)));
        if (spool == null) {
            return Optional.empty();
        }
        Destination<T, S> destination = destinations.of(plan);
        OpenUpload<T, S> upload;
        try {
            upload = new OpenUpload<>(component, endLimit, destinations, destination, Spool.left(spool), this::forget);
        } catch (IOException e) {
            throw unusable(e);
        }
        left.remove(firstLine(SpoolFormat.header(plan)), spool);
        open.put(upload.target(), upload);
        return Optional.of(upload);
    }

    /** What is begun or dropped anew has nothing to do with what is left behind for its target. */
    private void removeLeft(UploadTarget target) {
        left.forEach((line, spool) -> {
            if (SpoolFormat.target(line).equalsIgnoreCase(target.name()) && left.remove(line, spool)) {
                try {
                    Spool.remove(spool);
                } catch (IOException e) {
                    LOG.warn("The spool {} could not be removed", spool, e);
                }
            }
        });
    }

    private BridgeException unusable(IOException e) {
        return new BridgeException(
                Category.UNREACHABLE, ComTexts.text("spool.folder", folder, String.valueOf(e.getMessage())), e);
    }

    /**
     * Begins an upload in place of the one that is open on its target.
     *
     * @throws BridgeException {@code NOT_FOUND} for a table or warehouse that the base does not have,
     *     {@code INVALID_REQUEST} for columns that it does not know, {@code UNREACHABLE} where nothing can be spooled
     */
    public <T> Upload<T> begin(UploadPlan<T> plan) {
        Destination<T, S> destination = destinations.of(plan);
        OpenUpload<T, S> upload =
                new OpenUpload<>(component, endLimit, destinations, destination, spool(plan), this::forget);
        Optional.ofNullable(open.put(upload.target(), upload)).ifPresent(OpenUpload::drop);
        removeLeft(upload.target());
        return upload;
    }

    private Spool spool(UploadPlan<?> plan) {
        try {
            return Spool.create(folder.resolve(UUID.randomUUID() + SUFFIX), SpoolFormat.header(plan));
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /** Drops what is open on a plan's target. */
    public void abandon(UploadPlan<?> plan) {
        Optional.ofNullable(open.remove(destinations.of(plan).target())).ifPresent(OpenUpload::drop);
        removeLeft(plan.target());
    }

    private void forget(OpenUpload<?, ?> upload) {
        open.remove(upload.target(), upload);
    }

    /** Drops all that is open, but for what the component may have: that is left for the next process. */
    @Override
    public void close() {
        open.values().forEach(OpenUpload::leave);
        open.clear();
    }
}
