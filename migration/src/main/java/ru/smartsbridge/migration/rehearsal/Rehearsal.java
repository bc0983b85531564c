package ru.smartsbridge.migration.rehearsal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.difference.Shape;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.rehearsal.Specimens.Specimen;
import ru.smartsbridge.migration.report.Latency;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.report.SetResult.Counts;
import ru.smartsbridge.migration.report.SetResult.Status;
import ru.smartsbridge.migration.side.Failure;
import ru.smartsbridge.migration.side.Patience;
import ru.smartsbridge.migration.side.Patience.Answer;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.words.MigrationTexts;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * Writes the same entities through both ways and reads them back through both: what was written through one must read
 * the same through the other, and must be what the other has written. Control writes twice, and what differs between
 * these two is noise. What was written is removed where the API can; nothing is ever replaced as a whole. Used once.
 */
public final class Rehearsal {
    /** Before the name of a set: what is told of its writes, apart from what is told of its reads. */
    public static final String PREFIX = "writes: ";

    private static final String FIRST = "control";
    private static final String SECOND = "control2";
    private static final String OTHER = "candidate";

    /** One entity, as one writer wrote it. */
    private record Written(Specimen specimen, String writer, Side side) {
        String key() {
            return specimen.key(writer);
        }
    }

    private final Side control;
    private final Side candidate;
    private final Schema schema;
    private final Patience patience;
    private final Ledger ledger;
    private final BooleanSupplier stopped;
    private final List<Specimen> specimens;
    private final Map<Written, Failure> failed = new LinkedHashMap<>();
    private final Map<Written, Map<Side, Properties>> readings = new LinkedHashMap<>();
    private final List<Written> written = new ArrayList<>();
    private final List<Report.Trace> traces = new ArrayList<>();
    private boolean oneBase;

    private Rehearsal(
            Side control,
            Side candidate,
            Schema schema,
            Patience patience,
            Ledger ledger,
            BooleanSupplier stopped,
            List<Specimen> specimens) {
        this.control = control;
        this.candidate = candidate;
        this.schema = schema;
        this.patience = patience;
        this.ledger = ledger;
        this.stopped = stopped;
        this.specimens = specimens;
    }

    /**
     * Prepares one from what control declares; asks control for some products and documents, and writes nothing.
     *
     * @param ledger of the rehearsal alone
     */
    public static Rehearsal prepared(
            Side control,
            Side candidate,
            Schema schema,
            Vocabulary vocabulary,
            Patience patience,
            Ledger ledger,
            BooleanSupplier stopped) {
        List<Specimen> specimens = new Specimens(control, schema, vocabulary).all();
        return new Rehearsal(control, candidate, schema, patience, ledger, stopped, specimens);
    }

    /** What will be written, with whether it will be removed again. */
    public List<Report.Trace> planned() {
        List<Report.Trace> planned = new ArrayList<>();
        for (Written write : writes()) {
            boolean removes = write.side().removes(write.specimen().set());
            planned.add(trace(write, removes, text(removes ? "rehearsal.will-go" : "rehearsal.will-stay")));
        }
        return planned;
    }

    private List<Written> writes() {
        List<Written> writes = new ArrayList<>();
        for (Specimen specimen : specimens) {
            writes.add(new Written(specimen, FIRST, control));
            writes.add(new Written(specimen, SECOND, control));
            writes.add(new Written(specimen, OTHER, candidate));
        }
        return writes;
    }

    /** What became of each set's writes. */
    public List<SetResult> run() throws InterruptedException {
        List<SetResult> results = new ArrayList<>();
        try {
            for (Written write : writes()) {
                if (!stopped.getAsBoolean()) {
                    write(write);
                }
            }
            for (Written write : written) {
                if (!stopped.getAsBoolean()) {
                    readings.put(write, read(write));
                }
            }
            oneBase = written.stream()
                    .anyMatch(write -> readings.getOrDefault(write, Map.of())
                            .containsKey(write.side() == control ? candidate : control));
            for (String set : specimens.stream().map(Specimen::set).distinct().toList()) {
                results.add(judged(set));
            }
        } finally {
            boolean told = Thread.interrupted(); // what was written is removed all the same, each within its bound
            for (Written write : written) {
                traces.add(removed(write));
            }
            if (told) {
                Thread.currentThread().interrupt();
            }
        }
        return results;
    }

    /** What was written and what became of it, once it has run. */
    public Report.Rehearsed rehearsed() {
        return new Report.Rehearsed(oneBase, traces);
    }

    private void write(Written write) throws InterruptedException {
        String set = write.specimen().set();
        Properties entity = write.specimen().as(write.writer());
        Answer<Boolean> answer = patience.ask(() -> {
            if (set.startsWith("Docs/")) {
                write.side().create(set, entity);
            } else {
                write.side().merge(set, List.of(entity));
            }
            return true;
        });
        if (answer.failed()) {
            failed.put(write, answer.failure());
        }
        boolean nothingHappened = answer.failed() && !isUnknown(answer.failure().category());
        if (!nothingHappened) {
            written.add(write);
        }
    }

    /** After these nobody knows whether it is there. */
    private static boolean isUnknown(Category category) {
        return category == Category.BACKEND_FAILED || category == Category.TIMED_OUT || category == Category.INTERNAL;
    }

    private Map<Side, Properties> read(Written write) throws InterruptedException {
        Map<Side, Properties> there = new LinkedHashMap<>();
        for (Side reader : List.of(control, candidate)) {
            Answer<Optional<Properties>> answer = patience.ask(() -> found(reader, write));
            if (!answer.failed()) {
                answer.value()
                        .ifPresent(entity -> there.put(reader, (Properties)
                                Renaming.of(write.key(), Specimens.KEY).apply(entity)));
            }
        }
        return there;
    }

    private static Optional<Properties> found(Side reader, Written write) {
        String set = write.specimen().set();
        if (!set.startsWith("Tables/")) {
            List<String> expand = set.startsWith("Docs/") ? List.of("declaredItems", "currentItems") : List.of();
            return reader.one(set, write.key(), expand);
        }
        Optional<Properties> found = Optional.empty();
        try (var rows = reader.rows(set, List.of(), false)) {
            while (found.isEmpty() && rows.hasNext()) {
                found = Optional.of(rows.next()).filter(row -> isKey(row, write.key()));
            }
        }
        return found;
    }

    private static boolean isKey(Properties row, String key) {
        return row.names().stream().anyMatch(name -> row.get(name).equals(Optional.of(Value.text(key))));
    }

    private SetResult judged(String set) {
        long differences = ledger.differences().count();
        long excused = ledger.excused();
        long noise = ledger.noise().count();
        List<Text> notes = new ArrayList<>();
        List<SetResult.SideFailure> failures = new ArrayList<>();
        int compared = 0;
        for (Specimen specimen : specimens) {
            if (specimen.set().equals(set)) {
                compared += judged(specimen, notes, failures) ? 1 : 0;
            }
        }
        Counts counts = new Counts(
                compared,
                compared,
                compared,
                0,
                0,
                0,
                ledger.differences().count() - differences,
                ledger.excused() - excused,
                ledger.noise().count() - noise);
        Status status =
                stopped.getAsBoolean() ? Status.STOPPED : failures.isEmpty() ? Status.COMPARED : Status.NOT_COMPARED;
        return new SetResult(PREFIX + set, Optional.empty(), status, counts, failures, notes, Latency.NONE);
    }

    private boolean judged(Specimen specimen, List<Text> notes, List<SetResult.SideFailure> failures) {
        Written first = new Written(specimen, FIRST, control);
        Written second = new Written(specimen, SECOND, control);
        Written other = new Written(specimen, OTHER, candidate);
        Failure ours = failed.get(first);
        Failure theirs = failed.get(other);
        String key = specimen.key(FIRST);
        EntityDiff diff = diff(specimen.set(), control, candidate);
        if (isGap(ours) || isGap(theirs)) {
            fail(control, ours, failures);
            fail(candidate, theirs, failures);
            return false;
        }
        if (ours != null && theirs != null && ours.category() == theirs.category()) {
            notes.add(MigrationTexts.text("rehearsal.refused", key, ours.text()));
            return false;
        }
        if (ours != null || theirs != null) {
            ledger.difference(diff.ofKey(key, Kind.ERROR, word(ours), word(theirs)));
            return false;
        }
        Properties baseline = reading(first, control);
        if (baseline == null) {
            failures.add(
                    new SetResult.SideFailure(control.name(), new Failure(Category.NOT_FOUND, text("rehearsal.lost"))));
            return false;
        }
        Set<String> known = new HashSet<>();
        Properties again = reading(second, control);
        if (again != null) {
            diff(specimen.set(), control, control).compare(key, baseline, again, spotted -> {
                ledger.noise(spotted);
                known.add(spotted.difference().place());
            });
        }
        if (oneBase) {
            compare(specimen.set(), baseline, first, candidate, Set.of(), known);
            compare(specimen.set(), baseline, other, control, Set.copyOf(known), known);
        }
        compare(specimen.set(), baseline, other, candidate, Set.copyOf(known), known);
        return true;
    }

    /** A side that did not answer, other than one that refused. */
    private static boolean isGap(Failure failure) {
        return failure != null && (isUnknown(failure.category()) || failure.category() == Category.UNREACHABLE);
    }

    private static void fail(Side side, Failure failure, List<SetResult.SideFailure> failures) {
        if (failure != null) {
            failures.add(new SetResult.SideFailure(side.name(), failure));
        }
    }

    /**
     * One of the readings beside control's own.
     *
     * @param noise places that do not count, since they differ between two writes of control too
     * @param known gets the places that were told, so that no other reading tells them again
     */
    private void compare(
            String set, Properties baseline, Written write, Side reader, Set<String> noise, Set<String> known) {
        String key = write.side().name() + " → " + reader.name() + ": "
                + write.specimen().key("*");
        Properties there = reading(write, reader);
        EntityDiff diff = diff(set, control, reader);
        if (there == null) {
            ledger.difference(diff.whole(Kind.MISSING, key, baseline, null));
            return;
        }
        diff.compare(key, baseline, there, spotted -> {
            String place = spotted.difference().place();
            if (!noise.contains(place)) {
                ledger.difference(spotted);
                known.add(place);
            }
        });
    }

    private Properties reading(Written write, Side reader) {
        return readings.getOrDefault(write, Map.of()).get(reader);
    }

    private EntityDiff diff(String set, Side ours, Side theirs) {
        return new EntityDiff(set, Shape.of(schema, set), new Moments(ours.zone()), new Moments(theirs.zone()));
    }

    private static Value word(Failure failure) {
        return Value.text(
                failure == null
                        ? "takes it"
                        : failure.category().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private Report.Trace removed(Written write) {
        String set = write.specimen().set();
        if (!write.side().removes(set)) {
            return trace(write, false, text("rehearsal.stays"));
        }
        try {
            String key = set.startsWith("Tables/") ? uid(write).orElse("") : write.key();
            if (key.isEmpty()) {
                return trace(write, false, text("rehearsal.no-uid"));
            }
            Answer<Boolean> answer = patience.ask(() -> {
                write.side().delete(set, key);
                return true;
            });
            if (!answer.failed()) {
                return trace(write, true, text("rehearsal.removed"));
            }
            boolean gone = answer.failure().category() == Category.NOT_FOUND;
            return trace(
                    write,
                    gone,
                    gone
                            ? text("rehearsal.gone")
                            : MigrationTexts.text(
                                    "rehearsal.not-removed", answer.failure().text()));
        } catch (InterruptedException told) {
            return trace(write, false, text("rehearsal.interrupted"));
        }
    }

    private Optional<String> uid(Written write) {
        return Optional.ofNullable(reading(write, write.side()))
                .flatMap(row -> row.get("uid"))
                .filter(Value.Text.class::isInstance)
                .map(uid -> ((Value.Text) uid).value());
    }

    private static Report.Trace trace(Written write, boolean removed, Text note) {
        return new Report.Trace(write.side().name(), write.specimen().set(), write.key(), removed, note);
    }

    private static Text text(String key) {
        return MigrationTexts.text(key);
    }
}
