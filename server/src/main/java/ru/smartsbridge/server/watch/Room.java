package ru.smartsbridge.server.watch;

import java.util.concurrent.atomic.AtomicLong;

/** The memory that copies may take together. Thread-safe. */
public final class Room {
    private static final long MOST = 64L << 20;
    private static final int SHARE_OF_HEAP = 8;
    private static final int PARTS = 4;

    private final long size;
    private final AtomicLong taken = new AtomicLong();

    /** @param size in bytes */
    Room(long size) {
        this.size = size;
    }

    /** As much as is meet for this process. */
    public static Room ofProcess() {
        return new Room(Math.min(MOST, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP));
    }

    /** What one copy may take at most. */
    long largest() {
        return size / PARTS;
    }

    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= size) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    void give(long bytes) {
        taken.addAndGet(-bytes);
    }

    long taken() {
        return taken.get();
    }
}
