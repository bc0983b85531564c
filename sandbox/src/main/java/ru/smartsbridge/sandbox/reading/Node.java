package ru.smartsbridge.sandbox.reading;

import java.util.Optional;
import ru.smartsbridge.api.value.Properties;

/**
 * An entity with what it was found in.
 *
 * @param parent the document of a line
 */
record Node(Properties entity, Optional<Properties> parent) {
    static Node of(Properties entity) {
        return new Node(entity, Optional.empty());
    }
}
