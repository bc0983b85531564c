package ru.smartsbridge.api.query;

/**
 * A navigation that is answered inline.
 *
 * @param navigation its name in {@code $metadata}
 * @param nested what is asked of the entities there
 */
public record Expansion(String navigation, Query nested) {}
