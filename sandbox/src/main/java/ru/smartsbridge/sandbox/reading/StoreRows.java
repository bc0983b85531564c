package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import org.h2.mvstore.MVStoreException;
import ru.smartsbridge.sandbox.base.StoreFailure;

/** Rows out of a store, whose failures are told as the base's own. */
final class StoreRows<T> implements Iterator<T> {
    private final Iterator<T> rows;

    StoreRows(Iterator<T> rows) {
        this.rows = rows;
    }

    @Override
    public boolean hasNext() {
        try {
            return rows.hasNext();
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        }
    }

    @Override
    public T next() {
        try {
            return rows.next();
        } catch (MVStoreException e) {
            throw StoreFailure.of(e);
        }
    }
}
