package ru.smartsbridge.server.odata;

import java.util.Optional;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;

/** One step below an entity, in the base's own names. */
public sealed interface Step {
    /** As the base spells it. */
    String name();

    /**
     * A property.
     *
     * @param type empty for an additional field
     */
    record Property(String name, Optional<EdmType> type) implements Step {}

    /**
     * A navigation.
     *
     * @param key of one of those it leads to; empty for all of them, or for the one that it leads to
     */
    record Navigation(EdmProperty property, Optional<String> key) implements Step {
        @Override
        public String name() {
            return property.name();
        }
    }

    /**
     * A table that belongs to a document, or a field of it that nobody declared: the address alone does not tell
     * [client].
     *
     * @param key of one of its rows
     */
    record Table(String name, Optional<String> key) implements Step {}
}
