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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * <p>Written anew as a whole at each change, by way of a second file that takes the first one's place. Thread-safe.
 */
final class UploadNote {
    private static final Logger LOG = LoggerFactory.getLogger(UploadNote.class);

    /**
     * What is noted of an upload.
     *
     * @param owner who holds it
     */
    record Entry(UploadPlan<?> plan, Owner owner, Instant since) {}

    private final Path file;
    private final Map<UploadTarget, Entry> entries = new LinkedHashMap<>();

    /** With what the last run noted and did not take back. */
    UploadNote(Path folder) {
        this.file = file(folder);
        read().forEach(entry -> entries.put(entry.plan().target(), entry));
    }

    private static Path file(Path folder) {
        return folder.resolve("uploads.json");
    }

    /** Whether there is none in a folder, or one of nothing; false where it cannot be read. */
    static boolean isEmpty(Path folder) {
        if (!Files.exists(file(folder))) {
            return true;
        }
        try {
            return told(file(folder)).map(List::isEmpty).orElse(false);
        } catch (IOException e) {
            LOG.warn("The note of open uploads {} cannot be read", file(folder), e);
            return false;
        }
    }

    /** Everything that is noted. */
    synchronized List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /**
     * Notes an upload that is about to begin.
     *
     * @throws BridgeException {@code INTERNAL} where the state folder cannot be written; nothing is noted then
     */
    synchronized void add(Entry entry) {
        Entry before = entries.put(entry.plan().target(), entry);
        try {
            write();
        } catch (IOException e) {
            if (before == null) {
                entries.remove(entry.plan().target());
            } else {
                entries.put(entry.plan().target(), before);
            }
            throw UploadTexts.stateFolder(file, e);
        }
    }

    /**
     * Takes back what was noted of a target. Where that cannot be written it is told in the log: what the client
     * asked for is done, and at worst the next start drops an upload that is not there.
     */
    synchronized void remove(UploadTarget target) {
        entries.remove(target);
        try {
            write();
        } catch (IOException e) {
            LOG.warn("The note of open uploads {} cannot be written", file, e);
        }
    }

    private void write() throws IOException {
        List<Properties> noted =
                entries.values().stream().map(UploadNote::describe).toList();
        byte[] json = Json.bytes(Properties.builder().put("open", noted).build());
        Path fresh = file.resolveSibling("uploads.json.new");
        Files.write(fresh, json);
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** A note that cannot be read is told in the log and passed over. */
    private List<Entry> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        List<Entry> noted = new ArrayList<>();
        try {
            told(file)
                    .ifPresent(
                            uploads -> uploads.forEach(upload -> entry(upload).ifPresent(noted::add)));
        } catch (IOException e) {
            LOG.warn("The note of open uploads {} cannot be read; what a crash left open is not known", file, e);
        }
        return noted;
    }

    /** The uploads that a note tells of; empty where it is no object. */
    private static Optional<List<Properties>> told(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return Json.parse(bytes) instanceof Properties note ? Optional.of(note.objects("open")) : Optional.empty();
        }
    }

    private static Properties describe(Entry open) {
        Properties.Builder note = Properties.builder()
                .put("kind", UploadKind.of(open.plan()).name())
                .put("owner", open.owner().toString())
                .put("account", open.owner().account())
                .put("address", open.owner().address())
                .put("since", open.since().toString());
        UploadTarget target = open.plan().target();
        if (target instanceof UploadTarget.Table table) {
            note.put("table", table.uni());
        } else if (target instanceof UploadTarget.Cells cells) {
            note.put("warehouseId", cells.warehouseId());
        }
        if (open.plan() instanceof UploadPlan.ProductRecords records) {
            note.put("rewriteProductsBook", records.rewriteProductsBook());
            note.put("useFullTextSearch", records.useFullTextSearch());
            note.put(
                    "columns",
                    records.columns().names().stream().map(Value::text).toList());
        }
        return note.build();
    }

    private static Optional<Entry> entry(Properties note) {
        try {
            Owner owner = new Owner(
                    Objects.requireNonNullElse(note.text("account"), ""),
                    Objects.requireNonNullElse(note.text("address"), ""));
            return Optional.of(new Entry(plan(note), owner, Instant.parse(note.text("since"))));
        } catch (RuntimeException e) {
            LOG.warn("An entry of the note of open uploads cannot be read: {}", note, e);
            return Optional.empty();
        }
    }

    private static UploadPlan<?> plan(Properties note) {
        UploadKind kind = UploadKind.valueOf(note.text("kind"));
        if (kind == UploadKind.RECORDS) {
            return new UploadPlan.ProductRecords(
                    ProductColumns.of(note.texts("columns")),
                    note.has("rewriteProductsBook") && note.flag("rewriteProductsBook"),
                    note.has("useFullTextSearch") && note.flag("useFullTextSearch"));
        }
        UploadPlan.Mode mode = kind == UploadKind.UPDATE ? UploadPlan.Mode.UPDATE : UploadPlan.Mode.OVERWRITE;
        if (note.has("table")) {
            return new UploadPlan.TableRows(note.text("table"), mode);
        }
        if (note.has("warehouseId")) {
            return new UploadPlan.Cells(note.text("warehouseId"), mode);
        }
        return new UploadPlan.Products(mode);
    }
}
