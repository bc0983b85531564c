package ru.smartsbridge.migration.report;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.words.MigrationTexts;

/**
 * What a comparison found, apart from how it is written. Immutable; holds no secret.
 *
 * @param stopped whether it was told to end before it was done
 * @param sets in the order of the plan
 * @param differences that count, by field and kind
 * @param noise in which control differs from itself, by field and kind
 * @param rules all of them, with what became of each
 * @param rehearsal what was written, where anything was
 */
public record Report(
        BaseFacts control,
        BaseFacts candidate,
        Instant started,
        Instant ended,
        boolean stopped,
        List<SetResult> sets,
        List<Group> differences,
        List<Group> noise,
        List<RuleBook.Use> rules,
        Optional<Rehearsed> rehearsal) {
    public Report {
        sets = List.copyOf(sets);
        differences = List.copyOf(differences);
        noise = List.copyOf(noise);
        rules = List.copyOf(rules);
    }

    /**
     * A base.
     *
     * @param name in the configuration
     * @param description what stands behind it
     * @param product what it says it runs; empty where it does not say
     */
    public record BaseFacts(String name, String description, String product) {}

    /**
     * What a rehearsal wrote.
     *
     * @param oneBase whether both ways led to one base, so that each saw what the other wrote
     * @param written entities, with what became of each
     */
    public record Rehearsed(boolean oneBase, List<Trace> written) {
        public Rehearsed {
            written = List.copyOf(written);
        }
    }

    /**
     * An entity that a rehearsal wrote.
     *
     * @param side through which it was written
     * @param removed whether it was removed again
     * @param note why not, where it was not
     */
    public record Trace(String side, String set, String key, boolean removed, Text note) {}

    /** The verdict. */
    public Outcome outcome() {
        if (stopped || sets.stream().anyMatch(SetResult::isGap)) {
            return Outcome.NOT_COMPARED;
        }
        return differences.isEmpty() ? Outcome.MAY_SWITCH : Outcome.DIFFERS;
    }

    /** The verdict in a sentence that names what was not compared. */
    public Text sentence() {
        long compared = sum(SetResult.Counts::compared);
        long sets = this.sets.stream()
                .filter(set -> set.status() == SetResult.Status.COMPARED)
                .count();
        Text found = differences.isEmpty()
                ? MigrationTexts.text("verdict.same", compared, sets)
                : MigrationTexts.text(
                        "verdict.different",
                        differenceCount(),
                        differences.size(),
                        differences.stream().map(Group::set).distinct().count(),
                        compared,
                        sets);
        List<String> gaps =
                this.sets.stream().filter(SetResult::isGap).map(SetResult::set).toList();
        return switch (outcome()) {
            case MAY_SWITCH -> MigrationTexts.text("verdict.may-switch", control.name(), candidate.name(), found);
            case DIFFERS -> MigrationTexts.text("verdict.differs", control.name(), candidate.name(), found);
            case NOT_COMPARED ->
                MigrationTexts.text(
                        stopped ? "verdict.stopped" : "verdict.not-compared",
                        control.name(),
                        candidate.name(),
                        found,
                        gaps.isEmpty() ? "-" : String.join(", ", gaps));
        };
    }

    /** All differences that count. */
    public long differenceCount() {
        return differences.stream().mapToLong(Group::count).sum();
    }

    /** All places in which control differs from itself. */
    public long noiseCount() {
        return noise.stream().mapToLong(Group::count).sum();
    }

    /** All differences that a rule let pass. */
    public long excusedCount() {
        return rules.stream().mapToLong(RuleBook.Use::excused).sum();
    }

    /** One of the numbers over all sets. */
    public long sum(java.util.function.ToLongFunction<SetResult.Counts> number) {
        return sets.stream().map(SetResult::counts).mapToLong(number).sum();
    }
}
