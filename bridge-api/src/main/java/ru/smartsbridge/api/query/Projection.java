package ru.smartsbridge.api.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The properties that a {@code $select} leaves of an entity, in the entity's own order. */
public final class Projection {
    private Projection() {}

    /**
     * The selected properties with their annotations ({@code name@odata.type}) and what was expanded; all where
     * nothing is selected or {@code *} is.
     */
    public static Properties of(Query query, Properties entity) {
        if (query.select().isEmpty() || query.select().contains("*")) {
            return entity;
        }
        TreeSet<String> wanted = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        wanted.addAll(query.select());
        query.expand().forEach(expansion -> wanted.add(expansion.navigation()));
        Map<String, Value> left = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : entity) {
            int annotation = property.getKey().indexOf('@');
            String name = annotation > 0 ? property.getKey().substring(0, annotation) : property.getKey();
            if (wanted.contains(name)) {
                left.put(property.getKey(), property.getValue());
            }
        }
        return Properties.of(left);
    }

    /** The names of {@code query}'s expansions. */
    public static List<String> expanded(Query query) {
        return query.expand().stream().map(Expansion::navigation).toList();
    }
}
