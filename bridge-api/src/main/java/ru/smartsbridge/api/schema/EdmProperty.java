package ru.smartsbridge.api.schema;

/** A declared property: {@code Nullable} is true where {@code $metadata} says nothing, as the standard has it. */
public record EdmProperty(String name, EdmType type, boolean nullable) {}
