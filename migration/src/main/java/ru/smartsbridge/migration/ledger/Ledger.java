package ru.smartsbridge.migration.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Group;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.words.Vocabulary;

/** Where every difference ends: excused by a rule, noise, or counted; with what is secret taken out. Used by one thread. */
public final class Ledger {
    private static final Value MASK = Value.text("***");

    private final Plan plan;
    private final RuleBook rules;
    private final Vocabulary vocabulary;
    private final Consumer<Difference> counted;
    private final Group.Collector differences;
    private final Group.Collector noise;
    private long excused;

    /** With who gets each difference that counts. */
    public Ledger(Plan plan, RuleBook rules, Vocabulary vocabulary, Consumer<Difference> counted) {
        this.plan = plan;
        this.rules = rules;
        this.vocabulary = vocabulary;
        this.counted = counted;
        this.differences = new Group.Collector(plan.shown());
        this.noise = new Group.Collector(plan.shown());
    }

    /** A difference between control and candidate. Gives whether it counts. */
    public boolean difference(Spotted spotted) {
        if (rules.excuse(spotted).isPresent()) {
            excused++;
            return false;
        }
        Difference shown = shown(spotted.difference());
        differences.add(spotted, shown, title(shown));
        counted.accept(shown);
        return true;
    }

    /** A difference between control and itself. Gives whether it is more than a rule lets pass. */
    public boolean noise(Spotted spotted) {
        if (rules.excuses(spotted)) {
            return false;
        }
        Difference shown = shown(spotted.difference());
        noise.add(spotted, shown, title(shown));
        return true;
    }

    private Optional<String> title(Difference difference) {
        return vocabulary.field(difference.set(), difference.path());
    }

    private Difference shown(Difference difference) {
        boolean secret = difference.path().stream().anyMatch(plan::isSecret);
        return secret
                ? difference.with(mask(difference.control()), mask(difference.candidate()))
                : new Difference(
                        difference.set(),
                        difference.key(),
                        difference.path(),
                        difference.place(),
                        difference.kind(),
                        difference.hint(),
                        masked(difference.control(), difference.path().isEmpty()),
                        masked(difference.candidate(), difference.path().isEmpty()));
    }

    private static Value mask(Value value) {
        return value == null || value == Value.NULL ? value : MASK;
    }

    /** An entity as a whole is named by its key; its content would be a report of its own. */
    private Value masked(Value value, boolean whole) {
        if (value instanceof Properties object) {
            return whole ? null : masked(object);
        }
        if (value instanceof Value.Items items) {
            List<Value> masked = new ArrayList<>();
            items.values().forEach(item -> masked.add(masked(item, false)));
            return Value.items(masked);
        }
        return value;
    }

    private Properties masked(Properties object) {
        Properties.Builder masked = Properties.builder();
        object.forEach(property -> masked.put(
                property.getKey(),
                plan.isSecret(property.getKey()) ? mask(property.getValue()) : masked(property.getValue(), false)));
        return masked.build();
    }

    /** Differences that count, so far. */
    public Group.Collector differences() {
        return differences;
    }

    /** In which control differs from itself, so far. */
    public Group.Collector noise() {
        return noise;
    }

    /** How many differences rules let pass, so far. */
    public long excused() {
        return excused;
    }
}
