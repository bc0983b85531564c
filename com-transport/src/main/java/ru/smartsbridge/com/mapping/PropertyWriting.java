package ru.smartsbridge.com.mapping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.mapping.Attribute.Crossing;

/**
 * Makes the component's objects property by property; for one batch, on the apartment's thread.
 *
 * <p>What stays on this way behind what XML carries: a row's {@code uid}, which is read-only and new each time, a
 * document's {@code lastChangeDate}, a state's {@code processingTime}, a table's {@code version}, dates finer than a
 * millisecond [run].
 */
final class PropertyWriting {
    private static final String PREFIX = "Cleverence.Warehouse.";
    private static final Member ADD = Member.of("Add");
    private static final Member FIELDS = Member.of("Fields");
    private static final Member SET_FIELD = Member.of("SetField");
    private static final Member BINDED_LINE = Member.of("BindedLine");
    private static final Member UID = Member.of("Uid");

    private final Scalars scalars;
    private final Owners owners;
    private final Automation automation;

    PropertyWriting(Scalars scalars, Owners owners, Automation automation) {
        this.scalars = scalars;
        this.owners = owners;
        this.automation = automation;
    }

    AutomationObject collection(String name, ClassTable table, FieldOwner owner, List<Properties> entities) {
        AutomationObject collection = automation.create(PREFIX + name);
        try {
            for (Properties entity : entities) {
                try (AutomationObject object = entity(table, owner, entity, "")) {
                    collection.call(ADD, object);
                }
            }
            return collection;
        } catch (RuntimeException e) {
            collection.close();
            throw e;
        }
    }

    AutomationObject entity(ClassTable table, FieldOwner given, Properties entity, String path) {
        Sent sent = Sent.of(table, entity, path, scalars.dates());
        String naming = Owners.naming(table);
        FieldOwner owner = naming == null ? given : owners.of(table, given, sent.text(naming));
        AutomationObject object = automation.create(table.progId());
        try {
            attributes(table, sent, object, path);
            for (Map.Entry<String, Value> field : sent.fields()) {
                field(owner, field, object, path);
            }
            for (int i = 0; i < table.children().size(); i++) {
                child(table.children().get(i), sent.items(i), owner, object, path);
            }
            return object;
        } catch (RuntimeException e) {
            object.close();
            throw e;
        }
    }

    /** What is missing stays as a new object has it; an empty {@code uid} would take a line's own from it. */
    private void attributes(ClassTable table, Sent sent, AutomationObject object, String path) {
        for (int place : order(table)) {
            Attribute attribute = table.attributes().get(place);
            Value value = sent.attribute(place);
            boolean keepsOwn = value == null
                    || value == Value.NULL
                    || attribute.com().equals(UID.name()) && Defaults.isDefault(value);
            if (keepsOwn || !attribute.inCom()) {
                continue;
            }
            String at = Refusals.at(path, attribute.json());
            if (attribute.com().equals(BINDED_LINE.name())) {
                bind(object, value, at);
            } else if (attribute.crossing() == Crossing.BOTH) {
                object.put(Member.of(attribute.com()), variant(attribute.form(), value, at));
            } else if (attribute.crossing() == Crossing.BAG) {
                addField(object, attribute.json(), variant(attribute.form(), value, at));
            }
        }
    }

    /** Barcodes before ids: putting a place's barcode puts its id as well, not the other way round [run]. */
    private static int[] order(ClassTable table) {
        int count = table.attributes().size();
        return java.util.stream.IntStream.range(0, count)
                .boxed()
                .sorted(java.util.Comparator.comparing(
                        place -> !table.attributes().get(place).com().endsWith("StorageBarcode")))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private Object variant(Form form, Value value, String at) {
        try {
            return scalars.toCom(form, value);
        } catch (Scalars.Misfit e) {
            throw Refusals.misfit(at, form.name(), e);
        }
    }

    /** The line is bound by the uid of the one it is given; any line of that uid will do [run]. */
    private void bind(AutomationObject object, Value uid, String at) {
        if (Defaults.isDefault(uid)) {
            return;
        }
        try (AutomationObject line = automation.create(ClassTables.ITEM.progId())) {
            line.put(UID, variant(Form.TEXT, uid, at));
            object.put(BINDED_LINE, line);
        }
    }

    private static void addField(AutomationObject object, String name, Object value) {
        try (AutomationObject fields = object.child(FIELDS)) {
            fields.call(ADD, name, value);
        }
    }

    private void field(FieldOwner owner, Map.Entry<String, Value> sent, AutomationObject object, String path) {
        String at = Refusals.at(path, sent.getKey());
        Optional<Field> field = owners.fields(owner).byProperty(sent.getKey());
        FieldType declared = field.map(Field::type).map(FieldType::declared).orElse(null);
        FieldType type = declared == null ? FieldType.of(sent.getValue()) : declared;
        if (type == null && sent.getValue() != Value.NULL) {
            throw Refusals.unsupported(at);
        }
        Object value = type == null ? null : variant(type.form(), sent.getValue(), at);
        object.call(SET_FIELD, field.map(Field::name).orElse(sent.getKey()), value);
    }

    private void child(Child child, List<Value> items, FieldOwner owner, AutomationObject object, String path) {
        if (items.isEmpty()) {
            return;
        }
        FieldOwner below = Owners.below(owner, child);
        try (AutomationObject collection = object.child(Member.of(child.com()))) {
            int index = 0;
            for (Value item : items) {
                add(child, below, collection, item, Refusals.at(path, child.json()) + "[" + index++ + "]");
            }
        }
    }

    private void add(Child child, FieldOwner owner, AutomationObject collection, Value item, String path) {
        if (child.texts()) {
            collection.call(ADD, variant(Form.TEXT, item, path));
            return;
        }
        if (!(item instanceof Properties entity)) {
            throw Refusals.misfit(path, child.items().element(), null);
        }
        try (AutomationObject object = entity(child.items(), owner, entity, path)) {
            collection.call(ADD, object);
        }
    }
}
