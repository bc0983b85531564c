package ru.smartsbridge.migration.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.rehearsal.Rehearsal;
import ru.smartsbridge.migration.report.Group;
import ru.smartsbridge.migration.report.Latency;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.report.SetResult.Counts;
import ru.smartsbridge.migration.report.SetResult.SideFailure;
import ru.smartsbridge.migration.report.SetResult.Status;
import ru.smartsbridge.migration.rule.OwnRule;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.side.Patience;
import ru.smartsbridge.migration.side.Patience.Answer;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.words.MigrationTexts;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * One comparison of two bases, from their schemas to the report. It writes nothing to either, unless it is to
 * rehearse writes.
 *
 * <p>A side that hangs, fails or answers garbage is told in the report, and the rest goes on. Run once, by one thread;
 * {@link #stop()} may come from any other.
 */
public final class Comparison {
    private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(5);

    private final Side control;
    private final Side candidate;
    private final Plan plan;
    private final List<OwnRule> ownRules;
    private final Set<String> switchedOff;
    private final Progress progress;
    private final Consumer<Difference> differences;
    private final Path folder;
    private final Clock clock;
    private final Patience patience;
    private final List<SetResult> results = new ArrayList<>();
    /** Sides that were given up for the last set: they are asked for a sign of life before the next one. */
    private final Set<String> silent = new HashSet<>();

    private boolean writes;
    private volatile boolean stopped;
    private volatile Thread runner;

    /**
     * A comparison.
     *
     * @param ownRules of whoever compares
     * @param switchedOff ids of built-in rules that do not count
     * @param differences gets each difference that counts, in an order that is always the same
     * @param folder for what must wait on disk; made where it is missing
     */
    public Comparison(
            Side control,
            Side candidate,
            Plan plan,
            List<OwnRule> ownRules,
            Set<String> switchedOff,
            Progress progress,
            Consumer<Difference> differences,
            Path folder,
            Clock clock) {
        this.control = control;
        this.candidate = candidate;
        this.plan = plan;
        this.ownRules = List.copyOf(ownRules);
        this.switchedOff = Set.copyOf(switchedOff);
        this.progress = progress;
        this.differences = differences;
        this.folder = folder;
        this.clock = clock;
        this.patience = new Patience(plan.silence());
    }

    /**
     * Has it rehearse writes too, after the reads: both bases must be such that nobody works with them.
     *
     * @return this
     */
    public Comparison rehearsingWrites() {
        writes = true;
        return this;
    }

    /** Has it end soon, with a report of what was done until then. */
    public void stop() {
        stopped = true;
        Thread running = runner;
        if (running != null) {
            running.interrupt();
        }
    }

    /**
     * Compares.
     *
     * @throws IOException where the folder cannot be used
     */
    public Report run() throws IOException {
        runner = Thread.currentThread();
        Instant started = clock.instant();
        Report.BaseFacts ours = facts(control, "");
        Report.BaseFacts theirs = facts(candidate, "");
        Ledger ledger = null;
        RuleBook rules = rules(Vocabulary.STANDARD);
        Ledger written = null;
        Rehearsal rehearsal = null;
        try {
            Answer<Schema> ourSchema = patience.ask(control::schema);
            Answer<Schema> theirSchema = patience.ask(candidate::schema);
            if (ourSchema.failed() || theirSchema.failed()) {
                results.add(unanswered(Subjects.METADATA, Optional.empty(), ourSchema, theirSchema));
            } else {
                Vocabulary vocabulary = vocabulary();
                rules = rules(vocabulary);
                ledger = new Ledger(plan, rules, vocabulary, differences);
                ours = facts(control, product(control));
                theirs = facts(candidate, product(candidate));
                compareAll(
                        new Subjects(plan, ourSchema.value(), theirSchema.value(), vocabulary),
                        ourSchema.value(),
                        theirSchema.value(),
                        ledger);
                if (writes && !stopped) {
                    written = new Ledger(
                            plan,
                            rules,
                            vocabulary,
                            difference -> differences.accept(difference.in(Rehearsal.PREFIX + difference.set())));
                    rehearsal = rehearsal(ourSchema.value(), vocabulary, written);
                }
            }
        } catch (InterruptedException told) {
            stopped = true;
        } finally {
            runner = null;
            boolean cleared = Thread.interrupted(); // it was meant for the comparison, not for who writes its report
            stopped |= cleared;
        }
        return new Report(
                ours,
                theirs,
                started,
                clock.instant(),
                stopped,
                results,
                groups(ledger, written, Ledger::differences),
                groups(ledger, written, Ledger::noise),
                rules.uses(),
                Optional.ofNullable(rehearsal).map(Rehearsal::rehearsed));
    }

    private static List<Group> groups(Ledger reads, Ledger writes, Function<Ledger, Group.Collector> which) {
        List<Group> groups = new ArrayList<>();
        if (reads != null) {
            groups.addAll(which.apply(reads).groups());
        }
        if (writes != null) {
            which.apply(writes).groups().forEach(group -> groups.add(group.in(Rehearsal.PREFIX + group.set())));
        }
        return groups;
    }

    /** Null where control does not give what a rehearsal is made of; that is told as a gap. */
    private Rehearsal rehearsal(Schema schema, Vocabulary vocabulary, Ledger ledger) throws InterruptedException {
        Answer<Rehearsal> prepared = patience.ask(
                () -> Rehearsal.prepared(control, candidate, schema, vocabulary, patience, ledger, () -> stopped));
        if (prepared.failed()) {
            results.add(new SetResult(
                    Rehearsal.PREFIX.strip(),
                    Optional.empty(),
                    Status.NOT_COMPARED,
                    Counts.NONE,
                    List.of(new SideFailure(control.name(), prepared.failure())),
                    List.of(),
                    Latency.NONE));
            return null;
        }
        progress.writes(prepared.value().planned());
        results.addAll(prepared.value().run());
        return prepared.value();
    }

    private RuleBook rules(Vocabulary vocabulary) {
        return new RuleBook(
                ownRules,
                switchedOff,
                control.fidelity(),
                candidate.fidelity(),
                vocabulary,
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    private static Report.BaseFacts facts(Side side, String product) {
        return new Report.BaseFacts(side.name(), side.description(), product);
    }

    private String product(Side side) throws InterruptedException {
        Answer<String> answer = patience.ask(() -> {
            BaseInfo info = new BaseInfo(side.baseInfo());
            return String.join(
                            " ",
                            Objects.requireNonNullElse(info.product(), ""),
                            Objects.requireNonNullElse(info.version(), ""))
                    .strip();
        });
        return answer.failed() ? "" : answer.value();
    }

    /** The base's own words: control's, or the candidate's where control does not tell them. */
    private Vocabulary vocabulary() throws InterruptedException {
        for (Side side : List.of(control, candidate)) {
            Answer<Vocabulary> answer = patience.ask(() -> words(side));
            if (!answer.failed()) {
                return answer.value();
            }
        }
        return Vocabulary.STANDARD;
    }

    /** The words of a base, read from it. */
    public static Vocabulary words(Side side) {
        List<DocumentType> types = new ArrayList<>();
        List<TableInfo> tables = new ArrayList<>();
        try (Rows<Properties> rows = side.rows("DocTypes", List.of("fields", "columns", "tables/fields"), false)) {
            rows.forEachRemaining(row -> types.add(new DocumentType(row)));
        }
        try (Rows<Properties> rows = side.rows("TablesInfo", List.of("fields"), false)) {
            rows.forEachRemaining(row -> tables.add(new TableInfo(row)));
        }
        Optional<ProductSchema> products =
                side.one(Subjects.PRODUCT_SCHEMA, "", List.of("fields")).map(ProductSchema::new);
        return Vocabulary.of(types, tables, products);
    }

    private void compareAll(Subjects subjects, Schema ours, Schema theirs, Ledger ledger)
            throws InterruptedException, IOException {
        List<Subject> all = subjects.all();
        int number = 0;
        for (Subject subject : all) {
            number++;
            Optional<String> leftOut = subjects.leftOut(subject.set());
            SetResult result;
            if (leftOut.isPresent()) {
                result =
                        result(subject, Status.LEFT_OUT, Counts.NONE, List.of(), List.of(Text.verbatim(leftOut.get())));
            } else if (stopped) {
                result = result(subject, Status.STOPPED, Counts.NONE, List.of(), List.of());
            } else {
                progress.begins(subject.set(), number, all.size());
                result = silence(subject).orElse(null);
                result = result == null ? compared(subject, all, ours, theirs, ledger) : result;
                remember(result);
                progress.ends(
                        subject.set(),
                        result.status().word(),
                        result.counts().compared(),
                        result.counts().differences());
            }
            results.add(result);
        }
        subjects.meaningless()
                .forEach(pattern -> results.add(new SetResult(
                        pattern.text(),
                        Optional.empty(),
                        Status.NOT_COMPARED,
                        Counts.NONE,
                        List.of(),
                        List.of(MigrationTexts.text("note.meaningless")),
                        Latency.NONE)));
    }

    private void remember(SetResult result) {
        silent.clear();
        result.failures().stream()
                .filter(failure -> failure.failure().category() == Category.TIMED_OUT)
                .forEach(failure -> silent.add(failure.side()));
    }

    /** A side that has hung and still gives no sign of life costs a short wait for each further set, not a long one. */
    private Optional<SetResult> silence(Subject subject) throws InterruptedException {
        Patience shortly = new Patience(SIGN_OF_LIFE.compareTo(plan.silence()) < 0 ? SIGN_OF_LIFE : plan.silence());
        List<SideFailure> failures = new ArrayList<>();
        for (Side side : List.of(control, candidate)) {
            if (silent.contains(side.name())) {
                Answer<Properties> sign = shortly.ask(side::baseInfo);
                if (sign.failed()) {
                    failures.add(new SideFailure(side.name(), sign.failure()));
                }
            }
        }
        return failures.isEmpty()
                ? Optional.empty()
                : Optional.of(result(subject, Status.NOT_COMPARED, Counts.NONE, failures, List.of()));
    }

    /** An interrupt ends the set that is being compared, and the others are told as not begun. */
    private SetResult compared(Subject subject, List<Subject> all, Schema ours, Schema theirs, Ledger ledger)
            throws IOException {
        try {
            if (!subject.atControl() || !subject.atCandidate()) {
                return absent(subject, ledger);
            }
            return switch (subject.form()) {
                case METADATA -> {
                    Set<String> own = all.stream()
                            .map(Subject::set)
                            .filter(set -> !set.equals(Subjects.METADATA))
                            .collect(Collectors.toSet());
                    Properties control = MetadataView.of(ours.edmx(), own);
                    Properties candidate = MetadataView.of(theirs.edmx(), own);
                    yield one(subject, ledger, () -> control, () -> control, () -> candidate);
                }
                case BASE_INFO -> one(subject, ledger, control::baseInfo, control::baseInfo, candidate::baseInfo);
                case SINGLE ->
                    one(
                            subject,
                            ledger,
                            single(control, subject),
                            single(control, subject),
                            single(candidate, subject));
                case SET ->
                    new SetRun(subject, control, candidate, plan, ledger, progress, folder, () -> stopped).compare();
            };
        } catch (InterruptedException told) {
            stopped = true;
            return result(subject, Status.STOPPED, Counts.NONE, List.of(), List.of());
        }
    }

    private static Supplier<Properties> single(Side side, Subject subject) {
        return () -> side.one(subject.set(), "", subject.expand()).orElse(null);
    }

    private SetResult absent(Subject subject, Ledger ledger) {
        if (!subject.atControl() && !subject.atCandidate()) {
            return result(
                    subject, Status.COMPARED, Counts.NONE, List.of(), List.of(MigrationTexts.text("note.neither")));
        }
        Kind kind = subject.atControl() ? Kind.MISSING : Kind.EXTRA;
        boolean counts = ledger.difference(diff(subject, control, candidate).whole(kind, "", null, null));
        return result(
                subject,
                Status.ABSENT,
                new Counts(0, 0, 0, 0, 0, 0, counts ? 1 : 0, counts ? 0 : 1, 0),
                List.of(),
                List.of());
    }

    private static EntityDiff diff(Subject subject, Side ours, Side theirs) {
        return new EntityDiff(subject.set(), subject.shape(), new Moments(ours.zone()), new Moments(theirs.zone()));
    }

    /** Compares what is one entity, control's second answer included. */
    private SetResult one(
            Subject subject,
            Ledger ledger,
            Supplier<Properties> first,
            Supplier<Properties> again,
            Supplier<Properties> other)
            throws InterruptedException {
        Answer<Properties> ours = patience.ask(first);
        Answer<Properties> theirs = patience.ask(other);
        if (ours.failed() || theirs.failed()) {
            return unanswered(subject.set(), subject.title(), ours, theirs);
        }
        Answer<Properties> second = plan.noise() ? patience.ask(again) : ours;
        long noiseBefore = ledger.noise().count();
        long before = ledger.differences().count();
        long excusedBefore = ledger.excused();
        Judge judge = new Judge(
                subject, diff(subject, control, candidate), diff(subject, control, control), ledger, plan.noise(), 0);
        if (ours.value() != null || theirs.value() != null) {
            judge.of(new ru.smartsbridge.migration.join.Triple(
                    "", ours.value(), theirs.value(), second.failed() ? ours.value() : second.value(), 0, 0));
        }
        Counts counts = new Counts(
                ours.value() == null ? 0 : 1,
                theirs.value() == null ? 0 : 1,
                judge.compared(),
                judge.differing(),
                judge.missing(),
                judge.extra(),
                ledger.differences().count() - before,
                ledger.excused() - excusedBefore,
                ledger.noise().count() - noiseBefore);
        Latency latency = new Latency(
                new Latency.Times(ours.nanos(), ours.nanos(), List.of()),
                new Latency.Times(theirs.nanos(), theirs.nanos(), List.of()));
        return new SetResult(subject.set(), subject.title(), Status.COMPARED, counts, List.of(), List.of(), latency);
    }

    private SetResult unanswered(String set, Optional<String> title, Answer<?> ours, Answer<?> theirs) {
        List<SideFailure> failures = new ArrayList<>();
        if (ours.failed()) {
            failures.add(new SideFailure(control.name(), ours.failure()));
        }
        if (theirs.failed()) {
            failures.add(new SideFailure(candidate.name(), theirs.failure()));
        }
        return new SetResult(set, title, Status.NOT_COMPARED, Counts.NONE, failures, List.of(), Latency.NONE);
    }

    private static SetResult result(
            Subject subject, Status status, Counts counts, List<SideFailure> failures, List<Text> notes) {
        return new SetResult(subject.set(), subject.title(), status, counts, failures, notes, Latency.NONE);
    }
}
