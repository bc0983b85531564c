package ru.smartsbridge.sandbox.store;

import java.util.Iterator;
import org.h2.mvstore.MVMap;

/** Entities that wait for the end of an upload, in the order in which they came. Used by one thread at a time. */
public final class Log {
    private final MVMap<Long, byte[]> entries;
    private long size;

    Log(MVMap<Long, byte[]> entries) {
        this.entries = entries;
    }

    /** How many wait. */
    public long size() {
        return size;
    }

    /** Adds one. */
    public void add(Stored stored) {
        entries.put(size, stored.bytes());
        size++;
    }

    /** Takes back all but the first so many. */
    public void truncate(long newSize) {
        while (size > newSize) {
            size--;
            entries.remove(size);
        }
    }

    /** All, in order. */
    public Iterator<Stored> all() {
        return Stored.each(entries.cursor(null));
    }

    MVMap<Long, byte[]> map() {
        return entries;
    }
}
