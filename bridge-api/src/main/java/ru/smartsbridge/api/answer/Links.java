package ru.smartsbridge.api.answer;

import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;

/** How a transport follows the navigations that its entities do not hold themselves. */
public interface Links {
    /**
     * Where a navigation of an entity leads; none or one where it is single, none where it leads nowhere.
     *
     * @param type the entity's type
     * @param navigation one of that type's
     * @return closed by who asked
     */
    Source follow(StructuredType type, Node node, EdmProperty navigation);

    /**
     * Whether a navigation leads nowhere but to what the entity itself holds under its name, so that it is never followed
     * by {@link #follow}.
     */
    default boolean leadsInside(StructuredType type, EdmProperty navigation) {
        return false;
    }
}
