package ru.smartsbridge.api.fidelity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What of an entity a way to a base carries at all, before it is sent. Immutable, thread-safe. */
public final class Carriage {
    /**
     * A property that is not carried.
     *
     * @param path from the entity to it, such as {@code packings[1].barcodes}
     */
    public record Refusal(String path, Entry entry) {}

    private final List<Entry> entries;

    /** By the entries of a fidelity that refuse, for a base that goes this way. */
    public Carriage(Fidelity fidelity, Way way) {
        this.entries = fidelity.entries(way).stream()
                .filter(entry -> entry.rule() instanceof Equivalence.Refused)
                .toList();
    }

    /**
     * Lets an entity pass that is carried as a whole.
     *
     * @throws BridgeException {@code UNSUPPORTED_HERE} at the first property that is not
     */
    public void require(SetKind kind, Properties entity) {
        if (entries.isEmpty()) {
            return;
        }
        List<Refusal> refusals = refusals(kind, entity);
        if (!refusals.isEmpty()) {
            String path = refusals.get(0).path();
            throw new BridgeException(Category.UNSUPPORTED_HERE, ApiTexts.text("fidelity.refused", path)).at(path);
        }
    }

    /** What is not carried, in the order of the properties. */
    public List<Refusal> refusals(SetKind kind, Properties entity) {
        List<Refusal> refusals = new ArrayList<>();
        carried(Spot.of(kind), "", entity, refusals);
        return refusals;
    }

    /** The entity without what is not carried. */
    public Properties carried(SetKind kind, Properties entity) {
        return carried(Spot.of(kind), "", entity, new ArrayList<>());
    }

    private Properties carried(Spot spot, String path, Properties object, List<Refusal> refusals) {
        Map<String, Value> carried = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : object) {
            Spot at = spot.at(property.getKey());
            String there = path.isEmpty() ? property.getKey() : path + "." + property.getKey();
            Optional<Entry> entry = refusing(at, property.getValue());
            if (entry.isPresent()) {
                refusals.add(new Refusal(there, entry.get()));
            } else {
                carried.put(property.getKey(), below(at, there, property.getValue(), refusals));
            }
        }
        return Properties.of(carried);
    }

    private Value below(Spot spot, String path, Value value, List<Refusal> refusals) {
        if (value instanceof Properties object) {
            return carried(spot, path, object, refusals);
        }
        if (!(value instanceof Value.Items items)) {
            return value;
        }
        List<Value> carried = new ArrayList<>();
        for (Value item : items.values()) {
            carried.add(below(spot, path + "[" + carried.size() + "]", item, refusals));
        }
        return Value.items(carried);
    }

    private Optional<Entry> refusing(Spot spot, Value value) {
        return entries.stream()
                .filter(entry -> entry.where().has(spot))
                .filter(entry -> ((Equivalence.Refused) entry.rule()).what().is(value))
                .findFirst();
    }
}
