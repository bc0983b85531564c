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

    private Spool(Path file, FileChannel channel, long start) {
        this.file = file;
        this.channel = channel;
        this.start = start;
    }

    /** The spool that a process left behind; a record that was not written whole is none. */
    static Spool left(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean whole = false;
        try {
            byte[] header = SpoolFormat.header(file);
            Spool spool = new Spool(file, channel, header.length);
            spool.count(channel.size());
            whole = true;
            return spool;
        } finally {
            if (!whole) {
                channel.close();
            }
        }
    }

    private void count(long size) throws IOException {
        written = start;
        ByteBuffer lengths = ByteBuffer.allocate(SpoolFormat.LENGTHS);
        while (written + SpoolFormat.LENGTHS <= size) {
            lengths.clear();
            while (lengths.hasRemaining() && channel.read(lengths, written + lengths.position()) >= 0) {
                // a read may give less than was asked for
            }
            lengths.flip();
            long end =
                    written + SpoolFormat.LENGTHS + lengths.getInt() + Math.max(0, lengths.getInt()) + lengths.getInt();
            if (end > size) {
                break;
            }
            written = end;
            records++;
        }
        channel.truncate(written);
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
            Spool spool = new Spool(file, channel, header.length);
            spool.bytes(header);
            spool.flush();
            return spool;
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

    /**
     * Has it outlive the process, since the component may get what it holds from now on; or no longer.
     *
     * @throws IOException where a process that comes later could not see that
     */
    void mark(boolean ending) throws IOException {
        if (ending) {
            Files.write(marker(file), new byte[0]);
        } else {
            Files.deleteIfExists(marker(file));
        }
    }

    /** Whether a process that ended had begun to send what the file holds. */
    static boolean wasEnding(Path file) {
        return Files.exists(marker(file));
    }

    /** Takes away what a process left behind. */
    static void remove(Path file) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(marker(file));
    }

    private static Path marker(Path file) {
        return file.resolveSibling(file.getFileName() + ".ending");
    }

    /** Ends it and leaves its file, for another process to find. */
    void leave() throws IOException {
        channel.close();
    }

    /** Ends it and takes its file away. */
    @Override
    public void close() throws IOException {
        try (channel) {
            buffer.clear();
        } finally {
            remove(file);
        }
    }
}
