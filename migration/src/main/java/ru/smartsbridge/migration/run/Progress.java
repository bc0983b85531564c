package ru.smartsbridge.migration.run;

import java.util.List;
import java.util.OptionalLong;
import ru.smartsbridge.migration.report.Report;

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

    /** What a rehearsal is about to write, and whether it is removed again. */
    default void writes(List<Report.Trace> planned) {}

    /** A set is done, with so many differences that count. */
    default void ends(String set, String status, long entities, long differences) {}
}
