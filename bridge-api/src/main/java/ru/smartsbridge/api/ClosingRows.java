package ru.smartsbridge.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;

/** Rows that free what they hold at their end or at their close. */
final class ClosingRows<T> implements Rows<T> {
    private final Iterator<T> rows;
    private final OptionalLong count;
    private final Runnable held;
    private boolean ended;

    ClosingRows(Iterator<T> rows, OptionalLong count, Runnable held) {
        this.rows = rows;
        this.count = count;
        this.held = held;
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
        boolean more = rows.hasNext();
        if (!more) {
            close();
        }
        return more;
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return rows.next();
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            held.run();
        }
    }
}
