package ru.smartsbridge.server.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of configuration before its meaning is known, with its place. Immutable. */
sealed interface Item {
    /** Where it begins. */
    Origin origin();

    /** A value as written, whatever YAML would make of it: {@code 0123} stays that. */
    record Scalar(String text, Origin origin) implements Item {}

    /** A key without a value. */
    record Nothing(Origin origin) implements Item {}

    /** A list. */
    record Sequence(List<Item> items, Origin origin) implements Item {}

    /** Keys and what stands under them, in the order written. */
    record Branch(Map<String, Child> children, Origin origin) implements Item {
        public Branch {
            children = Collections.unmodifiableMap(new LinkedHashMap<>(children));
        }

        /** The same with another value at {@code path}; what cannot have keys is left for the reader to refuse. */
        Branch with(List<String> path, Scalar value) {
            String key = path.get(0);
            Child old = children.get(key);
            Item next;
            if (path.size() == 1) {
                next = value;
            } else if (old == null || old.item() instanceof Nothing) {
                next = new Branch(Map.of(), value.origin()).with(path.subList(1, path.size()), value);
            } else if (old.item() instanceof Branch branch) {
                next = branch.with(path.subList(1, path.size()), value);
            } else {
                next = old.item();
            }
            Map<String, Child> changed = new LinkedHashMap<>(children);
            changed.put(key, new Child(old == null || path.size() == 1 ? value.origin() : old.key(), next));
            return new Branch(changed, origin);
        }

        /** What stands at {@code path}, null where nothing does. */
        Item at(List<String> path) {
            Child child = children.get(path.get(0));
            if (child == null || path.size() == 1) {
                return child == null ? null : child.item();
            }
            return child.item() instanceof Branch branch ? branch.at(path.subList(1, path.size())) : null;
        }
    }

    /** What stands under a key, and where the key stands. */
    record Child(Origin key, Item item) {}
}
