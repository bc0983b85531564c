package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * The names that query options may use: those of the metadata, and of the additional fields of the set.
 *
 * @param schema the base's
 * @param fields whose additional fields the entities of the set have; empty where they are of several owners (as in
 *     {@code Docs}) and any name is taken for a field
 * @param zone of dates without an offset
 */
public record Vocabulary(Schema schema, Optional<FieldOwner> fields, java.time.ZoneId zone) {
    private static final Set<String> PRIMITIVE = Set.of(
            "Edm.String",
            "Edm.Guid",
            "Edm.Boolean",
            "Edm.Byte",
            "Edm.SByte",
            "Edm.Int16",
            "Edm.Int32",
            "Edm.Int64",
            "Edm.Decimal",
            "Edm.Double",
            "Edm.Single",
            "Edm.DateTimeOffset",
            "Edm.Date",
            "Edm.TimeOfDay",
            "Edm.Duration");

    /** The base's own spelling of a property that a client names ignoring case. */
    String property(StructuredType type, String name, String option) {
        Optional<EdmProperty> declared = type.property(name).or(() -> type.navigation(name));
        if (declared.isPresent()) {
            return declared.get().name();
        }
        Optional<FieldSet> known = fields.flatMap(schema::fields);
        Optional<String> field = known.flatMap(set ->
                set.types().keySet().stream().filter(name::equalsIgnoreCase).findFirst());
        if (field.isPresent()) {
            return field.get();
        }
        if (type.open() && known.isEmpty()) {
            return name;
        }
        throw unknown(type, name, option, known);
    }

    /** What sort of values a type of the metadata has. */
    Kind kind(EdmType type) {
        if (type.collection()) {
            return Kind.COLLECTION;
        }
        if (type.primitive()) {
            return Kind.ofPrimitive(type.name());
        }
        if (schema.edmx().enumeration(type.name()).isPresent()) {
            return Kind.MEMBER;
        }
        return schema.edmx().structured(type.name()).isPresent() ? Kind.OBJECT : Kind.ANY;
    }

    /** What sort of values an additional field has, as far as anybody declared it. */
    Kind kindOfField(String name) {
        return fields.flatMap(schema::fields)
                .flatMap(known -> known.edmType(name))
                .map(Kind::ofPrimitive)
                .orElse(Kind.ANY);
    }

    /** Whether a value can be of that type: one of the standard's own, or one of the metadata. */
    boolean isType(String name) {
        return PRIMITIVE.contains(name)
                || schema.edmx().enumeration(name).isPresent()
                || schema.edmx().structured(name).isPresent();
    }

    /** The structured type below a property or navigation. */
    Optional<StructuredType> below(StructuredType type, String name) {
        return type.property(name)
                .or(() -> type.navigation(name))
                .flatMap(property -> schema.edmx().structured(property.type().name()));
    }

    /** The same names, seen from an entity that a navigation leads to. */
    Vocabulary at(String navigation) {
        FieldOwner owner = fields.orElse(null);
        boolean lines = navigation.endsWith("Items") && owner instanceof FieldOwner.DocumentHeader;
        if (lines) {
            String uni = ((FieldOwner.DocumentHeader) owner).uni();
            return new Vocabulary(schema, Optional.of(new FieldOwner.DocumentLines(uni)), zone);
        }
        boolean product = navigation.equals("product");
        return new Vocabulary(schema, product ? Optional.of(new FieldOwner.Products()) : Optional.empty(), zone);
    }

    private static BridgeException unknown(StructuredType type, String name, String option, Optional<FieldSet> fields) {
        List<String> names = new ArrayList<>(type.properties().keySet());
        names.addAll(type.navigations().keySet());
        fields.ifPresent(set -> names.addAll(set.types().keySet()));
        return Nearest.to(name, names)
                .map(nearest -> ApiTexts.invalid("check.property.unknown.nearest", name, type.name(), nearest))
                .orElseGet(() -> ApiTexts.invalid("check.property.unknown", name, type.name()))
                .at(option);
    }
}
