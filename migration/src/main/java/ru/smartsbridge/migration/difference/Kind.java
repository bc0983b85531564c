package ru.smartsbridge.migration.difference;

import java.util.Locale;

/** In what two answers differ. */
public enum Kind {
    /** Control has it, the candidate does not: a set, an entity, a line, a property. */
    MISSING,
    /** The candidate has it, control does not. */
    EXTRA,
    /** Values of different types: {@code 1} and {@code "1"}. */
    TYPE,
    VALUE,
    /** The same items in another order, where order is significant. */
    ORDER,
    /** Another number of items where they cannot be told apart, or than was told. */
    SIZE,
    /** One side answers, the other fails, or both fail in different ways. */
    ERROR,
    /** The candidate is slower than the plan allows. */
    LATENCY;

    /** As rules and reports write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
