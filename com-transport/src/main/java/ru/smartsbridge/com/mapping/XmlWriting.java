package ru.smartsbridge.com.mapping;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Child.Empty;
import ru.smartsbridge.com.mapping.ClassTable.FieldForm;

/**
 * Writes entities as the component's XML, straight into one text; used once, by one thread.
 *
 * <p>{@code FromXml} does not fill in what a new object has, so {@code createDate}, {@code createdBy} and a line's
 * {@code uid} are written always [run].
 */
final class XmlWriting {
    private static final String HEADER = "<?xml version=\"1.0\" encoding=\"utf-8\"?>";
    private static final String NAMESPACE = " xmlns:clr=\"http://schemas.cleverence.ru/clr\"";
    /** What a new document has as empty texts [run]. */
    private static final List<String> DEVICE = List.of("deviceId", "deviceName", "deviceIP");

    private static final int USUAL_LENGTH = 512;

    private final StringBuilder out = new StringBuilder(USUAL_LENGTH);
    private final Scalars scalars;
    private final Owners owners;

    XmlWriting(Scalars scalars, Owners owners) {
        this.scalars = scalars;
        this.owners = owners;
    }

    String entity(ClassTable table, FieldOwner owner, Properties entity) {
        out.append(HEADER);
        write(table, owner, entity, "", NAMESPACE);
        return out.toString();
    }

    /** Without its {@code count} where that is not known before: the component does not look at it [run]. */
    String collection(String root, ClassTable table, FieldOwner owner, Iterable<Properties> entities) {
        out.append(HEADER).append('<').append(root).append(NAMESPACE);
        if (entities instanceof Collection<Properties> counted) {
            out.append(" count=\"").append(counted.size()).append('"');
        }
        out.append('>');
        for (Properties entity : entities) {
            write(table, owner, entity, "", "");
        }
        return out.append("</").append(root).append('>').toString();
    }

    private void write(ClassTable table, FieldOwner given, Properties entity, String path, String namespace) {
        Sent sent = Sent.of(table, entity, path, scalars.dates());
        String naming = Owners.naming(table);
        FieldOwner owner = naming == null ? given : owners.of(table, given, sent.text(naming));
        complete(table, sent);
        out.append('<').append(table.element()).append(namespace);
        for (int place : table.attributesInXml()) {
            attribute(table, table.attributes().get(place), sent.attribute(place), path);
        }
        FieldForm form = table.fieldForm();
        if (form == FieldForm.ATTRIBUTES) {
            sent.fields().forEach(field -> fieldAttribute(owner, field, path));
        }
        if (!table.endTag()) {
            out.append(" />");
            return;
        }
        out.append('>');
        if (form == FieldForm.ELEMENTS
                || form == FieldForm.ELEMENTS_IF_ANY && !sent.fields().isEmpty()) {
            fieldElements(owner, sent, path);
        }
        for (int place : table.childrenInXml()) {
            child(table.children().get(place), sent, place, owner, path);
        }
        out.append("</").append(table.element()).append('>');
    }

    /** What a new object has, and FromXml does not give. */
    private void complete(ClassTable table, Sent sent) {
        if (table == ClassTables.ITEM) {
            int uid = table.attributeByJson("uid");
            if (sent.text("uid") == null || sent.text("uid").isEmpty()) {
                sent.attribute(uid, Value.text(UUID.randomUUID().toString()));
            }
            completeWith(table, sent, "createdBy", Value.text("ERP"));
            dropSame(table, sent, "firstStorageBarcode", "firstStorageId");
            dropSame(table, sent, "secondStorageBarcode", "secondStorageId");
        } else if (table == ClassTables.ROW) {
            if (sent.text("uid") == null || sent.text("uid").isEmpty()) {
                sent.attribute(
                        table.attributeByJson("uid"),
                        Value.text(UUID.randomUUID().toString()));
            }
        } else if (table == ClassTables.DOCUMENT) {
            Value now = scalars.dates()
                    .shown(Instant.now().atZone(scalars.dates().zone()).toLocalDateTime());
            completeWith(table, sent, "createDate", now);
            completeWith(table, sent, "lastChangeDate", now);
            DEVICE.forEach(name -> {
                int place = table.attributeByJson(name);
                sent.attribute(place, sent.attribute(place) == null ? Value.text("") : sent.attribute(place));
            });
        }
    }

    /** A place whose barcode is its id: the component answers the one for the other where it is missing [run]. */
    private static void dropSame(ClassTable table, Sent sent, String barcode, String id) {
        int place = table.attributeByJson(barcode);
        if (sent.attribute(place) != null && sent.attribute(place).equals(sent.attribute(table.attributeByJson(id)))) {
            sent.attribute(place, null);
        }
    }

    private static void completeWith(ClassTable table, Sent sent, String name, Value value) {
        int place = table.attributeByJson(name);
        if (sent.attribute(place) == null || sent.attribute(place) == Value.NULL) {
            sent.attribute(place, value);
        }
    }

    private void attribute(ClassTable table, Attribute attribute, Value sent, String path) {
        boolean always = table.always(attribute);
        Value value = sent == null || sent == Value.NULL ? always ? attribute.shown() : null : sent;
        if (value == null || value == Value.NULL || !always && value.equals(attribute.shown())) {
            return;
        }
        out.append(' ').append(attribute.xml()).append("=\"");
        try {
            scalars.appendXml(out, attribute.form(), value);
        } catch (Scalars.Misfit e) {
            throw Refusals.misfit(
                    Refusals.at(path, attribute.json()), attribute.form().name(), e);
        }
        out.append('"');
    }

    /** A null cannot be told in this form: the field is not there. */
    private void fieldAttribute(FieldOwner owner, Map.Entry<String, Value> sent, String path) {
        if (sent.getValue() == Value.NULL) {
            return;
        }
        Optional<Field> field = owners.fields(owner).byProperty(sent.getKey());
        FieldType type = type(field, sent, path);
        out.append(' ');
        if (type != FieldType.STRING) {
            out.append(type.code()).append('_');
        }
        out.append(name(field, sent)).append("=\"");
        value(type, sent, path);
        out.append('"');
    }

    private void fieldElements(FieldOwner owner, Sent sent, String path) {
        int count = sent.fields().size();
        out.append("<Fields count=\"").append(count).append(count == 0 ? "\" />" : "\">");
        if (count == 0) {
            return;
        }
        for (Map.Entry<String, Value> property : sent.fields()) {
            Optional<Field> field = owners.fields(owner).byProperty(property.getKey());
            out.append("<FieldValue fieldName=\"");
            XmlText.append(out, name(field, property));
            if (property.getValue() == Value.NULL) {
                out.append("\"><Value>null</Value></FieldValue>");
                continue;
            }
            FieldType type = type(field, property, path);
            out.append("\"><Value clr:Type=\"").append(type.code()).append("\">");
            value(type, property, path);
            out.append("</Value></FieldValue>");
        }
        out.append("</Fields>");
    }

    private static String name(Optional<Field> field, Map.Entry<String, Value> sent) {
        return field.map(Field::name).orElse(sent.getKey());
    }

    private static FieldType type(Optional<Field> field, Map.Entry<String, Value> sent, String path) {
        FieldType declared = field.map(Field::type).map(FieldType::declared).orElse(null);
        FieldType type = declared == null ? FieldType.of(sent.getValue()) : declared;
        if (type == null) {
            throw Refusals.unsupported(Refusals.at(path, sent.getKey()));
        }
        return type;
    }

    private void value(FieldType type, Map.Entry<String, Value> sent, String path) {
        try {
            scalars.appendXml(out, type.form(), sent.getValue());
        } catch (Scalars.Misfit e) {
            throw Refusals.misfit(Refusals.at(path, sent.getKey()), type.code(), e);
        }
    }

    private void child(Child child, Sent sent, int place, FieldOwner owner, String path) {
        var items = sent.items(place);
        if (items.isEmpty()) {
            if (child.empty() == Empty.CLOSES_ITSELF) {
                out.append('<').append(child.xml()).append(child.counted() ? " count=\"0\" />" : " />");
            }
            return;
        }
        out.append('<').append(child.xml());
        if (child.counted()) {
            out.append(" count=\"").append(items.size()).append('"');
        }
        out.append('>');
        FieldOwner below = Owners.below(owner, child);
        int index = 0;
        for (Value item : items) {
            item(child, below, item, Refusals.at(path, child.json()) + "[" + index++ + "]");
        }
        out.append("</").append(child.xml()).append('>');
    }

    private void item(Child child, FieldOwner owner, Value item, String path) {
        if (child.texts() && item instanceof Value.Text text) {
            out.append("<String>");
            XmlText.append(out, text.value());
            out.append("</String>");
        } else if (!child.texts() && item instanceof Properties entity) {
            write(child.items(), owner, entity, path, "");
        } else {
            throw Refusals.misfit(
                    path, child.texts() ? Form.TEXT.name() : child.items().element(), null);
        }
    }
}
