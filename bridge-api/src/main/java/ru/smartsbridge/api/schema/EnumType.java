package ru.smartsbridge.api.schema;

import java.util.Map;

/**
 * An enumeration.
 *
 * @param name qualified
 * @param flags whether several members may stand together, with commas
 * @param members values by name, in order
 */
public record EnumType(String name, boolean flags, Map<String, Long> members) {}
