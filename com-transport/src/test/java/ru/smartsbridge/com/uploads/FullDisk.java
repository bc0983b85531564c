package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A file on a disk on which so many bytes find room, the last of them by half a write. */
final class FullDisk extends FileChannel {
    private final FileChannel file;
    private final long room;

    FullDisk(FileChannel file, long room) {
        this.file = file;
        this.room = room;
    }

    @Override
    public int write(ByteBuffer bytes, long position) throws IOException {
        long free = room - position;
        if (free <= 0) {
            throw new IOException("No space left on device");
        }
        if (bytes.remaining() <= free) {
            return file.write(bytes, position);
        }
        int limit = bytes.limit();
        bytes.limit(bytes.position() + (int) free);
        try {
            return file.write(bytes, position);
        } finally {
            bytes.limit(limit);
        }
    }

    @Override
    public int read(ByteBuffer bytes, long position) throws IOException {
        return file.read(bytes, position);
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        file.truncate(size);
        return this;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public long size() throws IOException {
        return file.size();
    }

    @Override
    public int read(ByteBuffer bytes) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public long read(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public int write(ByteBuffer bytes) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public long write(ByteBuffer[] bytes, int offset, int length) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public long position() {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public void force(boolean metaData) {
        throw new UnsupportedOperationException("a spool does not outlive a crash of the machine");
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) {
        throw new UnsupportedOperationException("a spool goes by position");
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("a spool has one writer");
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) {
        throw new UnsupportedOperationException("a spool has one writer");
    }
}
