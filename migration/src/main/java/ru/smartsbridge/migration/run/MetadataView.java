package ru.smartsbridge.migration.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** {@code $metadata} as an entity, so that it is compared like any other: sets with their types, types with their properties. */
final class MetadataView {
    private MetadataView() {}

    /**
     * The entity.
     *
     * @param without sets that are compared themselves: that one of them is missing is told there
     */
    static Properties of(Edmx edmx, Set<String> without) {
        Map<String, Value> sets = new TreeMap<>();
        Map<String, Value> types = new TreeMap<>();
        Deque<String> reached = new ArrayDeque<>();
        for (SetInfo set : edmx.sets().values()) {
            if (!without.contains(set.name())) {
                sets.put(set.name(), Value.text(set.type()));
            }
            reached.add(set.type());
        }
        while (!reached.isEmpty()) {
            String name = reached.poll();
            if (types.containsKey(name) || edmx.structured(name).isEmpty()) {
                continue;
            }
            StructuredType type = edmx.structured(name).get();
            types.put(name, type(type));
            type.properties()
                    .values()
                    .forEach(property -> reached.add(property.type().name()));
            type.navigations()
                    .values()
                    .forEach(navigation -> reached.add(navigation.type().name()));
        }
        return Properties.builder()
                .put("sets", Properties.of(sets))
                .put("types", Properties.of(types))
                .build();
    }

    private static Properties type(StructuredType type) {
        return Properties.builder()
                .put("open", type.open())
                .put("key", Value.items(type.key().stream().map(Value::text).toList()))
                .put("properties", properties(type.properties()))
                .put("navigations", properties(type.navigations()))
                .build();
    }

    private static Properties properties(Map<String, EdmProperty> declared) {
        Map<String, Value> properties = new TreeMap<>();
        declared.forEach((name, property) ->
                properties.put(name, Value.text(property.type() + (property.nullable() ? "" : " not null"))));
        return Properties.of(properties);
    }
}
