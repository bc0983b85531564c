package ru.smartsbridge.server.uploads;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The note of a base's open uploads in its state folder, so that the next start knows what a crash left open.
 *
 * <p>Written anew as a whole at each change, by way of a second file that takes the first one's place.
 */
final class UploadNote {
    private static final Logger LOG = LoggerFactory.getLogger(UploadNote.class);

    /** What is noted of an upload. */
    record Entry(UploadPlan<?> plan, Owner owner, Instant since) {}

    private final Path file;

    UploadNote(Path folder) {
        this.file = folder.resolve("uploads.json");
    }

    /**
     * Replaces the note.
     *
     * @param about those that are about to begin
     * @throws BridgeException {@code INTERNAL} where the state folder cannot be written
     */
    synchronized void write(Collection<OpenUpload> uploads, Entry... about) {
        List<Properties> noted = Stream.concat(
                        uploads.stream().map(upload -> new Entry(upload.plan, upload.owner, upload.since)),
                        Arrays.stream(about))
                .map(UploadNote::describe)
                .toList();
        byte[] json = Json.bytes(Properties.builder().put("open", noted).build());
        Path fresh = file.resolveSibling("uploads.json.new");
        try {
            Files.write(fresh, json);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw UploadTexts.stateFolder(file, e);
        }
    }

    /** What the note of the last run tells to be open; a note that cannot be read is told in the log and passed over. */
    List<UploadPlan<?>> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<UploadPlan<?>> plans = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file)) {
            if (Json.parse(bytes) instanceof Properties note) {
                note.objects("open").forEach(upload -> plan(upload).ifPresent(plans::add));
            }
        } catch (IOException e) {
            LOG.warn("The note of open uploads {} cannot be read; what a crash left open is not known", file, e);
        }
        return plans;
    }

    private static Properties describe(Entry open) {
        Properties.Builder note = Properties.builder()
                .put("kind", UploadKind.of(open.plan()).name())
                .put("owner", open.owner().toString())
                .put("since", open.since().toString());
        UploadTarget target = open.plan().target();
        if (target instanceof UploadTarget.Table table) {
            note.put("table", table.uni());
        } else if (target instanceof UploadTarget.Cells cells) {
            note.put("warehouseId", cells.warehouseId());
        }
        if (open.plan() instanceof UploadPlan.ProductRecords records) {
            note.put(
                    "columns",
                    records.columns().names().stream().map(Value::text).toList());
        }
        return note.build();
    }

    private static Optional<UploadPlan<?>> plan(Properties note) {
        try {
            UploadKind kind = UploadKind.valueOf(note.text("kind"));
            if (kind == UploadKind.RECORDS) {
                return Optional.of(
                        new UploadPlan.ProductRecords(ProductColumns.of(note.texts("columns")), false, false));
            }
            UploadPlan.Mode mode = kind == UploadKind.UPDATE ? UploadPlan.Mode.UPDATE : UploadPlan.Mode.OVERWRITE;
            if (note.has("table")) {
                return Optional.of(new UploadPlan.TableRows(note.text("table"), mode));
            }
            if (note.has("warehouseId")) {
                return Optional.of(new UploadPlan.Cells(note.text("warehouseId"), mode));
            }
            return Optional.of(new UploadPlan.Products(mode));
        } catch (RuntimeException e) {
            LOG.warn("An entry of the note of open uploads cannot be read: {}", note, e);
            return Optional.empty();
        }
    }
}
