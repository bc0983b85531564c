package ru.smartsbridge.api.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
        List<String> wanted = new ArrayList<>(query.select());
        query.expand().forEach(expansion -> wanted.add(expansion.navigation()));
        return left(wanted, entity);
    }

    private static Properties left(List<String> paths, Properties object) {
        Map<String, List<String>> wanted = wanted(paths);
        Map<String, Value> left = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : object) {
            int annotation = property.getKey().indexOf('@');
            boolean about = annotation > 0;
            String name = about ? property.getKey().substring(0, annotation) : property.getKey();
            List<String> below = wanted.get(name);
            if (below != null) {
                left.put(
                        property.getKey(),
                        about || below.isEmpty() ? property.getValue() : part(below, property.getValue()));
            }
        }
        return Properties.of(left);
    }

    /** Names with the paths below them that are wanted, none where all of it is. */
    private static Map<String, List<String>> wanted(List<String> paths) {
        Map<String, List<String>> wanted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String path : paths) {
            int slash = path.indexOf('/');
            if (slash < 0) {
                wanted.put(path, List.of());
            } else {
                List<String> below = wanted.computeIfAbsent(path.substring(0, slash), name -> new ArrayList<>());
                if (below instanceof ArrayList) { // else all of it is wanted already
                    below.add(path.substring(slash + 1));
                }
            }
        }
        return wanted;
    }

    private static Value part(List<String> below, Value value) {
        if (value instanceof Properties object) {
            return left(below, object);
        }
        if (value instanceof Value.Items items) {
            return Value.items(
                    items.values().stream().map(item -> part(below, item)).toList());
        }
        return value;
    }

    /** The names of {@code query}'s expansions. */
    public static List<String> expanded(Query query) {
        return query.expand().stream().map(Expansion::navigation).toList();
    }
}
