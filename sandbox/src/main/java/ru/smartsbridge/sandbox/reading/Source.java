package ru.smartsbridge.sandbox.reading;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** What a query is asked of; can be gone through more than once. */
interface Source {
    /** All of it, in the base's order, but for so many at the beginning. */
    Iterator<Node> from(long skip);

    /** How many there are, where that is known without counting. */
    OptionalLong size();

    /** Something that can only be gone through. */
    static Source of(Supplier<Iterator<Node>> all) {
        return new Source() {
            @Override
            public Iterator<Node> from(long skip) {
                Iterator<Node> nodes = all.get();
                for (long passed = 0; passed < skip && nodes.hasNext(); passed++) {
                    nodes.next();
                }
                return nodes;
            }

            @Override
            public OptionalLong size() {
                return OptionalLong.empty();
            }
        };
    }

    /** What is at hand. */
    static Source of(List<Node> nodes) {
        return of(nodes::iterator);
    }
}
