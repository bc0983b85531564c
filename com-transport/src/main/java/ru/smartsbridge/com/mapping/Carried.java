package ru.smartsbridge.com.mapping;

import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;

/** Looks through an entity for what the component cannot carry; for one batch, one thread. */
final class Carried {
    private final Scalars scalars;
    private final Owners owners;

    Carried(Scalars scalars, Owners owners) {
        this.scalars = scalars;
        this.owners = owners;
    }

    /**
     * Passes, or fails with {@code UNSUPPORTED_HERE} or {@code INVALID_REQUEST} at the first property that cannot cross.
     */
    void require(ClassTable table, FieldOwner given, Properties entity, String path) {
        Sent sent = Sent.of(table, entity, path, scalars.dates());
        String naming = Owners.naming(table);
        FieldOwner owner = naming == null ? given : owners.of(table, given, sent.text(naming));
        for (int i = 0; i < table.attributes().size(); i++) {
            attribute(table, i, sent, path);
        }
        for (int i = 0; i < table.children().size(); i++) {
            Child child = table.children().get(i);
            int index = 0;
            for (Value item : sent.items(i)) {
                item(child, Owners.below(owner, child), item, Refusals.at(path, child.json()), index++);
            }
        }
        for (Map.Entry<String, Value> field : sent.fields()) {
            field(table, owner, field, Refusals.at(path, field.getKey()));
        }
    }

    private void attribute(ClassTable table, int place, Sent sent, String path) {
        Attribute attribute = table.attributes().get(place);
        Value value = sent.attribute(place);
        if (value == null) {
            return;
        }
        String at = Refusals.at(path, attribute.json());
        // a place and what is computed are told anew whatever is sent, as the server tells them
        if (attribute.placeless()) {
            if (!Defaults.isDefault(value) && !value.equals(attribute.shown())) {
                throw Refusals.unsupported(at);
            }
        } else if (attribute.written() || attribute.crossing() == Crossing.SAME) {
            require(attribute.form(), value, at);
        }
    }

    private void require(Form form, Value value, String at) {
        try {
            scalars.require(form, value);
        } catch (Scalars.Misfit e) {
            throw Refusals.misfit(at, form.name(), e);
        }
    }

    private void item(Child child, FieldOwner owner, Value item, String collection, int index) {
        String path = collection + "[" + index + "]";
        if (child.texts()) {
            if (item == Value.NULL) {
                throw Refusals.misfit(path, Form.TEXT.name(), null);
            }
            require(Form.TEXT, item, path);
        } else if (item instanceof Properties entity) {
            require(child.items(), owner, entity, path);
        } else {
            throw Refusals.misfit(path, child.items().element(), null);
        }
    }

    private void field(ClassTable table, FieldOwner owner, Map.Entry<String, Value> sent, String at) {
        Value value = sent.getValue();
        boolean collection = value instanceof Value.Items || value instanceof Properties;
        if (table.fieldForm() == ClassTable.FieldForm.NONE || collection) {
            if (!Defaults.isDefault(value)) {
                throw Refusals.unsupported(at);
            }
            return;
        }
        Optional<Field> field = owners.fields(owner).byProperty(sent.getKey());
        FieldType declared = field.map(Field::type).map(FieldType::declared).orElse(null);
        FieldType type = declared == null ? FieldType.of(value) : declared;
        if (value == Value.NULL) {
            return;
        }
        if (field.isEmpty() && !XmlNames.stands(table, sent.getKey())) {
            throw Refusals.unsupported(at);
        }
        require(type.form(), value, at);
        if (!type.fits(value)) {
            throw Refusals.misfit(at, type.code(), null);
        }
    }
}
