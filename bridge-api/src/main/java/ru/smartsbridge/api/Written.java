package ru.smartsbridge.api;

/**
 * What became of a create.
 *
 * @param entity as the base has it now, with what it set itself
 * @param created false where an entity with that key was there and was changed [doc: 200 where it edited]
 */
public record Written<T>(T entity, boolean created) {}
