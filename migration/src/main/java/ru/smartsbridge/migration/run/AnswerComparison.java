package ru.smartsbridge.migration.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.join.Join;
import ru.smartsbridge.migration.join.Reading;
import ru.smartsbridge.migration.join.Triple;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Latency;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.report.SetResult.Counts;
import ru.smartsbridge.migration.report.SetResult.SideFailure;
import ru.smartsbridge.migration.report.SetResult.Status;
import ru.smartsbridge.migration.rule.OwnRule;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * Compares answers of two bases to the same requests for reading, one after another, and keeps what it found. Thread-safe;
 * answers are compared one at a time.
 *
 * <p>What is kept is bounded by the number of sets and fields, not by that of the answers.
 */
public final class AnswerComparison {
    /** Times of the last so many answers of a set are kept. */
    private static final int TIMES = 1000;

    /**
     * One of the two bases.
     *
     * @param name in the configuration
     * @param description what stands behind it
     * @param zone of its dates without an offset
     * @param fidelity what the way to it does not carry
     */
    public record Base(String name, String description, ZoneId zone, Fidelity fidelity) {}

    /** What became of two answers. */
    public enum Finding {
        SAME,
        DIFFERENT,
        /** One of them is not in a form that can be compared. */
        UNREADABLE
    }

    private final Base control;
    private final Base candidate;
    private final Schema schema;
    private final Subjects subjects;
    private final RuleBook rules;
    private final Ledger ledger;
    private final Moments ours;
    private final Moments theirs;
    private final Map<String, Tally> tallies = new TreeMap<>();
    private final Instant started;
    private final Clock clock;

    /**
     * A comparison in which nothing was compared yet.
     *
     * @param schema of control, or of the candidate where control does not tell its own
     * @param plan its secrets and how much is shown count
     * @param off ids of built-in rules that do not count
     * @param differences gets each difference that counts
     */
    public AnswerComparison(
            Base control,
            Base candidate,
            Schema schema,
            Vocabulary vocabulary,
            Plan plan,
            List<OwnRule> own,
            Set<String> off,
            Consumer<Difference> differences,
            Clock clock) {
        this.control = control;
        this.candidate = candidate;
        this.schema = schema;
        this.subjects = new Subjects(plan, schema, schema, vocabulary);
        this.clock = clock;
        this.started = clock.instant();
        this.rules = new RuleBook(
                own,
                off,
                control.fidelity(),
                candidate.fidelity(),
                vocabulary,
                LocalDate.ofInstant(started, ZoneOffset.UTC));
        this.ledger = new Ledger(plan, rules, vocabulary, differences);
        this.ours = new Moments(control.zone());
        this.theirs = new Moments(candidate.zone());
    }

    /** What is known of the answers to requests for one set. */
    private static final class Tally {
        private final Map<String, SideFailure> failures = new TreeMap<>();
        private final List<Long> control = new ArrayList<>();
        private final List<Long> candidate = new ArrayList<>();
        private long answers;
        private long differing;
        private long missing;
        private long extra;
        private long differences;
        private long excused;

        void took(long controlNanos, long candidateNanos) {
            if (control.size() == TIMES) {
                control.remove(0);
                candidate.remove(0);
            }
            control.add(controlNanos);
            candidate.add(candidateNanos);
        }
    }

    /** Compares the answers to one request. */
    public synchronized Finding compare(ReadRequest request, ReadAnswer fromControl, ReadAnswer fromCandidate) {
        AskedFor asked = AskedFor.of(request, schema);
        Subject subject = subjects.subject(asked.set());
        EntityDiff diff = new EntityDiff(asked.set(), subject.shape(), ours, theirs);
        Tally tally = tallies.computeIfAbsent(asked.set(), set -> new Tally());
        if (!fromControl.succeeded() || !fromCandidate.succeeded()) {
            tally.answers++;
            return refusals(asked, diff, tally, fromControl, fromCandidate);
        }
        Optional<AskedFor.Content> first = asked.content(fromControl);
        Optional<AskedFor.Content> second = asked.content(fromCandidate);
        if (first.isEmpty() || second.isEmpty()) {
            return Finding.UNREADABLE;
        }
        tally.answers++;
        tally.took(fromControl.nanos(), fromCandidate.nanos());
        long before = ledger.differences().count();
        long excusedBefore = ledger.excused();
        Judge judge = new Judge(asked.ordered() ? subject.inOrder() : subject, diff, diff, ledger, false, 0);
        entities(
                subject,
                asked.many(),
                judge,
                first.get().entities(),
                second.get().entities());
        judge.order();
        if (!asked.isSameCount(first.get(), second.get())) {
            ledger.difference(diff.atWhole(
                    "$count", Kind.SIZE, first.get().count(), second.get().count()));
        }
        tally.missing += judge.missing();
        tally.extra += judge.extra();
        return found(tally, before, excusedBefore);
    }

    private Finding found(Tally tally, long before, long excusedBefore) {
        long found = ledger.differences().count() - before;
        tally.differences += found;
        tally.excused += ledger.excused() - excusedBefore;
        tally.differing += found > 0 ? 1 : 0;
        return found > 0 ? Finding.DIFFERENT : Finding.SAME;
    }

    private Finding refusals(AskedFor asked, EntityDiff diff, Tally tally, ReadAnswer first, ReadAnswer second) {
        if (first.status() == second.status()) {
            return Finding.SAME;
        }
        long before = ledger.differences().count();
        long excusedBefore = ledger.excused();
        ledger.difference(
                diff.ofKey(asked.shown(), Kind.ERROR, Value.number(first.status()), Value.number(second.status())));
        return found(tally, before, excusedBefore);
    }

    private void entities(Subject subject, boolean many, Judge judge, List<Properties> first, List<Properties> second) {
        Set<Reading> readings = Set.of(Reading.CONTROL, Reading.CANDIDATE);
        // an answer that came in one piece fits into memory; the limit is such that nothing goes to disk
        try (Join join = new Join(readings, Long.MAX_VALUE, Path.of(""), judge::of)) {
            for (Properties entity : first) {
                join.add(Reading.CONTROL, many ? subject.keying().of(entity, ours) : "", entity);
            }
            for (Properties entity : second) {
                join.add(Reading.CANDIDATE, many ? subject.keying().of(entity, theirs) : "", entity);
            }
            List<Triple> left = new ArrayList<>();
            join.finish(left::add);
            (subject.keying().byContent() ? Judge.pairedByLikeness(left) : left).forEach(judge::of);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** A base gave no answer to a request. */
    public synchronized void failed(ReadRequest request, boolean atControl, Failure failure) {
        Tally tally = tallies.computeIfAbsent(AskedFor.of(request, schema).set(), set -> new Tally());
        String side = atControl ? control.name() : candidate.name();
        tally.failures.putIfAbsent(side + " " + failure.category(), new SideFailure(side, failure));
    }

    /** What was found until now: a set for each that was asked for, with its answers for entities. */
    public synchronized Report report(boolean stopped) {
        List<SetResult> sets = new ArrayList<>();
        tallies.forEach((set, tally) -> sets.add(new SetResult(
                set,
                subjects.subject(set).title(),
                tally.failures.isEmpty() ? Status.COMPARED : Status.NOT_COMPARED,
                new Counts(
                        tally.answers,
                        tally.answers,
                        tally.answers,
                        tally.differing,
                        tally.missing,
                        tally.extra,
                        tally.differences,
                        tally.excused,
                        0),
                List.copyOf(tally.failures.values()),
                List.of(),
                new Latency(times(tally.control), times(tally.candidate)))));
        return new Report(
                facts(control),
                facts(candidate),
                started,
                clock.instant(),
                stopped,
                sets,
                ledger.differences().groups(),
                List.of(),
                rules.uses(),
                Optional.empty());
    }

    private static Latency.Times times(List<Long> nanos) {
        long whole = nanos.stream().mapToLong(Long::longValue).sum();
        return new Latency.Times(nanos.isEmpty() ? -1 : nanos.get(0), whole, nanos);
    }

    private static Report.BaseFacts facts(Base base) {
        return new Report.BaseFacts(base.name(), base.description(), "");
    }
}
