package ru.smartsbridge.migration.rule;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.fidelity.Carriage;
import ru.smartsbridge.api.fidelity.Entry;
import ru.smartsbridge.api.fidelity.Equivalence;
import ru.smartsbridge.api.fidelity.Fidelity;
import ru.smartsbridge.api.fidelity.Way;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.words.MigrationTexts;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * One entry of what a way to a base does not carry: the side that goes this way may differ from the other as the entry
 * says, and no further.
 *
 * @param atControl whether control goes this way
 * @param atCandidate whether the candidate does
 */
record FidelityRule(Entry entry, boolean atControl, boolean atCandidate) implements Rule {
    @Override
    public String id() {
        return "com:" + entry.id();
    }

    @Override
    public Origin origin() {
        return Origin.COM;
    }

    @Override
    public String where() {
        return entry.where().kind().edmName() + " : "
                + String.join(", ", entry.where().paths());
    }

    @Override
    public Text what() {
        return Text.verbatim(entry.rule().phrase());
    }

    @Override
    public Text reason() {
        return MigrationTexts.text("rule.observed", entry.fact());
    }

    @Override
    public boolean speaksOf(Spotted spotted, Vocabulary vocabulary) {
        return entry.where().has(spotted.spot());
    }

    @Override
    public boolean excuses(Spotted spotted) {
        if (spotted.difference().kind() == Kind.ORDER) {
            return false;
        }
        Value control = spotted.difference().control();
        Value candidate = spotted.difference().candidate();
        return atCandidate && holds(control, candidate, spotted, spotted.control(), spotted.candidate())
                || atControl && holds(candidate, control, spotted, spotted.candidate(), spotted.control());
    }

    private boolean holds(Value sent, Value given, Spotted spotted, Spotted.Around sender, Spotted.Around receiver) {
        if (entry.rule() instanceof Equivalence.Refused) {
            return saysNothing(given) && isRefused(sender, spotted);
        }
        Equivalence.Context context = new Equivalence.Context(receiver.moments(), receiver.holder(), spotted.index());
        return entry.rule().holds(Optional.ofNullable(sent), Optional.ofNullable(given), context);
    }

    /** Whether the way would not have taken this value, so that it cannot be there. */
    private boolean isRefused(Spotted.Around sender, Spotted spotted) {
        String field = spotted.difference().field();
        return new Carriage(new Fidelity(List.of(entry)), Way.ANY)
                .refusals(spotted.spot().kind(), sender.entity()).stream()
                        .anyMatch(refusal -> refusal.path()
                                .replaceAll("\\[\\d+]", "")
                                .replace('.', '/')
                                .equals(field));
    }

    private static boolean saysNothing(Value value) {
        return value == null
                || value == Value.NULL
                || value == Value.Flag.FALSE
                || value instanceof Value.Items items && items.values().isEmpty()
                || value instanceof Value.Text text && text.value().isEmpty()
                || value instanceof Value.Number number && number.decimal().signum() == 0;
    }
}
