package ru.smartsbridge.server.recording;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.server.watch.InnerDoor;
import ru.smartsbridge.server.watch.Onlooker;
import ru.smartsbridge.server.watch.Seen;

/**
 * Writes every request to a base with its answer as a line of JSON. What it cannot keep up with is left out and counted.
 * When the first answer has been seen, the base is asked for its schema, so that the recording is one that can be used.
 * Thread-safe; one thread writes.
 */
public final class Recorder implements Onlooker {
    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);
    private static final int WAITING = 1000;
    private static final long LARGEST_FILE = 1L << 30;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long STOP_SECONDS = 10;
    private static final int SUCCESS = 300;

    /** What tells how all else is to be understood. */
    private static final List<ReadRequest> SCHEMA = List.of(
            new ReadRequest("$metadata", null),
            new ReadRequest("BaseInfo", null),
            new ReadRequest("DocTypes", "$expand=fields,columns,tables($expand=fields)"),
            new ReadRequest("TablesInfo", "$expand=fields"),
            new ReadRequest("ProductSchema", "$expand=fields"));

    private final RecordedBase base;
    private final Path folder;
    private final Mask mask;
    private final InnerDoor door;
    private final ThreadPoolExecutor writer;
    private final AtomicBoolean introduced = new AtomicBoolean();
    private final LongAdder kept = new LongAdder();
    private final LongAdder dropped = new LongAdder();
    private OutputStream file;
    private long size;

    /**
     * @param folder made when there is something to keep; what is there already is gone on with
     * @param door by which the base is asked for its schema
     */
    public Recorder(RecordedBase base, Path folder, Mask mask, InnerDoor door) {
        this.base = base;
        this.folder = folder;
        this.mask = mask;
        this.door = door;
        this.writer = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>(WAITING), task -> {
            Thread thread = new Thread(task, "record-" + base.name());
            thread.setDaemon(true);
            return thread;
        });
        writer.allowCoreThreadTimeOut(true);
    }

    @Override
    public Look look(String method, String path) {
        return new Look() {
            @Override
            public boolean wantsContent() {
                return true;
            }

            @Override
            public void ended(Seen seen) {
                keep(seen);
            }
        };
    }

    private void keep(Seen seen) {
        try {
            writer.execute(() -> {
                try (seen) {
                    write(new Exchanged(seen, mask).json());
                    if (seen.status() < SUCCESS && seen.status() > 0) {
                        introduce();
                    }
                }
            });
        } catch (RejectedExecutionException tooMany) {
            seen.close();
            dropped.increment();
        }
    }

    /** The first time that the base is known to answer. */
    private void introduce() {
        if (!introduced.compareAndSet(false, true)) {
            return;
        }
        for (ReadRequest request : SCHEMA) {
            try {
                ReadAnswer answer = door.ask(base.name(), request, Map.of(), PATIENCE);
                write(Exchanged.ofBridge(request, answer, Instant.now(), mask));
            } catch (BridgeException e) {
                LOG.warn("Base {}: {} cannot be recorded: {}", base.name(), request.path(), e.getMessage());
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void write(Properties exchange) {
        byte[] line = Json.bytes(exchange);
        try {
            if (file == null) {
                open();
            }
            if (size + line.length > LARGEST_FILE) {
                if (dropped.sum() == 0) {
                    LOG.warn("Base {}: the recording in {} is full, nothing more is kept", base.name(), folder);
                }
                dropped.increment();
                return;
            }
            file.write(line);
            file.write('\n');
            file.flush();
            size += line.length + 1L;
            kept.increment();
        } catch (IOException e) {
            dropped.increment();
            LOG.warn("Base {}: the recording in {} cannot be written: {}", base.name(), folder, e.toString());
        }
    }

    private void open() throws IOException {
        Files.createDirectories(folder);
        base.write(folder);
        Path exchanges = folder.resolve(RecordedBase.EXCHANGES);
        size = Files.exists(exchanges) ? Files.size(exchanges) : 0;
        file = new BufferedOutputStream(
                Files.newOutputStream(exchanges, StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    /** How many exchanges are kept since the start. */
    public long kept() {
        return kept.sum();
    }

    /** How many were left out, since they came faster than they can be written or the file is full. */
    public long dropped() {
        return dropped.sum();
    }

    /** Writes what is waiting, within a bounded time. */
    @Override
    public void close() {
        writer.shutdown();
        try {
            if (!writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                writer.shutdownNow();
                LOG.warn("Base {}: the recording in {} lacks its end", base.name(), folder);
            }
            if (file != null) {
                file.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            LOG.warn("Base {}: the recording in {} lacks its end", base.name(), folder, e);
        }
    }

    /** A body as it was before it was packed. */
    static byte[] unpacked(byte[] body, String coding) throws IOException {
        if (coding.isEmpty() || coding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!coding.equalsIgnoreCase("gzip")) {
            throw new IOException("packed as " + coding);
        }
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return unpacked.readAllBytes();
        }
    }

    static String utf8(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }
}
