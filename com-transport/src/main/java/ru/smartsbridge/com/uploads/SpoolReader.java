package ru.smartsbridge.com.uploads;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ru.smartsbridge.api.value.Json;

/** Goes through a spool record by record, or to the one at a known place. Used by one thread. */
final class SpoolReader {
    private static final int BUFFER = 1 << 16;

    private final FileChannel channel;
    private final long end;
    private byte[] buffer = new byte[BUFFER];
    private long bufferedFrom;
    private int buffered;
    private long record;
    private long following;
    private int keyLength;
    private int otherLength;
    private int entityLength;

    SpoolReader(FileChannel channel, long start, long end) {
        this.channel = channel;
        this.end = end;
        this.bufferedFrom = start;
        this.following = start;
    }

    /** One more reader of the same file. */
    SpoolReader another() {
        return new SpoolReader(channel, following, end);
    }

    /** Moves to the following record. */
    boolean next() throws IOException {
        if (following >= end) {
            return false;
        }
        moveTo(following);
        return true;
    }

    /** Moves to the record that begins at {@code offset}. */
    void moveTo(long offset) throws IOException {
        int from = at(offset, SpoolFormat.LENGTHS);
        ByteBuffer lengths = ByteBuffer.wrap(buffer, from, SpoolFormat.LENGTHS);
        record = offset;
        keyLength = lengths.getInt();
        otherLength = lengths.getInt();
        entityLength = lengths.getInt();
        following = offset + SpoolFormat.LENGTHS + keyLength + Math.max(0, otherLength) + entityLength;
        if (keyLength < 0 || entityLength < 0 || following > end) {
            throw new IOException("the spool is damaged at " + offset);
        }
    }

    /** Where the present record begins. */
    long offset() {
        return record;
    }

    /** How many bytes its entity has. */
    int entityLength() {
        return entityLength;
    }

    byte[] key() throws IOException {
        return bytes(record + SpoolFormat.LENGTHS, keyLength);
    }

    /** The other key; null where it has none. */
    byte[] other() throws IOException {
        return otherLength < 0 ? null : bytes(record + SpoolFormat.LENGTHS + keyLength, otherLength);
    }

    /** The record as it was added. */
    Spooled spooled() throws IOException {
        byte[] other = other();
        byte[] entity = bytes(record + SpoolFormat.LENGTHS + keyLength + Math.max(0, otherLength), entityLength);
        return new Spooled(text(key()), other == null ? null : text(other), Json.parseObject(entity));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private byte[] bytes(long offset, int length) throws IOException {
        int from = at(offset, length);
        return Arrays.copyOfRange(buffer, from, from + length);
    }

    /** Where in the buffer so many bytes of the file stand. */
    private int at(long offset, int length) throws IOException {
        if (offset < bufferedFrom || offset + length > bufferedFrom + buffered) {
            fill(offset, length);
        }
        return (int) (offset - bufferedFrom);
    }

    private void fill(long offset, int least) throws IOException {
        if (least > buffer.length || least < BUFFER && buffer.length > BUFFER) {
            // what one large record needed is given back with the next small one
            buffer = new byte[Math.max(BUFFER, least)];
        }
        bufferedFrom = offset;
        buffered = 0;
        ByteBuffer target = ByteBuffer.wrap(buffer);
        target.limit((int) Math.min(buffer.length, end - offset));
        while (target.hasRemaining() && buffered < least) {
            int read = channel.read(target, offset + buffered);
            if (read < 0) {
                throw new EOFException("the spool ends within a record at " + record);
            }
            buffered += read;
        }
        if (buffered < least) {
            throw new EOFException("the spool ends within a record at " + record);
        }
    }
}
