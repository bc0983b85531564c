package ru.smartsbridge.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The additional fields that entities show: properties that their type does not declare. Used by one thread at a time.
 *
 * <p>Whose field it is goes by the same rule as in {@link ru.smartsbridge.api.schema.EntityCheck}, so that what was
 * stored can be sent back. Bounded by the number of different fields, not of entities.
 */
public final class Sightings {
    private static final String PACKING = "Cleverence.Warehouse.Packing";

    private final Edmx edmx;
    private final Map<FieldOwner, Set<String>> fields = new LinkedHashMap<>();

    public Sightings(Edmx edmx) {
        this.edmx = edmx;
    }

    /** Looks at one entity and what is nested in it. */
    public Sightings add(StructuredType type, FieldOwner owner, Properties entity) {
        if (!(owner instanceof FieldOwner.Undeclared)) {
            fields.computeIfAbsent(owner, first -> new LinkedHashSet<>());
        }
        for (Map.Entry<String, Value> property : entity) {
            property(type, owner, property.getKey(), property.getValue());
        }
        return this;
    }

    private void property(StructuredType type, FieldOwner owner, String name, Value value) {
        EdmProperty declared = type.properties().get(name);
        EdmProperty navigation = type.navigations().get(name);
        if (declared != null) {
            nested(declared, owner, value);
        } else if (navigation != null) {
            nested(navigation, ownerBelow(owner, name), value);
        } else if (name.indexOf('@') < 0 && !(owner instanceof FieldOwner.Undeclared)) {
            fields.get(owner).add(name);
        }
    }

    private void nested(EdmProperty property, FieldOwner owner, Value value) {
        Optional<StructuredType> type = edmx.structured(property.type().name());
        if (type.isEmpty()) {
            return;
        }
        FieldOwner own = type.get().name().equals(PACKING) ? new FieldOwner.Products() : owner;
        if (value instanceof Properties object) {
            add(type.get(), own, object);
        } else if (value instanceof Value.Items items) {
            for (Value item : items.values()) {
                if (item instanceof Properties object) {
                    add(type.get(), own, object);
                }
            }
        }
    }

    private static FieldOwner ownerBelow(FieldOwner owner, String navigation) {
        if (owner instanceof FieldOwner.DocumentHeader header && navigation.endsWith("Items")) {
            return new FieldOwner.DocumentLines(header.uni());
        }
        if (navigation.equals("product")) {
            return new FieldOwner.Products();
        }
        return navigation.equals("bindedLine") ? owner : new FieldOwner.Undeclared(navigation);
    }

    Map<FieldOwner, Set<String>> fields() {
        return fields;
    }
}
