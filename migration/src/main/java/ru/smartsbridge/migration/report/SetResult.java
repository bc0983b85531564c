package ru.smartsbridge.migration.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.side.Failure;

/**
 * What became of one set.
 *
 * @param title the set in the base's own words, where it has any
 * @param counts of what was seen
 * @param failures why it was not compared, by side
 * @param notes what a reader should know besides
 * @param latency of both sides
 */
public record SetResult(
        String set,
        Optional<String> title,
        Status status,
        Counts counts,
        List<SideFailure> failures,
        List<Text> notes,
        Latency latency) {
    public SetResult {
        failures = List.copyOf(failures);
        notes = List.copyOf(notes);
    }

    /** How far it came. */
    public enum Status {
        COMPARED,
        /** Only one side has it: that is a difference. */
        ABSENT,
        /** The plan does not want it. */
        LEFT_OUT,
        /** A side did not answer. */
        NOT_COMPARED,
        /** The comparison was stopped before it was done. */
        STOPPED;

        /** As reports for programs write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A side that did not answer, by its name in the configuration. */
    public record SideFailure(String side, Failure failure) {}

    /**
     * Numbers of entities and differences.
     *
     * @param control entities that control gave
     * @param candidate entities that the candidate gave
     * @param compared entities that both gave, and that were looked into
     * @param differing entities among these that differ
     * @param missing entities that control alone has
     * @param extra entities that the candidate alone has
     * @param differences of any kind that count
     * @param excused that a rule let pass
     * @param noise in which control differs from itself
     */
    public record Counts(
            long control,
            long candidate,
            long compared,
            long differing,
            long missing,
            long extra,
            long differences,
            long excused,
            long noise) {
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Whether the plan wanted it and did not get it. */
    public boolean isGap() {
        return status == Status.NOT_COMPARED || status == Status.STOPPED;
    }

    /** Whether it came to its end and there is nothing to say about it but numbers. */
    public boolean isPlain() {
        return status == Status.COMPARED && notes.isEmpty();
    }
}
