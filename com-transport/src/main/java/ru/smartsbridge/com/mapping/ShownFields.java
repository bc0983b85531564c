package ru.smartsbridge.com.mapping;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Value;

/** Additional fields on their way to REST: under their property, in their declared type; for one batch, one thread. */
final class ShownFields {
    /**
     * A field, looked up once.
     *
     * @param told the type that the component tells
     * @param shown the type that REST shows, which is the declared one
     */
    private record Column(String property, FieldType told, FieldType shown) {}

    /** Columns by name for each owner; whole batches have one owner, or two in turns. */
    private static final class Columns {
        private final Map<FieldOwner, Map<String, Column>> all = new HashMap<>();
        private FieldOwner last;
        private Map<String, Column> ofLast;

        Map<String, Column> of(FieldOwner owner) {
            if (owner != last) {
                ofLast = all.computeIfAbsent(owner, key -> new HashMap<>());
                last = owner;
            }
            return ofLast;
        }
    }

    private final Scalars scalars;
    private final Owners owners;
    private final Columns byAttribute = new Columns();
    private final Columns byElement = new Columns();

    ShownFields(Scalars scalars, Owners owners) {
        this.scalars = scalars;
        this.owners = owners;
    }

    /** A field from an attribute, whose name begins with its type unless it is a text [run]. */
    void attribute(Shown shown, FieldOwner owner, String name, String xml) {
        Map<String, Column> columns = byAttribute.of(owner);
        Column column = columns.get(name);
        if (column == null) {
            FieldType type = FieldType.ofAttribute(name);
            String own = type == null ? name : name.substring(type.code().length() + 1);
            column = column(owner, own, type == null ? FieldType.STRING : type);
            columns.put(name, column);
        }
        shown.field(column.property, value(column, name, xml));
    }

    /**
     * A field from an element.
     *
     * @param code its {@code clr:Type}; null where there is none: then it holds null [run]
     */
    void element(Shown shown, FieldOwner owner, String name, String code, String xml) {
        if (code == null) {
            shown.field(owners.fields(owner).byName(name).property(), Value.NULL);
            return;
        }
        FieldType told = Optional.ofNullable(FieldType.ofCode(code)).orElse(FieldType.STRING);
        Map<String, Column> columns = byElement.of(owner);
        Column column = columns.get(name);
        if (column == null || column.told != told) {
            column = column(owner, name, told);
            columns.put(name, column);
        }
        shown.field(column.property, value(column, name, xml));
    }

    /** A field from the automation object. */
    void variant(Shown shown, FieldOwner owner, String name, Object value) {
        Column column = column(owner, name, null);
        try {
            Value own = scalars.ofCom(value);
            boolean asDeclared = column.shown != null && own != Value.NULL;
            shown.field(column.property, asDeclared ? declared(column.shown, own, value) : own);
        } catch (Scalars.Misfit e) {
            throw Refusals.odd("Fields", name, "VARIANT", e);
        }
    }

    /** A value of another type than the declared shows as what it is. */
    private Value declared(FieldType type, Value own, Object value) {
        try {
            return scalars.ofCom(type.form(), value).orElse(own);
        } catch (Scalars.Misfit e) {
            return own;
        }
    }

    private Column column(FieldOwner owner, String name, FieldType told) {
        Field field = owners.fields(owner).byName(name);
        FieldType declared = FieldType.declared(field.type());
        return new Column(field.property(), told, declared == null ? told : declared);
    }

    private Value value(Column column, String name, String xml) {
        if (column.shown != column.told) {
            try {
                return scalars.ofXml(column.shown.form(), xml);
            } catch (Scalars.Misfit e) {
                // not of the declared type: shows as what it is
                return ofXml(column.told, name, xml);
            }
        }
        return ofXml(column.told, name, xml);
    }

    private Value ofXml(FieldType type, String name, String xml) {
        try {
            return scalars.ofXml(type.form(), xml);
        } catch (Scalars.Misfit e) {
            throw Refusals.odd("Fields", name, type.code(), e);
        }
    }
}
