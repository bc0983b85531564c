package ru.smartsbridge.api.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entity type or complex type, with what it inherits.
 *
 * @param name qualified
 * @param open whether properties that are not declared may stand in it
 * @param key names of the key's properties, none for a complex type
 * @param properties by name, in order
 * @param navigations by name, in order
 */
public record StructuredType(
        String name,
        boolean open,
        List<String> key,
        Map<String, EdmProperty> properties,
        Map<String, EdmProperty> navigations) {

    /** The name without its namespace. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The navigation of that name, ignoring case as query options and paths do [doc]. */
    public Optional<EdmProperty> navigation(String navigationName) {
        return ignoringCase(navigations, navigationName);
    }

    /** The declared property of that name, ignoring case. */
    public Optional<EdmProperty> property(String propertyName) {
        return ignoringCase(properties, propertyName);
    }

    private static Optional<EdmProperty> ignoringCase(Map<String, EdmProperty> byName, String name) {
        EdmProperty exact = byName.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return byName.values().stream()
                .filter(property -> property.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
