package ru.smartsbridge.api.fidelity;

/**
 * One difference that a way to a base makes, and how far it goes.
 *
 * @param id short and lasting: tests, reports and docs name the entry by it
 * @param way of the base's ways the one that differs
 * @param where the properties it speaks of, and no others
 * @param rule in what sense a value is the same all the same
 * @param fact what was observed, in a sentence
 */
public record Entry(String id, Way way, Where where, Equivalence rule, String fact) {
    boolean speaksOf(Spot spot, Way base) {
        return way.counts(base) && where.has(spot);
    }
}
