package ru.smartsbridge.rest.error;

/** How far a request came before it failed. */
public enum Progress {
    /** Nothing of it has left: whatever happened, the server has not seen it. */
    NOT_SENT,
    /** Something of it was sent, nothing of an answer came. */
    SENT,
    /** The answer had begun. */
    ANSWERING
}
