package ru.smartsbridge.com.uploads;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import ru.smartsbridge.api.value.Json;

/**
 * The file in which an upload waits for its End; its form is told by {@link SpoolFormat}. Written by one thread at a
 * time, and read when nobody writes. Memory does not grow with it.
 */
final class Spool implements Closeable {
    private static final int BUFFER = 1 << 16;

    /** Where a spool stood. */
    record Mark(long end, int records) {}

    private final Path file;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final long start;
    private long written;
    private int records;

    private Spool(Path file, FileChannel channel, byte[] header) throws IOException {
        this.file = file;
        this.channel = channel;
        this.start = header.length;
        bytes(header);
        flush();
    }

    /** A new spool. */
    static Spool create(Path file, byte[] header) throws IOException {
        return on(
                file,
                FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                header);
    }

    /** A new spool on an open channel, which it closes. */
    static Spool on(Path file, FileChannel channel, byte[] header) throws IOException {
        try {
            return new Spool(file, channel, header);
        } catch (IOException e) {
            try (channel) {
                Files.deleteIfExists(file);
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    /** How many were added. */
    int records() {
        return records;
    }

    Mark mark() {
        return new Mark(written + buffer.position(), records);
    }

    /** Adds one; after a failure the spool has to be {@link #truncate truncated}. */
    void add(Spooled spooled) throws IOException {
        byte[] key = utf8(spooled.key());
        byte[] other = spooled.other() == null ? null : utf8(spooled.other());
        byte[] entity = Json.bytes(spooled.entity());
        if (records == Integer.MAX_VALUE - 8) {
            throw new IOException("too many records for one upload");
        }
        room(SpoolFormat.LENGTHS);
        buffer.putInt(key.length);
        buffer.putInt(other == null ? SpoolFormat.NONE : other.length);
        buffer.putInt(entity.length);
        bytes(key);
        if (other != null) {
            bytes(other);
        }
        bytes(entity);
        records++;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
    }

    private void bytes(byte[] bytes) throws IOException {
        room(bytes.length);
        if (bytes.length <= buffer.remaining()) {
            buffer.put(bytes);
        } else {
            write(ByteBuffer.wrap(bytes));
        }
    }

    private void flush() throws IOException {
        buffer.flip();
        write(buffer);
        buffer.clear();
    }

    private void write(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            written += channel.write(bytes, written);
        }
    }

    /** Takes it back to where it stood; works on a full disk too. */
    void truncate(Mark mark) throws IOException {
        buffer.clear();
        if (mark.end() < written) {
            channel.truncate(mark.end());
            written = mark.end();
        } else if (mark.end() > written) {
            throw new IOException("what was added before has not reached the disk");
        }
        records = mark.records();
    }

    /** Writes what is held back to the file, so that what was added so far can be marked and read. */
    void settle() throws IOException {
        flush();
    }

    /** What it holds, from its first record on. */
    SpoolReader reader() throws IOException {
        flush();
        return new SpoolReader(channel, start, written);
    }

    /** Ends it and takes its file away. */
    @Override
    public void close() throws IOException {
        try (channel) {
            buffer.clear();
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
