package ru.smartsbridge.migration.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Keying;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.join.Join;
import ru.smartsbridge.migration.join.Reading;
import ru.smartsbridge.migration.join.Triple;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Latency;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.report.SetResult.Counts;
import ru.smartsbridge.migration.report.SetResult.SideFailure;
import ru.smartsbridge.migration.report.SetResult.Status;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.migration.side.Feed;
import ru.smartsbridge.migration.side.Patience;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.words.MigrationTexts;

/** Compares one set of many entities: both sides as streams, control twice where noise is wanted. Used once. */
final class SetRun {
    /** What may wait in memory for its like on the other side, in bytes. */
    private static final long WAITING = 24L << 20;

    /** So many rows without a key are paired by likeness; further ones are missing or extra as they are. */
    private static final int ALIKE = 1000;

    private final Subject subject;
    private final Side control;
    private final Side candidate;
    private final Plan plan;
    private final Ledger ledger;
    private final Progress progress;
    private final Path folder;
    private final BooleanSupplier stopped;
    private final Patience patience;
    private final EntityDiff diff;
    private final Judge judge;
    private final List<SideFailure> failures = new ArrayList<>();
    private final List<Text> notes = new ArrayList<>();
    private final Map<Reading, Feed> feeds = new EnumMap<>(Reading.class);
    private final Map<Reading, Moments> moments = new EnumMap<>(Reading.class);
    private boolean cut;
    private boolean absent;

    SetRun(
            Subject subject,
            Side control,
            Side candidate,
            Plan plan,
            Ledger ledger,
            Progress progress,
            Path folder,
            BooleanSupplier stopped) {
        this.subject = subject;
        this.control = control;
        this.candidate = candidate;
        this.plan = plan;
        this.ledger = ledger;
        this.progress = progress;
        this.folder = folder;
        this.stopped = stopped;
        this.patience = new Patience(plan.silence());
        Moments ours = new Moments(control.zone());
        Moments theirs = new Moments(candidate.zone());
        moments.put(Reading.CONTROL, ours);
        moments.put(Reading.CANDIDATE, theirs);
        moments.put(Reading.AGAIN, ours);
        this.diff = new EntityDiff(subject.set(), subject.shape(), ours, theirs);
        EntityDiff selfDiff = new EntityDiff(subject.set(), subject.shape(), ours, ours);
        this.judge = new Judge(subject, diff, selfDiff, ledger, plan.noise(), plan.singleReads());
    }

    SetResult compare() throws InterruptedException, IOException {
        long differencesBefore = ledger.differences().count();
        long excusedBefore = ledger.excused();
        long noiseBefore = ledger.noise().count();
        Latency latency = Latency.NONE;
        try {
            streams();
            Latency.Times[] single = {Latency.Times.NONE, Latency.Times.NONE};
            if (failures.isEmpty() && !cut && !absent) {
                SingleReads reads = new SingleReads(subject, control, candidate, patience, diff, ledger, stopped);
                single = reads.of(judge.specimens());
                LatencyCheck.judge(plan, single, diff, ledger);
            }
            latency = new Latency(times(Reading.CONTROL, single[0]), times(Reading.CANDIDATE, single[1]));
        } finally {
            feeds.values().forEach(Feed::close);
        }
        Counts counts = new Counts(
                feeds.get(Reading.CONTROL).given(),
                feeds.get(Reading.CANDIDATE).given(),
                judge.compared(),
                judge.differing(),
                judge.missing(),
                judge.extra(),
                ledger.differences().count() - differencesBefore,
                ledger.excused() - excusedBefore,
                ledger.noise().count() - noiseBefore);
        return new SetResult(subject.set(), subject.title(), status(), counts, failures, notes, latency);
    }

    private Status status() {
        if (!failures.isEmpty()) {
            return Status.NOT_COMPARED;
        }
        if (absent) {
            return Status.ABSENT;
        }
        return cut ? Status.STOPPED : Status.COMPARED;
    }

    private Latency.Times times(Reading reading, Latency.Times single) {
        Feed feed = feeds.get(reading);
        return new Latency.Times(feed.firstNanos(), feed.readingNanos(), single.single());
    }

    /**
     * The feed of a reading, begun when it is asked for the first time: control first, then the candidate, and control's
     * second reading last, each when the one before has given its first portion. So what changes meanwhile shows
     * between the two readings of control, and no side's first answer is measured while the other is at work.
     */
    private Feed feed(Reading reading) {
        return feeds.computeIfAbsent(
                reading,
                begun -> Feed.open(
                        begun == Reading.CANDIDATE ? candidate : control,
                        subject.set(),
                        subject.expand(),
                        begun != Reading.AGAIN,
                        patience));
    }

    private Set<Reading> readings() {
        return plan.noise() ? EnumSet.allOf(Reading.class) : EnumSet.of(Reading.CONTROL, Reading.CANDIDATE);
    }

    private void streams() throws InterruptedException, IOException {
        Set<Reading> readings = readings();
        Set<Reading> open = EnumSet.copyOf(readings);
        Map<Reading, Failure> failed = new EnumMap<>(Reading.class);
        try (Join join = new Join(readings, WAITING, folder, judge::of)) {
            Share share = null;
            while (!open.isEmpty() && !isOver(failed)) {
                for (Reading reading : List.copyOf(open)) {
                    Feed.Portion portion = feed(reading).next();
                    if (reading == Reading.CONTROL && share == null) {
                        share = Share.of(subject, feeds.get(reading).count());
                        share.note().ifPresent(notes::add);
                    }
                    if (portion.failure() != null) {
                        failed.put(reading, portion.failure());
                    }
                    if (portion.last()) {
                        open.remove(reading);
                    }
                    add(join, reading, portion.entities(), share);
                }
                progress.reads(
                        feeds.get(Reading.CONTROL).given(),
                        feeds.get(Reading.CONTROL).count());
                if (stopped.getAsBoolean()) {
                    cut = true;
                    return;
                }
            }
            end(join, failed);
        }
    }

    private void add(Join join, Reading reading, List<Properties> entities, Share share) throws IOException {
        for (Properties entity : entities) {
            String key = subject.keying().of(entity, moments.get(reading));
            if (share.has(key)) {
                join.add(reading, key, entity);
            }
        }
    }

    private static boolean isOver(Map<Reading, Failure> failed) {
        return failed.containsKey(Reading.CONTROL) && failed.containsKey(Reading.CANDIDATE)
                || failed.containsKey(Reading.CONTROL) && !isAbsent(failed.get(Reading.CONTROL))
                || failed.containsKey(Reading.CANDIDATE) && !isAbsent(failed.get(Reading.CANDIDATE));
    }

    private static boolean isAbsent(Failure failure) {
        return failure.category() == Category.NOT_FOUND;
    }

    private void end(Join join, Map<Reading, Failure> failed) throws IOException {
        Failure ours = failed.get(Reading.CONTROL);
        Failure theirs = failed.get(Reading.CANDIDATE);
        if (ours != null && theirs != null && isAbsent(ours) && isAbsent(theirs)) {
            notes.add(MigrationTexts.text("note.neither"));
        } else if (ours != null && theirs == null && isAbsent(ours)
                || theirs != null && ours == null && isAbsent(theirs)) {
            absent = true;
            ledger.difference(diff.whole(ours == null ? Kind.MISSING : Kind.EXTRA, "", null, null));
        } else if (ours != null || theirs != null) {
            fail(control, ours);
            fail(candidate, theirs);
        } else {
            if (failed.containsKey(Reading.AGAIN)) {
                judge.withoutAgain();
                join.without(Reading.AGAIN);
                notes.add(MigrationTexts.text(
                        "note.once", failed.get(Reading.AGAIN).text()));
            }
            finish(join);
        }
    }

    private void fail(Side side, Failure failure) {
        if (failure != null) {
            failures.add(new SideFailure(side.name(), failure));
        }
    }

    private void finish(Join join) throws IOException {
        if (subject.keying().byContent()) {
            List<Triple> left = new ArrayList<>();
            join.finish(triple -> {
                if (triple.control() != null && triple.candidate() != null || left.size() >= 3 * ALIKE) {
                    judge.of(triple);
                } else {
                    left.add(triple);
                }
            });
            Judge.pairedByLikeness(left).forEach(judge::of);
        } else {
            join.finish(judge::of);
        }
        judge.order();
        size();
    }

    /** A side that tells another number than it gives, while the other does not. */
    private void size() {
        OptionalLong ours = feeds.get(Reading.CONTROL).count();
        OptionalLong theirs = feeds.get(Reading.CANDIDATE).count();
        boolean ourTrue =
                ours.isEmpty() || ours.getAsLong() == feeds.get(Reading.CONTROL).given();
        boolean theirTrue = theirs.isEmpty()
                || theirs.getAsLong() == feeds.get(Reading.CANDIDATE).given();
        if (ourTrue != theirTrue) {
            ledger.difference(diff.atWhole(
                    "$count",
                    Kind.SIZE,
                    ours.isPresent() ? Value.number(ours.getAsLong()) : null,
                    theirs.isPresent() ? Value.number(theirs.getAsLong()) : null));
        }
    }

    /** Which entities of a set are looked into. */
    private record Share(int of, boolean all, java.util.Optional<Text> note) {
        private static final int WHOLE = 1 << 20;

        static Share of(Subject subject, OptionalLong count) {
            if (subject.sample().isEmpty()) {
                return new Share(WHOLE, true, java.util.Optional.empty());
            }
            Plan.Sample sample = subject.sample().get();
            double share = sample.share() != null
                    ? sample.share().doubleValue()
                    : count.isEmpty() || count.getAsLong() == 0 ? 1 : (double) sample.number() / count.getAsLong();
            if (share >= 1) {
                return new Share(WHOLE, true, java.util.Optional.empty());
            }
            String percent = java.math.BigDecimal.valueOf(share * 100)
                    .setScale(2, java.math.RoundingMode.HALF_UP)
                    .stripTrailingZeros()
                    .toPlainString();
            return new Share(
                    (int) (share * WHOLE), false, java.util.Optional.of(MigrationTexts.text("note.sample", percent)));
        }

        boolean has(String key) {
            return all || Keying.spread(key) % WHOLE < of;
        }
    }
}
