package ru.smartsbridge.api.schema;

import java.util.Map;

/**
 * A bound action.
 *
 * @param namespace of its schema, for the qualified form {@code Default.BeginUpdate}
 * @param binding what it is bound to
 * @param parameters the others, by name, in order
 */
public record Action(String namespace, String name, EdmType binding, Map<String, EdmProperty> parameters) {}
