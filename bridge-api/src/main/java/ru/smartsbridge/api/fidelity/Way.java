package ru.smartsbridge.api.fidelity;

/** How an entity crosses to a COM component: two ways differ in what they carry. */
public enum Way {
    /** Of an entry: whichever way is taken. Of a base: no such ways, or not told. */
    ANY,
    /** Many entities at once, through the component's own XML. */
    XML,
    /** Property by property. */
    PROPERTIES;

    /** Whether an entry for this way counts for a base that goes that way. */
    boolean counts(Way base) {
        return this == ANY || this == base;
    }
}
