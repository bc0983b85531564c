package ru.smartsbridge.migration.join;

/** One of the readings of a set. */
public enum Reading {
    CONTROL,
    CANDIDATE,
    /** Control, asked a second time. */
    AGAIN
}
