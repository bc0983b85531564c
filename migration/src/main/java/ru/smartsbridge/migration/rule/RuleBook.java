package ru.smartsbridge.migration.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.fidelity.Entry;
import ru.smartsbridge.api.fidelity.Equivalence;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.words.Vocabulary;

/** All rules of one comparison, and how often each has let a difference pass. Used by one thread. */
public final class RuleBook {
    /** Switches all built-in rules off. */
    public static final String ALL = "all";

    /**
     * What became of a rule.
     *
     * @param excused how many differences it let pass
     * @param state whether it did anything
     */
    public record Use(Rule rule, long excused, State state) {}

    /** Whether a rule did anything. */
    public enum State {
        USED,
        /** It matched nothing: it can go. */
        UNUSED,
        /** Its last day is over, so it was not asked. */
        EXPIRED,
        /** A built-in one that was switched off. */
        OFF
    }

    private final Map<Rule, Long> excused = new LinkedHashMap<>();
    private final Map<Rule, State> idle = new LinkedHashMap<>();
    private final Map<String, List<Rule>> byField = new HashMap<>();
    private final Vocabulary vocabulary;

    /**
     * The rules of a comparison.
     *
     * @param own those of a file
     * @param off ids of built-in rules that do not count, or {@link #ALL}
     * @param control what control does not carry
     * @param candidate what the candidate does not carry
     * @param today decides which rules are over
     */
    public RuleBook(
            List<OwnRule> own,
            Set<String> off,
            Fidelity control,
            Fidelity candidate,
            Vocabulary vocabulary,
            LocalDate today) {
        this.vocabulary = vocabulary;
        List<Rule> builtIn = new ArrayList<>(Convention.of(
                !control.entries().isEmpty() || !candidate.entries().isEmpty()));
        builtIn.addAll(fidelity(control, candidate));
        for (Rule rule : builtIn) {
            if (off.contains(ALL) || off.contains(rule.id())) {
                idle.put(rule, State.OFF);
            } else {
                excused.put(rule, 0L);
            }
        }
        for (OwnRule rule : own) {
            if (rule.until().filter(today::isAfter).isPresent()) {
                idle.put(rule, State.EXPIRED);
            } else {
                excused.put(rule, 0L);
            }
        }
    }

    /** Ids of all built-in rules there can be. */
    public static List<String> builtInIds(Fidelity fidelity) {
        List<String> ids = new ArrayList<>();
        List.of(Convention.values()).forEach(rule -> ids.add(rule.id()));
        fidelity(fidelity, fidelity).forEach(rule -> ids.add(rule.id()));
        return ids;
    }

    private static List<Rule> fidelity(Fidelity control, Fidelity candidate) {
        List<Entry> entries = new ArrayList<>(control.entries());
        candidate.entries().stream()
                .filter(entry -> !control.entries().contains(entry))
                .forEach(entries::add);
        List<Rule> rules = new ArrayList<>();
        for (Entry entry : entries) {
            if (!(entry.rule() instanceof Equivalence.AnyOrder)) { // the order of properties is never compared
                rules.add(new FidelityRule(
                        entry,
                        control.entries().contains(entry),
                        candidate.entries().contains(entry)));
            }
        }
        return rules;
    }

    /** The first rule that lets a difference pass; it is counted. */
    public Optional<Rule> excuse(Spotted spotted) {
        Optional<Rule> rule = find(spotted);
        rule.ifPresent(found -> excused.merge(found, 1L, Long::sum));
        return rule;
    }

    /** Whether any rule lets it pass; it is not counted. */
    public boolean excuses(Spotted spotted) {
        return find(spotted).isPresent();
    }

    private Optional<Rule> find(Spotted spotted) {
        String field = spotted.difference().set()
                + '\0'
                + spotted.difference().field()
                + '\0'
                + spotted.difference().kind();
        List<Rule> speaking = byField.computeIfAbsent(
                field,
                unknown -> excused.keySet().stream()
                        .filter(rule -> rule.speaksOf(spotted, vocabulary))
                        .toList());
        for (Rule rule : speaking) {
            if (rule.excuses(spotted)) {
                return Optional.of(rule);
            }
        }
        return Optional.empty();
    }

    /** Every rule with what became of it: conventions, then COM, then the file's, each in their order. */
    public List<Use> uses() {
        List<Use> uses = new ArrayList<>();
        excused.forEach((rule, times) -> uses.add(new Use(rule, times, times > 0 ? State.USED : State.UNUSED)));
        idle.forEach((rule, state) -> uses.add(new Use(rule, 0, state)));
        uses.sort(java.util.Comparator.comparing(use -> use.rule().origin()));
        return uses;
    }
}
