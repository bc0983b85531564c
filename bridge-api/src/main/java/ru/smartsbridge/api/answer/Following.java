package ru.smartsbridge.api.answer;

import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;

/** Where a navigation leads, be it what stands in the entity or what {@link Links} give. */
interface Following {
    /** Closed by who asked. */
    Source follow(StructuredType type, Node node, EdmProperty navigation);

    /** Whether that takes nothing but the entity, so that any thread can. */
    default boolean leadsInside(StructuredType type, EdmProperty navigation) {
        return false;
    }
}
