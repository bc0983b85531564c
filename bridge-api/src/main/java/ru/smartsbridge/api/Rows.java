package ru.smartsbridge.api;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * What a read gives, one at a time, in the base's order: the whole of a set of any size, in the memory of a batch.
 *
 * <p>Used by one thread at a time and closed by who asked for it, also before its end. {@code hasNext} may block for
 * the backend, within that backend's time-outs, and fails with a
 * {@link ru.smartsbridge.api.error.BridgeException}; a failure is never the end of the rows.
 *
 * @param <T> an entity
 */
public interface Rows<T> extends Iterator<T>, AutoCloseable {
    /** How many match in all, where the query asked for the count and the backend told it. */
    OptionalLong count();

    /** Frees what the read holds. Never fails. */
    @Override
    void close();

    /** These rows, each turned into something else as it is taken. */
    default <R> Rows<R> map(Function<? super T, ? extends R> change) {
        Rows<T> source = this;
        return new Rows<>() {
            @Override
            public OptionalLong count() {
                return source.count();
            }

            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public R next() {
                return change.apply(source.next());
            }

            @Override
            public void close() {
                source.close();
            }
        };
    }

    /**
     * Rows that hold something while they are read: it is freed at their end or when they are closed, whichever comes
     * first, and once.
     *
     * @param held frees it; must not fail
     */
    static <T> Rows<T> closing(Iterator<T> rows, OptionalLong count, Runnable held) {
        return new ClosingRows<>(rows, count, held);
    }

    /** Rows that are already at hand. */
    static <T> Rows<T> of(Iterable<T> items, OptionalLong count) {
        Iterator<T> iterator = items.iterator();
        return new Rows<>() {
            @Override
            public OptionalLong count() {
                return count;
            }

            @Override
            public boolean hasNext() {
                return iterator.hasNext();
            }

            @Override
            public T next() {
                if (!iterator.hasNext()) {
                    throw new NoSuchElementException();
                }
                return iterator.next();
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
