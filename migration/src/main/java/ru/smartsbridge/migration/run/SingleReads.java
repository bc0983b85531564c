package ru.smartsbridge.migration.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.report.Latency;
import ru.smartsbridge.migration.side.Patience;
import ru.smartsbridge.migration.side.Patience.Answer;
import ru.smartsbridge.migration.side.Side;

/**
 * Asks both sides for some entities of a set one by one, as a client does, and for one that is not there: how long it
 * takes, whether it is the same that the set showed, and whether both fail alike. Used once.
 */
final class SingleReads {
    /** A key that no base has. */
    static final String UNKNOWN = "smarts-bridge-no-such-key";

    private final Subject subject;
    private final Side control;
    private final Side candidate;
    private final Patience patience;
    private final EntityDiff diff;
    private final Ledger ledger;
    private final BooleanSupplier stopped;

    SingleReads(
            Subject subject,
            Side control,
            Side candidate,
            Patience patience,
            EntityDiff diff,
            Ledger ledger,
            BooleanSupplier stopped) {
        this.subject = subject;
        this.control = control;
        this.candidate = candidate;
        this.patience = patience;
        this.diff = diff;
        this.ledger = ledger;
        this.stopped = stopped;
    }

    /** The times of control and of the candidate. */
    Latency.Times[] of(List<Judge.Specimen> specimens) throws InterruptedException {
        List<Long> ours = new ArrayList<>();
        List<Long> theirs = new ArrayList<>();
        boolean answering = true;
        for (int i = 0; i < specimens.size() && answering && !stopped.getAsBoolean(); i++) {
            Judge.Specimen specimen = specimens.get(i);
            boolean candidateFirst = i % 2 == 1; // neither side profits from what the other has warmed up
            Answer<Optional<Properties>> second = candidateFirst ? ask(candidate, specimen.key()) : null;
            Answer<Optional<Properties>> first = ask(control, specimen.key());
            second = candidateFirst ? second : ask(candidate, specimen.key());
            if (!first.failed() && !second.failed()) {
                ours.add(first.nanos());
                theirs.add(second.nanos());
            }
            judge(specimen.key(), first, second, specimen.places());
            answering = !isSilent(first) && !isSilent(second);
        }
        if (answering && !specimens.isEmpty() && !stopped.getAsBoolean()) {
            judge(UNKNOWN, ask(control, UNKNOWN), ask(candidate, UNKNOWN), Set.of());
        }
        return new Latency.Times[] {new Latency.Times(-1, 0, ours), new Latency.Times(-1, 0, theirs)};
    }

    private Answer<Optional<Properties>> ask(Side side, String key) throws InterruptedException {
        return patience.ask(() -> side.one(subject.set(), key, subject.expand()));
    }

    private static boolean isSilent(Answer<?> answer) {
        return answer.failed() && answer.failure().category() == Category.TIMED_OUT;
    }

    private void judge(
            String key, Answer<Optional<Properties>> ours, Answer<Optional<Properties>> theirs, Set<String> known) {
        Category control = category(ours);
        Category other = category(theirs);
        if (control != other) {
            ledger.difference(diff.ofKey(key, Kind.ERROR, word(control), word(other)));
        } else if (control == null) {
            diff.compare(key, ours.value().orElseThrow(), theirs.value().orElseThrow(), spotted -> {
                if (!known.contains(spotted.difference().place())) {
                    ledger.difference(spotted);
                }
            });
        }
    }

    /** Null where it answered with an entity; an empty answer and a refusal as unknown are the same to a client. */
    private static Category category(Answer<Optional<Properties>> answer) {
        if (answer.failed()) {
            return answer.failure().category();
        }
        return answer.value().isPresent() ? null : Category.NOT_FOUND;
    }

    private static Value word(Category category) {
        return Value.text(
                category == null
                        ? "answers"
                        : category.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
}
