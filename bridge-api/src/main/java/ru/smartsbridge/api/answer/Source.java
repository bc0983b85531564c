package ru.smartsbridge.api.answer;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import ru.smartsbridge.api.value.Wanted;

/**
 * What a query is asked of; can be gone through more than once, by one thread at a time.
 *
 * <p>Closed by who made it, or by {@link Answer} where {@link Links} made it: what its iterators hold, as a file that is
 * being read, is then free, whether they came to their end, were left early, or were never asked for.
 */
public interface Source extends AutoCloseable {
    /** All of it, in the base's order, but for so many at the beginning. */
    Iterator<Node> from(long skip);

    /**
     * All of it for who looks at a few properties of most of them.
     *
     * @param wanted what a part must have at least
     * @param texts those that have not each of them in one of their values to the letter may be left out, or say that they do
     *     not match
     */
    default Iterator<Sketch> sketches(Wanted wanted, Set<String> texts) {
        return Streams.map(from(0), Sketch::of);
    }

    /**
     * Whether it is worth it to hand its sketches to other threads, which read their parts then, and right: any thread may
     * look at one, though no two at a time.
     */
    default boolean sharesSketches() {
        return false;
    }

    /** How many there are, where that is known without reading them. */
    OptionalLong size();

    /** Frees what the iterators hold. Never fails, and may come twice. */
    @Override
    default void close() {
        // most sources hold nothing
    }

    /** This source, which frees something at its close. */
    default Source closing(Runnable held) {
        Source source = this;
        return new Source() {
            @Override
            public Iterator<Node> from(long skip) {
                return source.from(skip);
            }

            @Override
            public Iterator<Sketch> sketches(Wanted wanted, Set<String> texts) {
                return source.sketches(wanted, texts);
            }

            @Override
            public boolean sharesSketches() {
                return source.sharesSketches();
            }

            @Override
            public OptionalLong size() {
                return source.size();
            }

            @Override
            public void close() {
                try {
                    source.close();
                } finally {
                    held.run();
                }
            }
        };
    }

    /** Something that can only be gone through. */
    static Source of(Supplier<Iterator<Node>> all) {
        return of(all, OptionalLong::empty);
    }

    /** Something that is gone through from its beginning, and counted in another way. */
    static Source of(Supplier<Iterator<Node>> all, Supplier<OptionalLong> size) {
        return new Source() {
            @Override
            public Iterator<Node> from(long skip) {
                return Streams.skip(all.get(), skip);
            }

            @Override
            public OptionalLong size() {
                return size.get();
            }
        };
    }

    /** What is at hand. */
    static Source of(List<Node> nodes) {
        return of(nodes::iterator);
    }
}
