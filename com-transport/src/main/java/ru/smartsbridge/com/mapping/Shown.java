package ru.smartsbridge.com.mapping;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;

/**
 * One entity on its way to REST: what the component told, completed by what it left out, in the order of recorded
 * answers: single values, additional fields, collections [rec].
 */
final class Shown {
    private final ClassTable table;
    private final int position;
    private final Value[] attributes;
    private final Value[] children;
    private final List<String> fieldNames = new ArrayList<>();
    private final List<Value> fieldValues = new ArrayList<>();

    /** @param position its place in its collection, from 0 */
    Shown(ClassTable table, int position) {
        this.table = table;
        this.position = position;
        this.attributes = new Value[table.attributes().size()];
        this.children = new Value[table.children().size()];
    }

    void attribute(int place, Value value) {
        attributes[place] = value;
    }

    void child(int place, List<? extends Value> items) {
        children[place] = Value.items(items);
    }

    void field(String property, Value value) {
        fieldNames.add(property);
        fieldValues.add(value);
    }

    /** The text of an attribute that was told; null where it was not. */
    String text(String json) {
        return attributes[table.attributeByJson(json)] instanceof Value.Text text ? text.value() : null;
    }

    Properties build() {
        if (table == ClassTables.ITEM) {
            places("firstStorageId", "firstStorageBarcode");
            places("secondStorageId", "secondStorageBarcode");
        } else if (table == ClassTables.PACKING) {
            nameOfPacking();
        }
        Properties.Builder shown = Properties.builder();
        for (int i = 0; i < attributes.length; i++) {
            Attribute attribute = table.attributes().get(i);
            if (attribute.crossing() != Crossing.HIDDEN) {
                shown.put(attribute.json(), value(i, attribute));
            }
        }
        putFields(shown);
        for (int i = 0; i < children.length; i++) {
            shown.put(table.children().get(i).json(), children[i] == null ? Value.items(List.of()) : children[i]);
        }
        return shown.build();
    }

    /** Id and barcode of a place stand for each other where one is missing, as the component's getters do [run]. */
    private void places(String id, String barcode) {
        int first = table.attributeByJson(id);
        int second = table.attributeByJson(barcode);
        if (isBlank(attributes[first])) {
            attributes[first] = attributes[second];
        } else if (isBlank(attributes[second])) {
            attributes[second] = attributes[first];
        }
    }

    /** A packing's name is left out of XML where it is its id [run]. */
    private void nameOfPacking() {
        int name = table.attributeByJson("name");
        if (attributes[name] == null) {
            attributes[name] = attributes[table.attributeByJson("id")];
        }
    }

    private static boolean isBlank(Value value) {
        return value == null || Defaults.isDefault(value);
    }

    private Value value(int place, Attribute attribute) {
        return switch (attribute.crossing()) {
            case POSITION -> Value.number(position);
            case SAME, COPY -> told(table.source(place));
            case OPPOSITE -> Value.flag(told(table.source(place)) != Value.Flag.TRUE);
            case STATE -> state(attribute);
            default -> told(place);
        };
    }

    private Value told(int place) {
        return attributes[place] == null ? table.attributes().get(place).shown() : attributes[place];
    }

    private Value state(Attribute attribute) {
        boolean said = children[table.childByJson("states")] instanceof Value.Items states
                && states.values().stream()
                        .anyMatch(state ->
                                ((Properties) state).get(attribute.json()).orElse(Value.NULL) == Value.Flag.TRUE);
        return Value.flag(said);
    }

    /** A field whose property is one of the class's own, or came before in other letters, has no place in JSON. */
    private void putFields(Properties.Builder shown) {
        for (int i = 0; i < fieldNames.size(); i++) {
            String name = fieldNames.get(i);
            boolean own = table.attributeByJson(name) >= 0 || table.childByJson(name) >= 0;
            if (!own && fieldNames.indexOf(name) == i) {
                shown.put(name, fieldValues.get(i));
            }
        }
    }
}
