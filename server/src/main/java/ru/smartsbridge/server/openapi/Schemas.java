package ru.smartsbridge.server.openapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.EnumType;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The types of a base as schemas, each when it is first asked for; documents, lines and rows of one kind have schemas of
 * their own where the base declares their additional fields. Used for one description.
 */
final class Schemas {
    /** As the format date-time, but that "no date" comes without an offset [edmx][client]. */
    private static final String MOMENT =
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,12})?)?(Z|[+-][0-9]{2}:[0-9]{2})?$";

    private final Schema schema;
    private final Map<String, Properties> made = new TreeMap<>();
    private final Deque<Runnable> asked = new ArrayDeque<>();

    Schemas(Schema schema) {
        this.schema = schema;
    }

    /** All that was asked for, and what that asks for. */
    Properties components() {
        while (!asked.isEmpty()) {
            asked.poll().run();
        }
        return Properties.of(made);
    }

    /** An entity of a set. */
    Properties entity(SetInfo info) {
        EntitySet<?> set = EntitySet.named(info.name());
        Optional<String> uni = set.uni().filter(own -> !info.singleton());
        StructuredType type = schema.edmx().typeOf(info);
        if (uni.isEmpty()) {
            boolean products = set.kind() == SetKind.PRODUCTS;
            return structured(type, products ? Optional.of(new FieldOwner.Products()) : Optional.empty(), "");
        }
        boolean document = set.kind() == SetKind.DOCS;
        FieldOwner owner = document ? new FieldOwner.DocumentHeader(uni.get()) : new FieldOwner.TableRows(uni.get());
        return structured(type, Optional.of(owner), "." + safe(uni.get()));
    }

    private Properties structured(StructuredType type, Optional<FieldOwner> owner, String suffix) {
        String name = safe(type.simpleName()) + suffix;
        if (!made.containsKey(name)) {
            made.put(name, Properties.EMPTY); // known from here on, so that what leads back to it comes to an end
            asked.add(() -> made.put(name, described(type, owner, suffix)));
        }
        return Json.ref("schemas/" + name);
    }

    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }

    private Properties described(StructuredType type, Optional<FieldOwner> owner, String suffix) {
        Map<String, Value> properties = new LinkedHashMap<>();
        type.properties().values().forEach(property -> properties.put(property.name(), property(property)));
        type.navigations()
                .values()
                .forEach(navigation -> properties.put(navigation.name(), navigation(navigation, owner, suffix)));
        owner.flatMap(schema::fields).ifPresent(fields -> add(properties, fields));
        Properties described = Json.type("object");
        Optional<String> title = owner.flatMap(this::title);
        if (title.isPresent()) {
            described = described.with("title", Value.text(title.get()));
        }
        return described.with("properties", Properties.of(properties));
    }

    /** As the base's people call it. */
    private Optional<String> title(FieldOwner owner) {
        if (owner instanceof FieldOwner.DocumentHeader header) {
            return schema.names().documentTypeName(header.uni());
        }
        if (owner instanceof FieldOwner.DocumentLines lines) {
            return schema.names().documentTypeName(lines.uni());
        }
        return owner instanceof FieldOwner.TableRows rows ? schema.names().tableName(rows.uni()) : Optional.empty();
    }

    private static void add(Map<String, Value> properties, FieldSet fields) {
        new TreeMap<>(fields.types()).forEach((name, written) -> {
            Properties described = fields.edmType(name)
                    .map(edm -> primitive(edm).with("nullable", Value.flag(true)))
                    .orElse(Properties.EMPTY);
            String title = fields.names().get(name);
            properties.put(name, title == null ? described : described.with("title", Value.text(title)));
        });
    }

    /** Lines of a document whose fields are known are such lines. */
    private Properties navigation(EdmProperty navigation, Optional<FieldOwner> owner, String suffix) {
        boolean lines = navigation.name().endsWith("Items") || navigation.name().equals("bindedLine");
        Optional<FieldOwner> below = lines
                ? owner.filter(own ->
                                own instanceof FieldOwner.DocumentHeader || own instanceof FieldOwner.DocumentLines)
                        .map(Schemas::lines)
                : navigation.name().equals("product") ? Optional.of(new FieldOwner.Products()) : Optional.empty();
        Properties target = schema.edmx()
                .structured(navigation.type().name())
                .map(type -> structured(type, below, lines && below.isPresent() ? suffix : ""))
                .orElse(Properties.EMPTY);
        return navigation.type().collection() ? nullable(Json.array(target)) : nullable(target);
    }

    private static FieldOwner lines(FieldOwner owner) {
        return owner instanceof FieldOwner.DocumentHeader header ? new FieldOwner.DocumentLines(header.uni()) : owner;
    }

    private Properties property(EdmProperty property) {
        Properties described = value(property.type());
        return property.nullable() || property.type().collection() ? nullable(described) : described;
    }

    /** A reference stands alone, so what is said beside it is said around it. */
    private static Properties nullable(Properties described) {
        Value yes = Value.flag(true);
        return described.has("$ref")
                ? Json.object("nullable", yes).with("allOf", Value.items(List.of(described)))
                : described.with("nullable", yes);
    }

    /** A value of a type, or of several of it. */
    Properties value(EdmType type) {
        Properties one = type.primitive()
                ? primitive(type.name())
                : schema.edmx()
                        .enumeration(type.name())
                        .map(Schemas::enumeration)
                        .or(() -> schema.edmx()
                                .structured(type.name())
                                .map(known -> structured(known, packing(known), "")))
                        .orElse(Properties.EMPTY);
        return type.collection() ? Json.array(one) : one;
    }

    /** The schema of products does not tell their packings' fields apart. */
    private static Optional<FieldOwner> packing(StructuredType type) {
        return type.name().endsWith(".Packing") ? Optional.of(new FieldOwner.Products()) : Optional.empty();
    }

    /** What may stand in it is told in words: several members with commas between, or null. */
    private static Properties enumeration(EnumType type) {
        String members = String.join(", ", type.members().keySet());
        return Json.type("string").with("description", Value.text(members));
    }

    private static Properties primitive(String name) {
        return switch (name) {
            case "Edm.Boolean" -> Json.type("boolean");
            case "Edm.Byte" -> whole(0, 255);
            case "Edm.Int16" -> whole(Short.MIN_VALUE, Short.MAX_VALUE);
            case "Edm.Int32" -> whole(Integer.MIN_VALUE, Integer.MAX_VALUE).with("format", Value.text("int32"));
            case "Edm.Int64" -> Json.type("integer", "int64");
            case "Edm.Decimal" -> Json.type("number");
            case "Edm.Double" -> Json.type("number", "double");
            case "Edm.Single" -> Json.type("number", "float");
            case "Edm.Date" -> Json.type("string", "date");
            case "Edm.Guid" -> Json.type("string", "uuid");
            case "Edm.Duration" -> Json.type("string", "duration");
            case "Edm.DateTimeOffset" -> Json.type("string").with("pattern", Value.text(MOMENT));
            default -> Json.type("string");
        };
    }

    private static Properties whole(long least, long most) {
        return Json.type("integer").with("minimum", Value.number(least)).with("maximum", Value.number(most));
    }
}
