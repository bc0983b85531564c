package ru.smartsbridge.com.mapping;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;
import ru.smartsbridge.com.text.ComTexts;

/**
 * What a client sent, sorted by the class's table: second names laid upon the first, flags of a document turned into
 * states.
 *
 * <p>Second names: {@code FirstCellId} is the component's {@code FirstStorageBarcode}, {@code AutoAppointed} the
 * opposite of {@code DistributeByBarcode}, {@code RegistrationDate} its {@code RegisteredDate} [run]. Putting
 * {@code Finished} makes a state without a user [run]; XML has no such attribute, so that state is written instead.
 */
final class Sent {
    private final ClassTable table;
    /** By their place in the table; null where nothing came. */
    private final Value[] attributes;

    private final Value[] children;
    private final List<Map.Entry<String, Value>> fields = new ArrayList<>();
    private boolean secondNames;

    private Sent(ClassTable table) {
        this.table = table;
        this.attributes = new Value[table.attributes().size()];
        this.children = new Value[table.children().size()];
    }

    /**
     * @param path of the entity, "" for the outermost
     * @param dates for the moment of a state that a flag makes
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where two names of one value differ
     */
    static Sent of(ClassTable table, Properties entity, String path, Dates dates) {
        Sent sent = new Sent(table);
        for (Map.Entry<String, Value> property : entity) {
            sent.sort(property);
        }
        if (sent.secondNames) {
            sent.resolve(path, dates);
        }
        return sent;
    }

    private void sort(Map.Entry<String, Value> property) {
        String name = property.getKey();
        int attribute = table.attributeByJson(name);
        if (attribute >= 0) {
            attributes[attribute] = property.getValue();
            Crossing crossing = table.attributes().get(attribute).crossing();
            secondNames |= crossing == Crossing.SAME || crossing == Crossing.OPPOSITE || crossing == Crossing.STATE;
            return;
        }
        int child = table.childByJson(name);
        if (child >= 0) {
            children[child] = property.getValue();
        } else if (name.indexOf('@') < 0) {
            fields.add(property);
        }
    }

    private void resolve(String path, Dates dates) {
        for (int i = 0; i < attributes.length; i++) {
            Attribute attribute = table.attributes().get(i);
            Value value = attributes[i];
            if (value == null) {
                continue;
            }
            switch (attribute.crossing()) {
                case SAME -> same(attribute, value, path);
                case OPPOSITE -> opposite(attribute, value, path);
                case STATE -> state(attribute, value, path, dates);
                default -> {
                    // a first name
                }
            }
        }
    }

    private void same(Attribute attribute, Value value, String path) {
        if (Defaults.isDefault(value)) {
            return;
        }
        int first = table.attributeByJson(attribute.of());
        if (attributes[first] == null || Defaults.isDefault(attributes[first])) {
            attributes[first] = value;
        } else if (!attributes[first].equals(value)) {
            throw contradiction(attribute.json(), attribute.of(), path);
        }
    }

    private void opposite(Attribute attribute, Value value, String path) {
        int first = table.attributeByJson(attribute.of());
        if (attributes[first] == null || attributes[first] == Value.NULL) {
            attributes[first] = Value.flag(value != Value.Flag.TRUE);
        } else if (value == Value.Flag.TRUE && attributes[first] == Value.Flag.TRUE) {
            throw contradiction(attribute.json(), attribute.of(), path);
        }
    }

    /** A false flag that a state contradicts would be lost in silence. */
    private void state(Attribute attribute, Value value, String path, Dates dates) {
        int place = table.childByJson("states");
        List<Value> states = children[place] instanceof Value.Items items ? items.values() : List.of();
        boolean said = states.stream()
                .anyMatch(state -> state instanceof Properties own
                        && own.get(attribute.json()).orElse(Value.NULL) == Value.Flag.TRUE);
        if (value == Value.Flag.FALSE && said) {
            throw contradiction(attribute.json(), "states", path);
        }
        if (value == Value.Flag.TRUE && !said) {
            children[place] = Value.items(withState(states, attribute, dates));
        }
    }

    private static List<Value> withState(List<Value> states, Attribute attribute, Dates dates) {
        Value now = dates.shown(Instant.now().atZone(dates.zone()).toLocalDateTime());
        List<Value> changed = new ArrayList<>(states);
        for (int i = 0; i < changed.size(); i++) {
            if (changed.get(i) instanceof Properties state
                    && Defaults.isDefault(state.get("userId").orElse(Value.NULL))) {
                changed.set(i, state.with(attribute.json(), Value.Flag.TRUE).with(attribute.of(), now));
                return changed;
            }
        }
        changed.add(Properties.builder()
                .put(attribute.json(), true)
                .put(attribute.of(), now)
                .build());
        return changed;
    }

    private static RuntimeException contradiction(String name, String other, String path) {
        String at = path.isEmpty() ? name : path + "." + name;
        return ComTexts.error(Category.INVALID_REQUEST, "mapping.contradiction", at, other)
                .at(at);
    }

    /** What came at that place of the table; null where nothing did. */
    Value attribute(int place) {
        return attributes[place];
    }

    void attribute(int place, Value value) {
        attributes[place] = value;
    }

    /** The text of an attribute; null where it is none. */
    String text(String json) {
        return attributes[table.attributeByJson(json)] instanceof Value.Text text ? text.value() : null;
    }

    /** What came for a collection, in order; nothing where it is null or absent. */
    List<Value> items(int place) {
        return children[place] instanceof Value.Items items ? items.values() : List.of();
    }

    /** What is neither member nor collection of the class. */
    List<Map.Entry<String, Value>> fields() {
        return fields;
    }
}
