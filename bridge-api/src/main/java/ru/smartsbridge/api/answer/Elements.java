package ru.smartsbridge.api.answer;

import java.util.function.Predicate;

/** A collection that an expression has come to, gone through as far as is needed. */
@FunctionalInterface
interface Elements {
    /** Whether any of them is wanted; what is held while they are gone through is freed. */
    boolean any(Predicate<Object> wanted);
}
