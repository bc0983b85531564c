package ru.smartsbridge.api.query;

/**
 * One key of an order.
 *
 * @param by null comes before every value, where {@code descending} after all of them
 */
public record Order(Expression by, boolean descending) {}
