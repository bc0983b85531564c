package ru.smartsbridge.migration.run;

import java.util.OptionalLong;

/** Is told how far a comparison is; called by its thread, often, so it must be quick. */
public interface Progress {
    /** Tells nobody. */
    Progress NONE = new Progress() {};

    /** A set begins, the {@code number}th of so many. */
    default void begins(String set, int number, int of) {}

    /**
     * More of the set was read.
     *
     * @param read entities of control so far
     * @param total of these, where control told
     */
    default void reads(long read, OptionalLong total) {}

    /** A set is done, with so many differences that count. */
    default void ends(String set, String status, long entities, long differences) {}
}
