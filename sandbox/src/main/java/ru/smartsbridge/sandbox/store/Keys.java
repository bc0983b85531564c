package ru.smartsbridge.sandbox.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Under which keys an entity is found. */
public interface Keys {
    /** The entity's own key first, then others that lead to it too; none where the entity can only be listed. */
    List<String> of(Stored stored);

    /** Whether an entity has one key at most: then a later one with that key has no other key to forget. */
    boolean single();

    /** One key at most. */
    static Keys one(Function<Stored, Optional<String>> key) {
        return new Keys() {
            @Override
            public List<String> of(Stored stored) {
                return key.apply(stored).stream().toList();
            }

            @Override
            public boolean single() {
                return true;
            }
        };
    }

    /** Several keys. */
    static Keys several(Function<Stored, List<String>> keys) {
        return new Keys() {
            @Override
            public List<String> of(Stored stored) {
                return keys.apply(stored);
            }

            @Override
            public boolean single() {
                return false;
            }
        };
    }
}
