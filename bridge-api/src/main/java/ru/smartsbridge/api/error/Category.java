package ru.smartsbridge.api.error;

/**
 * What kind of trouble an error is: it decides who has to act and whether a repeat can help.
 *
 * <p>The server maps each to one HTTP status; a transport chooses by meaning and knows no status.
 */
public enum Category {
    /** The request itself is wrong; the same request will fail again. */
    INVALID_REQUEST,
    /** The caller did not say who he is, or was not believed. */
    UNAUTHENTICATED,
    /** The caller is known and may not do this. */
    FORBIDDEN,
    /** No such set, entity, table, navigation or address. */
    NOT_FOUND,
    /** The address is known, the method is not one of its own. */
    METHOD_NOT_ALLOWED,
    /** The request is right, the state of the base or of an upload is not. */
    CONFLICT,
    /** More bytes, rows or levels than is allowed here. */
    TOO_LARGE,
    /** The request itself did not arrive in time. */
    TOO_SLOW,
    /** The body comes in a form that is not taken here. */
    UNSUPPORTED_FORM,
    /** Too many requests for the moment. */
    TOO_MANY,
    /** Mobile SMARTS may know it, this way to the base does not. */
    UNSUPPORTED_HERE,
    /** The backend answered with an error of its own, or with what cannot be understood. */
    BACKEND_FAILED,
    /** The backend was not reached; nothing of the request happened there. */
    UNREACHABLE,
    /** The backend did not answer in time; on a write the outcome is unknown. */
    TIMED_OUT,
    /** A defect of the bridge. */
    INTERNAL
}
