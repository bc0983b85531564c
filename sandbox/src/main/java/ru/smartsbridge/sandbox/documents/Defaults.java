package ru.smartsbridge.sandbox.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EnumType;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * What a base gives the properties that must have a value and were sent none [guess: the defaults of .NET]. Stateless.
 *
 * <p>They are put behind the last scalar: in recorded entities collections stand at the end [rec].
 */
public final class Defaults {
    /** "No date" of Mobile SMARTS [client]. */
    public static final Value NO_DATE = Value.text("0001-01-01T00:00:00");

    private static final Set<String> SET_WHEN_WRITTEN = Set.of("lastChangeDate", "createDate");

    private Defaults() {}

    /** The entity with everything that must not be missing; its key is not looked at. */
    public static Properties complete(Edmx edmx, StructuredType type, Properties entity, String now) {
        Map<String, Value> missing = new LinkedHashMap<>();
        for (EdmProperty property : type.properties().values()) {
            boolean wanted = !property.nullable() && !type.key().contains(property.name());
            if (wanted && !entity.has(property.name())) {
                missing.put(property.name(), value(edmx, property, now));
            }
        }
        return withScalars(entity, missing);
    }

    /** The entity with more scalars: those that are there keep their place, the others follow the last scalar. */
    public static Properties withScalars(Properties entity, Map<String, ? extends Value> scalars) {
        Map<String, Value> before = new LinkedHashMap<>();
        Map<String, Value> pending = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : entity) {
            pending.put(property.getKey(), property.getValue());
            if (!(property.getValue() instanceof Value.Items) && !(property.getValue() instanceof Properties)) {
                before.putAll(pending);
                pending.clear();
            }
        }
        Map<String, Value> late = new LinkedHashMap<>();
        scalars.forEach((name, value) -> {
            if (pending.containsKey(name)) {
                pending.put(name, value);
            } else if (value instanceof Value.Items || value instanceof Properties) {
                late.put(name, value);
            } else {
                before.put(name, value);
            }
        });
        before.putAll(pending);
        late.forEach((name, value) -> before.put(name, value));
        return Properties.of(before);
    }

    private static Value value(Edmx edmx, EdmProperty property, String now) {
        if (property.type().collection()) {
            return new Value.Items(List.of());
        }
        if (property.name().equals("createdBy")) {
            return Value.text("ERP");
        }
        return switch (property.type().name()) {
            case "Edm.Boolean" -> Value.flag(false);
            case "Edm.DateTimeOffset" -> SET_WHEN_WRITTEN.contains(property.name()) ? Value.text(now) : NO_DATE;
            case "Edm.Duration" -> Value.text("PT0S");
            case "Edm.String" -> Value.text("");
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.Decimal", "Edm.Double", "Edm.Single" ->
                Value.number(0);
            default ->
                edmx.enumeration(property.type().name()).map(Defaults::first).orElse(Value.NULL);
        };
    }

    private static Value first(EnumType type) {
        return type.members().entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(member -> Value.text(member.getKey()))
                .orElse(Value.NULL);
    }
}
