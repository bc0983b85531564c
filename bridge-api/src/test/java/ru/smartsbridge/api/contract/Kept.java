package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.fidelity.Carriage;
import ru.smartsbridge.api.fidelity.Comparison;
import ru.smartsbridge.api.fidelity.Difference;
import ru.smartsbridge.api.fidelity.Entry;
import ru.smartsbridge.api.fidelity.Spot;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Compares what was sent with what the base gives back, under the base's fidelity: it may add properties, and where no
 * entry says so change, drop or reorder none. Keeps in mind which entries were needed.
 */
final class Kept {
    private final ContractBase base;
    private final Comparison comparison;
    private final Carriage carriage;
    private final Set<String> used = ConcurrentHashMap.newKeySet();

    Kept(ContractBase base) {
        this.base = base;
        this.comparison = new Comparison(base.fidelity(), base.way(), base.zone());
        this.carriage = new Carriage(base.fidelity(), base.way());
    }

    /** Everything that was sent is there, value for value, in the order in which it was sent. */
    void isKept(EntitySet<?> set, Properties sent, Properties given) {
        isKept(set.name(), set, sent, given);
    }

    /** The same, with a word about where it comes from. */
    void isKept(String about, EntitySet<?> set, Properties sent, Properties given) {
        isCarried(about, comparison.entity(set.kind(), sent, given));
    }

    /** One property of an entity came back as what was sent, absence as absence. */
    void isKept(SetKind kind, String property, Optional<Value> sent, Optional<Value> given) {
        isCarried(property, comparison.value(new Spot(kind, List.of(property)), sent, given));
    }

    private void isCarried(String about, Comparison.Outcome outcome) {
        outcome.used().stream().map(Entry::id).forEach(used::add);
        assertThat(outcome.differences())
                .as(about)
                .extracting(Difference::toString)
                .isEmpty();
    }

    /** The entity without what this base does not carry. */
    Properties carried(EntitySet<?> set, Properties entity) {
        return carriage.carried(set.kind(), entity);
    }

    /** Demands that a write is refused for what this base does not carry of these, where there is anything. */
    void refuses(EntitySet<?> set, Stream<Properties> entities, ThrowingCallable write) {
        List<Carriage.Refusal> refusals = entities.flatMap(entity -> carriage.refusals(set.kind(), entity).stream())
                .toList();
        if (refusals.isEmpty()) {
            return;
        }
        BridgeException refused = catchThrowableOfType(BridgeException.class, write);
        assertThat(refused).as("a write of %s", refusals).isNotNull();
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNSUPPORTED_HERE);
        assertThat(refused.text().in(Locale.forLanguageTag("ru"))).isNotBlank();
        List<Carriage.Refusal> told = refusals.stream()
                .filter(refusal ->
                        refused.target().filter(refusal.path()::equals).isPresent())
                .toList();
        assertThat(told).as("%s names one of %s", refused.target(), refusals).isNotEmpty();
        told.forEach(refusal -> used.add(refusal.entry().id()));
    }

    /** The entries for this base's way that nothing has needed so far. */
    Set<String> unused() {
        return base.fidelity().entries(base.way()).stream()
                .map(Entry::id)
                .filter(id -> !used.contains(id))
                .collect(Collectors.toSet());
    }
}
