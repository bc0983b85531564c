package ru.smartsbridge.server.watch;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A body, copied while it goes by; dropped as soon as there is no room for it. Thread-safe. */
public final class Copy implements AutoCloseable {
    private final Room room;
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);
    private long held;
    private boolean whole = true;

    public Copy(Room room) {
        this.room = room;
    }

    /** A portion goes by; the buffer stays as it is. */
    public synchronized void add(ByteBuffer portion) {
        int more = portion.remaining();
        if (!whole || more == 0) {
            return;
        }
        if (held + more > room.largest() || !room.take(more)) {
            drop();
            return;
        }
        held += more;
        byte[] copied = new byte[more];
        portion.duplicate().get(copied);
        bytes.write(copied, 0, more);
    }

    private void drop() {
        whole = false;
        close();
    }

    /** Whether it is all there. */
    public synchronized boolean whole() {
        return whole;
    }

    /** What was copied. */
    public synchronized byte[] bytes() {
        return bytes.toByteArray();
    }

    /** Gives its room back. */
    @Override
    public synchronized void close() {
        room.give(held);
        held = 0;
        bytes = new ByteArrayOutputStream(0);
    }
}
