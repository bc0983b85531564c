package ru.smartsbridge.sandbox.store;

/** What may be done within one {@link Store#write}: all of it becomes visible at once, or nothing. */
public interface Writing {
    /** Whether there is a set of that name. */
    boolean has(String name);

    /** The set of that name, made where there is none. */
    Shelf shelf(String name);

    /** Puts a filled shelf in the place of the one with that name. */
    void replace(String name, Shelf shelf);
}
