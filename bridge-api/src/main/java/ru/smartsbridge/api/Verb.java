package ru.smartsbridge.api;

/** What can be asked of an entity set; with a kind of set it names a call that a transport can or cannot serve. */
public enum Verb {
    LIST,
    FIND,
    /** Navigations of one entity. */
    RELATED,
    CREATE,
    UPDATE,
    REPLACE,
    DELETE,
    /** Begin … End. */
    UPLOAD,
    /** {@code EndUpdate} of a document. */
    END_UPDATE,
    /** {@code Block} and {@code Unblock} of a document. */
    BLOCK
}
