package ru.smartsbridge.server.shadow;

import java.util.Locale;

/** What became of a read that was to be repeated. */
public enum ShadowOutcome {
    SAME,
    DIFFERENT,
    /** The candidate gave no answer, or one of a broken backend. */
    FAILED,
    /** As many as may wait were waiting. */
    DROPPED,
    /** The candidate had failed too often, and is left alone for a while. */
    SPARED,
    /** Something was written to the same set meanwhile. */
    OUTDATED,
    /** An answer was broken off, too large to be kept, or in no form that can be compared. */
    UNREADABLE;

    /** As metrics write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
