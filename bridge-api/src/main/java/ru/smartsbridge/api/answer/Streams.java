package ru.smartsbridge.api.answer;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.function.Predicate;

/** Iterators over iterators that take one element at a time; each is used by one thread. */
public final class Streams {
    private Streams() {}

    /** Each, changed. */
    public static <A, B> Iterator<B> map(Iterator<A> source, Function<? super A, ? extends B> change) {
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

    /** Those that are wanted. */
    public static <A> Iterator<A> filter(Iterator<A> source, Predicate<? super A> wanted) {
        return flat(
                source,
                item -> wanted.test(item) ? Collections.singleton(item).iterator() : Collections.emptyIterator());
    }

    /** What each gives, one after the other. */
    public static <A, B> Iterator<B> flat(Iterator<A> source, Function<? super A, Iterator<B>> parts) {
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
    public static <A> Iterator<A> skip(Iterator<A> source, long count) {
        for (long passed = 0; passed < count && source.hasNext(); passed++) {
            source.next();
        }
        return source;
    }

    /** At most so many; what comes after them is not looked for. */
    public static <A> Iterator<A> limit(Iterator<A> source, long most) {
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
