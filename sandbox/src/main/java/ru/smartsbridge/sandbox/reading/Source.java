package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What a query is asked of; can be gone through more than once. */
interface Source {
    /** All of it, in the base's order, but for so many at the beginning. */
    Iterator<Node> from(long skip);

    /** How many there are, where that is known without reading them. */
    OptionalLong size();

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
