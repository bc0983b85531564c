package ru.smartsbridge.api.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The additional fields of one owner that a base knows.
 *
 * @param types field types of Mobile SMARTS ({@code String}, {@code Double} …) by JSON property name; {@code ""} where
 *     a field was only seen in stored entities and any scalar is taken
 * @param names Russian names by JSON property name, of those that are declared with one
 */
public record FieldSet(Map<String, String> types, Map<String, String> names) {
    public FieldSet {
        types = Map.copyOf(types);
        names = Map.copyOf(names);
    }

    /** Fields without Russian names. */
    public FieldSet(Map<String, String> types) {
        this(types, Map.of());
    }

    /** The type of a field; empty where it is not known. */
    public Optional<String> type(String property) {
        return Optional.ofNullable(types.get(property));
    }

    /** The type of a field as a type of OData; empty where the field is not known or its values are not looked into. */
    public Optional<String> edmType(String property) {
        return type(property).flatMap(PrimitiveCheck::edmType);
    }

    /** These and one more, which was seen in a stored entity. */
    public FieldSet withSeen(String property) {
        if (types.containsKey(property)) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(types);
        more.put(property, "");
        return new FieldSet(more, names);
    }
}
