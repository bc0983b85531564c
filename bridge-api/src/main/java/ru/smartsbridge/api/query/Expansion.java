package ru.smartsbridge.api.query;

/**
 * A navigation that is answered inline.
 *
 * @param navigation its name in {@code $metadata}
 * @param nested what is asked of the entities there
 */
public record Expansion(String navigation, Query nested) {
    /** With nothing asked of what is there. */
    public static Expansion of(String navigation) {
        return new Expansion(navigation, Query.ALL);
    }
}
