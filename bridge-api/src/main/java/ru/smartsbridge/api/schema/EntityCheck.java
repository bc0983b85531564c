package ru.smartsbridge.api.schema;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Checks what is about to be written against what the base says of itself.
 *
 * <p>A value of the wrong type, an unknown property of a closed type and an additional field that the base does not
 * know are refused with the property's path; a date without an offset gets the base's. Control information that a
 * client sends back ({@code @odata.context} and the like) is dropped. Thread-safe.
 */
public final class EntityCheck {
    private static final String PACKING = "Packing";
    private static final PrimitiveCheck ANYWHERE = new PrimitiveCheck(ZoneOffset.UTC);

    private final Schema schema;
    private final PrimitiveCheck primitives;

    /** With the zone of dates without an offset. */
    public EntityCheck(Schema schema, ZoneId zone) {
        this.schema = schema;
        this.primitives = new PrimitiveCheck(zone);
    }

    /**
     * The entity as it may be written.
     *
     * @param type its entity type
     * @param fields whose additional fields stand in it
     * @throws BridgeException {@code INVALID_REQUEST} naming the property
     */
    public Properties entity(StructuredType type, FieldOwner fields, Properties entity) {
        return object(type, fields, entity, "");
    }

    /**
     * A single value of a primitive type, as it came; for what is sent outside of an entity.
     *
     * @param edmType {@code Edm.Int32} and the like
     * @param at what the error names
     * @throws BridgeException {@code INVALID_REQUEST} where it is not of the type
     */
    public static Value value(String edmType, Value value, String at) {
        ANYWHERE.checked(edmType, value).orElseThrow(() -> wrongType(at, edmType, value));
        return value;
    }

    private Properties object(StructuredType type, FieldOwner fields, Properties object, String path) {
        Map<String, Value> checked = new LinkedHashMap<>(object.size() * 2);
        for (Map.Entry<String, Value> property : object) {
            String name = property.getKey();
            if (name.indexOf('@') >= 0) {
                if (name.endsWith("@odata.type")) {
                    checked.put(name, property.getValue());
                }
                continue;
            }
            String at = path.isEmpty() ? name : path + "." + name;
            checked.put(name, property(type, fields, name, property.getValue(), at));
        }
        return Properties.of(checked);
    }

    private Value property(StructuredType type, FieldOwner fields, String name, Value value, String path) {
        EdmProperty declared = type.properties().get(name);
        if (declared != null) {
            return declared(declared, fields, value, path);
        }
        EdmProperty navigation = type.navigations().get(name);
        if (navigation != null) {
            return declared(navigation, ownerBelow(fields, name, value), value, path);
        }
        if (!type.open()) {
            throw unknown("check.property.unknown", path, name, type.name(), knownNames(type, Optional.empty()));
        }
        return additional(type, fields, name, value, path);
    }

    /** Lines and tables of a document have fields of their own. */
    private static FieldOwner ownerBelow(FieldOwner fields, String navigation, Value value) {
        if (fields instanceof FieldOwner.DocumentHeader header && navigation.endsWith("Items")) {
            return new FieldOwner.DocumentLines(header.uni());
        }
        if (navigation.equals("product")) {
            return new FieldOwner.Products();
        }
        if (navigation.equals("bindedLine")) {
            return fields;
        }
        return new FieldOwner.Undeclared(navigation);
    }

    private Value declared(EdmProperty property, FieldOwner fields, Value value, String path) {
        EdmType type = property.type();
        if (value == Value.NULL) {
            // a client's empty collection is often its null
            if (property.nullable() || type.collection()) {
                return value;
            }
            throw ApiTexts.invalid("check.null", path, type).at(path);
        }
        if (!type.collection()) {
            return single(type.name(), fields, value, path);
        }
        if (!(value instanceof Value.Items items)) {
            throw wrongType(path, type.toString(), value);
        }
        List<Value> checked = new ArrayList<>(items.values().size());
        for (Value item : items.values()) {
            checked.add(single(type.name(), fields, item, path + "[" + checked.size() + "]"));
        }
        return Value.items(checked);
    }

    private Value single(String type, FieldOwner fields, Value value, String path) {
        if (type.startsWith("Edm.")) {
            return primitives.checked(type, value).orElseThrow(() -> wrongType(path, type, value));
        }
        Optional<EnumType> enumeration = schema.edmx().enumeration(type);
        if (enumeration.isPresent()) {
            return member(enumeration.get(), value, path);
        }
        if (!(value instanceof Properties object)) {
            throw wrongType(path, type, value);
        }
        Optional<StructuredType> structured = schema.edmx().structured(type);
        FieldOwner owner = type.endsWith("." + PACKING) ? new FieldOwner.Products() : fields;
        return structured.isPresent() ? object(structured.get(), owner, object, path) : value;
    }

    private static Value member(EnumType type, Value value, String path) {
        if (value instanceof Value.Number number) {
            Optional<Value> named = type.members().entrySet().stream()
                    .filter(one -> number.decimal().compareTo(BigDecimal.valueOf(one.getValue())) == 0)
                    .map(one -> Value.text(one.getKey())) // as the base itself would write it
                    .findFirst();
            if (named.isPresent() || type.flags()) {
                return named.orElse(value);
            }
        } else if (value instanceof Value.Text text) {
            List<String> names = type.flags()
                    ? Arrays.stream(text.value().split(",")).map(String::trim).toList()
                    : List.of(text.value());
            if (type.members().keySet().containsAll(names)) {
                return value;
            }
        }
        throw ApiTexts.invalid(
                        "check.member",
                        path,
                        shown(value),
                        type.name(),
                        String.join(", ", type.members().keySet()))
                .at(path);
    }

    private Value additional(StructuredType type, FieldOwner fields, String name, Value value, String path) {
        Optional<FieldSet> known = schema.fields(fields);
        if (known.isEmpty()) {
            return value;
        }
        String fieldType = known.get()
                .type(name)
                .orElseThrow(() -> unknown("check.field.unknown", path, name, type.name(), knownNames(type, known)));
        Optional<String> edmType = PrimitiveCheck.edmType(fieldType);
        if (value == Value.NULL || edmType.isEmpty()) {
            return value;
        }
        return primitives.checked(edmType.get(), value).orElseThrow(() -> wrongType(path, edmType.get(), value));
    }

    private static List<String> knownNames(StructuredType type, Optional<FieldSet> fields) {
        List<String> names = new ArrayList<>(type.properties().keySet());
        names.addAll(type.navigations().keySet());
        fields.ifPresent(set -> names.addAll(set.types().keySet()));
        return names;
    }

    private static BridgeException unknown(String key, String path, String name, String type, List<String> known) {
        return Nearest.to(name, known)
                .map(nearest -> ApiTexts.invalid(key + ".nearest", path, type, nearest))
                .orElseGet(() -> ApiTexts.invalid(key, path, type))
                .at(path);
    }

    private static BridgeException wrongType(String path, String type, Value value) {
        if (PrimitiveCheck.isBeyondAll(value)) {
            return ApiTexts.invalid("check.beyond", path, type, shown(value)).at(path);
        }
        return ApiTexts.invalid("check.type", path, type, shown(value)).at(path);
    }

    /** Enough of a wrong value to recognise it by, never a whole body. */
    private static String shown(Value value) {
        if (value instanceof Value.Text text) {
            String start = text.value().length() > 40 ? text.value().substring(0, 40) + "…" : text.value();
            return '"' + start + '"';
        }
        if (value instanceof Value.Number number) {
            return number.literal().length() > 40 ? number.literal().substring(0, 40) + "…" : number.literal();
        }
        if (value instanceof Value.Flag flag) {
            return flag == Value.Flag.TRUE ? "true" : "false";
        }
        if (value == Value.NULL) {
            return "null";
        }
        return value instanceof Value.Items ? "[…]" : "{…}";
    }
}
