package ru.smartsbridge.api.fidelity;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Compares what was sent with what came back, under a {@link Fidelity}. Immutable, thread-safe. */
public final class Comparison {
    /** What a comparison found: the entries without which there would be more differences, and the differences left. */
    public record Outcome(Set<Entry> used, List<Difference> differences) {
        public Outcome {
            used = Set.copyOf(used);
            differences = List.copyOf(differences);
        }

        /** Whether everything that was sent came back. */
        public boolean carried() {
            return differences.isEmpty();
        }
    }

    private final Fidelity fidelity;
    private final Way way;
    private final Moments moments;

    /**
     * For a base.
     *
     * @param zone of dates without an offset
     */
    public Comparison(Fidelity fidelity, Way way, ZoneId zone) {
        this.fidelity = fidelity;
        this.way = way;
        this.moments = new Moments(zone);
    }

    /** Whether an entity holds everything that was sent, in its order; it may hold more. */
    public Outcome entity(SetKind kind, Properties sent, Properties given) {
        return new Run().of(Spot.of(kind), "", Optional.of(sent), Optional.of(given), Properties.EMPTY);
    }

    /** Whether one value came back as what was sent; empty stands for a property that is absent. */
    public Outcome value(Spot spot, Optional<Value> sent, Optional<Value> given) {
        return new Run().of(spot, String.join(".", spot.names()), sent, given, Properties.EMPTY);
    }

    /** One pass through an entity, and what it meets there. */
    private final class Run {
        private final Set<Entry> used = new LinkedHashSet<>();
        private final List<Difference> differences = new ArrayList<>();

        Outcome of(
                Spot spot,
                String path,
                Optional<? extends Value> sent,
                Optional<? extends Value> given,
                Properties holder) {
            compare(
                    spot,
                    path,
                    Optional.ofNullable(sent.orElse(null)),
                    Optional.ofNullable(given.orElse(null)),
                    holder,
                    -1);
            return new Outcome(used, differences);
        }

        private void compare(
                Spot spot, String path, Optional<Value> sent, Optional<Value> given, Properties holder, int place) {
            if (sent.equals(given)) {
                return;
            }
            Value ours = sent.orElse(null);
            Value theirs = given.orElse(null);
            if (ours instanceof Properties object && theirs instanceof Properties there) {
                objects(spot, path, object, there, place);
            } else if (ours instanceof Value.Items items
                    && theirs instanceof Value.Items there
                    && items.values().size() == there.values().size()) {
                for (int i = 0; i < items.values().size(); i++) {
                    compare(
                            spot,
                            path + "[" + i + "]",
                            Optional.of(items.values().get(i)),
                            Optional.of(there.values().get(i)),
                            holder,
                            i);
                }
            } else {
                excuse(spot, entry -> entry.rule().holds(sent, given, new Equivalence.Context(moments, holder, place)))
                        .ifPresentOrElse(used::add, () -> differences.add(new Difference(path, ours, theirs)));
            }
        }

        private void objects(Spot spot, String path, Properties sent, Properties given, int place) {
            List<String> order = sent.names().stream().filter(given::has).toList();
            List<String> theirs = given.names().stream().filter(sent::has).toList();
            if (!order.equals(theirs)) {
                excuse(spot, entry -> entry.rule() instanceof Equivalence.AnyOrder)
                        .ifPresentOrElse(
                                used::add,
                                () -> differences.add(new Difference(
                                        path.isEmpty() ? "order" : path + ".order", names(order), names(theirs))));
            }
            for (Map.Entry<String, Value> property : sent) {
                String name = property.getKey();
                compare(
                        spot.at(name),
                        path.isEmpty() ? name : path + "." + name,
                        Optional.of(property.getValue()),
                        given.get(name),
                        given,
                        place);
            }
        }

        private Optional<Entry> excuse(Spot spot, java.util.function.Predicate<Entry> holds) {
            return fidelity.entries().stream()
                    .filter(entry -> entry.speaksOf(spot, way))
                    .filter(holds)
                    .findFirst();
        }
    }

    private static Value names(List<String> names) {
        return Value.items(names.stream().map(Value::text).toList());
    }
}
