package ru.smartsbridge.api.query;

import java.util.List;

/** A condition on the properties of an entity. */
public sealed interface Filter {
    /**
     * A property compared with a constant.
     *
     * @param path names from the entity down, such as {@code [packing, name]}; matched ignoring case
     */
    record Comparison(List<String> path, Operator operator, Literal literal) implements Filter {
        public Comparison {
            path = List.copyOf(path);
        }
    }

    /** All of them hold. */
    record And(List<Filter> parts) implements Filter {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** The comparisons that are understood so far; the rest of the query language extends this type. */
    enum Operator {
        EQ
    }
}
