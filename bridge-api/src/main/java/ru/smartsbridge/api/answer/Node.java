package ru.smartsbridge.api.answer;

import java.util.Optional;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * An entity with what it was found in.
 *
 * @param parent the document of a line
 */
public record Node(Properties entity, Optional<Properties> parent) {
    /** An entity that stands for itself. */
    public static Node of(Properties entity) {
        return new Node(entity, Optional.empty());
    }

    /** What the entity itself holds under a navigation's name. */
    Optional<Value> stored(EdmProperty navigation) {
        return entity.get(navigation.name());
    }
}
