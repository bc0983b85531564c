package ru.smartsbridge.migration.join;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.migration.difference.Keying;

/** Entities that wait on disk, divided by key into parts that fit into memory one by one. Used by one thread. */
final class Spill implements AutoCloseable {
    static final int PARTS = 256;

    private static final int BUFFER = 16 << 10;

    /** Takes what was written, in the order of writing. */
    interface Reader {
        void take(String key, Reading reading, Join.Item item);
    }

    private final Path folder;
    private final List<DataOutputStream> parts = new ArrayList<>();

    Spill(Path parent) throws IOException {
        Files.createDirectories(parent);
        folder = Files.createTempDirectory(parent, "join");
        for (int i = 0; i < PARTS; i++) {
            parts.add(new DataOutputStream(new BufferedOutputStream(new FileOutputStream(part(i).toFile()), BUFFER)));
        }
    }

    private Path part(int i) {
        return folder.resolve("part-" + i);
    }

    void write(String key, Reading reading, Join.Item item) throws IOException {
        DataOutputStream part = parts.get(Keying.spread(key) % PARTS);
        byte[] name = key.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] entity = Json.bytes(item.entity());
        part.writeByte(reading.ordinal());
        part.writeLong(item.place());
        part.writeInt(name.length);
        part.write(name);
        part.writeInt(entity.length);
        part.write(entity);
    }

    /** Gives one part; it is removed then. */
    void read(int i, Reader reader) throws IOException {
        parts.get(i).close();
        try (DataInputStream part =
                new DataInputStream(new BufferedInputStream(new FileInputStream(part(i).toFile()), BUFFER))) {
            int reading = part.read();
            while (reading >= 0) {
                long place = part.readLong();
                String key = new String(part.readNBytes(part.readInt()), java.nio.charset.StandardCharsets.UTF_8);
                byte[] entity = part.readNBytes(part.readInt());
                reader.take(key, Reading.values()[reading], new Join.Item(Json.parseObject(entity), place));
                reading = part.read();
            }
        }
        Files.delete(part(i));
    }

    @Override
    public void close() throws IOException {
        for (int i = 0; i < PARTS; i++) {
            parts.get(i).close();
            Files.deleteIfExists(part(i));
        }
        Files.deleteIfExists(folder);
    }
}
