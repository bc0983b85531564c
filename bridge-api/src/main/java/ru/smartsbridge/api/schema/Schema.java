package ru.smartsbridge.api.schema;

import java.util.Map;
import java.util.Optional;

/**
 * What a base says of itself: {@code $metadata}, its names, and the additional fields that it knows. Immutable.
 *
 * @param edmx the {@code $metadata}
 * @param names Russian names and {@code uni}s
 * @param fields by owner; an owner that is not there has fields that nobody declared, so any is taken
 */
public record Schema(Edmx edmx, Names names, Map<FieldOwner, FieldSet> fields) {
    public Schema {
        fields = Map.copyOf(fields);
    }

    /** The fields that the base knows of an owner; empty where it says nothing about it. */
    public Optional<FieldSet> fields(FieldOwner owner) {
        return Optional.ofNullable(fields.get(owner));
    }
}
