package ru.smartsbridge.api.schema;

/**
 * An entity set or singleton of the container.
 *
 * @param name as {@code $metadata} writes it, a slash included ({@code Docs/PrihodNaSklad})
 * @param type qualified name of its entity type
 */
public record SetInfo(String name, String type, boolean singleton) {}
