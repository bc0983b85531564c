package ru.smartsbridge.sandbox.store;

import java.util.List;

/** Under which keys an entity is found. */
@FunctionalInterface
public interface Keys {
    /** The entity's own key first, then others that lead to it too; none where the entity can only be listed. */
    List<String> of(Stored stored);
}
