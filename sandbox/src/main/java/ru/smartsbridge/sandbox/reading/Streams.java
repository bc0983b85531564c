package ru.smartsbridge.sandbox.reading;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Iterators over iterators that take one element at a time. */
final class Streams {
    private Streams() {}

    static <A, B> Iterator<B> map(Iterator<A> source, Function<? super A, ? extends B> change) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return source.hasNext();
            }

            @Override
            public B next() {
                return change.apply(source.next());
            }
        };
    }

    static <A> Iterator<A> filter(Iterator<A> source, Predicate<? super A> wanted) {
        return flat(
                source,
                item -> wanted.test(item) ? Collections.singleton(item).iterator() : Collections.emptyIterator());
    }

    static <A, B> Iterator<B> flat(Iterator<A> source, Function<? super A, Iterator<B>> parts) {
        return new Iterator<>() {
            private Iterator<B> part = Collections.emptyIterator();

            @Override
            public boolean hasNext() {
                while (!part.hasNext() && source.hasNext()) {
                    part = parts.apply(source.next());
                }
                return part.hasNext();
            }

            @Override
            public B next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                return part.next();
            }
        };
    }

    /** Passes over so many at the beginning. */
    static <A> Iterator<A> skip(Iterator<A> source, long count) {
        for (long passed = 0; passed < count && source.hasNext(); passed++) {
            source.next();
        }
        return source;
    }

    static <A> Iterator<A> limit(Iterator<A> source, long most) {
        return new Iterator<>() {
            private long left = most;

            @Override
            public boolean hasNext() {
                return left > 0 && source.hasNext();
            }

            @Override
            public A next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                left--;
                return source.next();
            }
        };
    }
}
