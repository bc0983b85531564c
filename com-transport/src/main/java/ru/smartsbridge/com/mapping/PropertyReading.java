package ru.smartsbridge.com.mapping;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;

/** Reads the component's objects property by property; for one batch, on the apartment's thread. */
final class PropertyReading {
    private static final Member COUNT = Member.of("Count");
    private static final Member ITEM = Member.of("Item");
    private static final Member FIELDS = Member.of("Fields");
    private static final Member FIELD_NAME = Member.of("FieldName");
    private static final Member VALUE = Member.of("Value");
    private static final Member UID = Member.of("Uid");

    private final Scalars scalars;
    private final Owners owners;
    private final ShownFields fields;

    PropertyReading(Scalars scalars, Owners owners) {
        this.scalars = scalars;
        this.owners = owners;
        this.fields = new ShownFields(scalars, owners);
    }

    Properties entity(ClassTable table, FieldOwner given, AutomationObject object, int position) {
        Shown shown = new Shown(table, position);
        for (int i = 0; i < table.attributes().size(); i++) {
            Attribute attribute = table.attributes().get(i);
            if (attribute.inCom()) {
                attribute(table, attribute, shown, i, object);
            }
        }
        String naming = Owners.naming(table);
        FieldOwner owner = naming == null ? given : owners.of(table, given, shown.text(naming));
        if (table.fieldForm() != ClassTable.FieldForm.NONE) {
            fields(table, shown, owner, object);
        }
        for (int i = 0; i < table.children().size(); i++) {
            Child child = table.children().get(i);
            try (AutomationObject collection = object.child(Member.of(child.com()))) {
                shown.child(i, items(child, Owners.below(owner, child), collection));
            }
        }
        return shown.build();
    }

    private void attribute(ClassTable table, Attribute attribute, Shown shown, int place, AutomationObject object) {
        Object value = object.get(Member.of(attribute.com()));
        if (value instanceof AutomationObject line) {
            try (line) {
                value = line.get(UID);
            }
        }
        show(table, attribute, shown, place, value);
    }

    private void show(ClassTable table, Attribute attribute, Shown shown, int place, Object value) {
        try {
            scalars.ofCom(attribute.form(), value).ifPresent(told -> shown.attribute(place, told));
        } catch (Scalars.Misfit e) {
            throw Refusals.odd(
                    table.element(), attribute.com(), attribute.form().name(), e);
        }
    }

    /** Through the collection, which has also those that nobody declared [run]. */
    private void fields(ClassTable table, Shown shown, FieldOwner owner, AutomationObject object) {
        try (AutomationObject collection = object.child(FIELDS)) {
            int count = collection.number(COUNT);
            for (int i = 0; i < count; i++) {
                try (AutomationObject field = collection.object(ITEM, i)) {
                    field(table, shown, owner, field);
                }
            }
        }
    }

    private void field(ClassTable table, Shown shown, FieldOwner owner, AutomationObject field) {
        String name = name(field);
        Object value = field.get(VALUE);
        int place = table.attributeByJson(name);
        if (place >= 0 && table.attributes().get(place).crossing() == Attribute.Crossing.BAG) {
            show(table, table.attributes().get(place), shown, place, value);
            return;
        }
        if (value instanceof AutomationObject unreadable) {
            unreadable.close();
            return;
        }
        fields.variant(shown, owner, name, value);
    }

    private static String name(AutomationObject field) {
        Object name = field.get(FIELD_NAME);
        if (name instanceof String text) {
            return text;
        }
        if (name instanceof AutomationObject object) {
            object.close();
        }
        throw ComFailure.unexpected(FIELD_NAME, "a text", name);
    }

    private List<Value> items(Child child, FieldOwner owner, AutomationObject collection) {
        int count = collection.number(COUNT);
        List<Value> items = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            if (child.texts()) {
                items.add(Value.text(collection.text(ITEM, i)));
            } else {
                try (AutomationObject item = collection.object(ITEM, i)) {
                    items.add(entity(child.items(), owner, item, i));
                }
            }
        }
        return items;
    }
}
