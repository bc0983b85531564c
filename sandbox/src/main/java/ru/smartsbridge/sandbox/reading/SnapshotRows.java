package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import org.h2.mvstore.MVStoreException;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.sandbox.base.StoreFailure;
import ru.smartsbridge.sandbox.store.Snapshot;

/** The rows of an answer; they give their snapshot back at their end, or when they are closed. */
final class SnapshotRows<T> implements Rows<T> {
    private final Snapshot snapshot;
    private final Iterator<T> rows;
    private final OptionalLong count;
    private boolean ended;

    SnapshotRows(Snapshot snapshot, Iterator<T> rows, OptionalLong count) {
        this.snapshot = snapshot;
        this.rows = rows;
        this.count = count;
    }

    @Override
    public OptionalLong count() {
        return count;
    }

    @Override
    public boolean hasNext() {
        if (ended) {
            return false;
        }
        try {
            if (rows.hasNext()) {
                return true;
            }
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        }
        close();
        return false;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return rows.next();
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public void close() {
        ended = true;
        snapshot.close();
    }
}
