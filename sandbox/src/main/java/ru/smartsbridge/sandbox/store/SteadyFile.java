package ru.smartsbridge.sandbox.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;

/**
 * A file that an interrupted reader does not close for everybody, as Java's own channels do.
 *
 * <p>Threads of an HTTP server may be interrupted at any time; the store must outlive that.
 */
final class SteadyFile extends FileBaseDefault {
    private final RandomAccessFile file;

    SteadyFile(RandomAccessFile file) {
        this.file = file;
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
        file.seek(position);
        byte[] bytes = target.hasArray() ? target.array() : new byte[target.remaining()];
        int offset = target.hasArray() ? target.arrayOffset() + target.position() : 0;
        int read = file.read(bytes, offset, target.remaining());
        if (read > 0 && target.hasArray()) {
            target.position(target.position() + read);
        } else if (read > 0) {
            target.put(bytes, 0, read);
        }
        return read;
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
        file.seek(position);
        int length = source.remaining();
        if (source.hasArray()) {
            file.write(source.array(), source.arrayOffset() + source.position(), length);
            source.position(source.limit());
        } else {
            byte[] bytes = new byte[length];
            source.get(bytes);
            file.write(bytes);
        }
        return length;
    }

    @Override
    public synchronized long size() throws IOException {
        return file.length();
    }

    @Override
    protected void implTruncate(long size) throws IOException {
        file.setLength(size);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.getChannel().tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
