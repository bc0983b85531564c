package ru.smartsbridge.api.answer;

import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;

/** Where a navigation leads, be it what stands in the entity or what {@link Links} give. */
@FunctionalInterface
interface Following {
    /** Closed by who asked. */
    Source follow(StructuredType type, Node node, EdmProperty navigation);
}
