package ru.smartsbridge.sandbox.reading;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import ru.smartsbridge.api.query.Evaluation;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Projection;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.error.SandboxTexts;

/** One query as it is answered from one snapshot. */
final class Answer {
    private final Edmx edmx;
    private final Evaluation evaluation;
    private final Navigations navigations;

    Answer(Edmx edmx, Evaluation evaluation, Navigations navigations) {
        this.edmx = edmx;
        this.evaluation = evaluation;
        this.navigations = navigations;
    }

    /** The entities that match, shaped as the query wants them; read as they are taken. */
    Iterator<Properties> rows(StructuredType type, Source source, Query query) {
        requireNavigations(type, query);
        long skip = query.skip().orElse(0);
        Iterator<Node> nodes =
                query.filter().isEmpty() ? source.from(skip) : Streams.skip(matching(source, query), skip);
        if (query.top().isPresent()) {
            nodes = Streams.limit(nodes, query.top().getAsLong());
        }
        return Streams.map(nodes, node -> shaped(type, node, query));
    }

    /** How many match, whatever the page is; empty where nobody asked. */
    OptionalLong count(Source source, Query query) {
        if (!query.count()) {
            return OptionalLong.empty();
        }
        if (query.filter().isEmpty() && source.size().isPresent()) {
            return source.size();
        }
        long count = 0;
        for (Iterator<Node> nodes = matching(source, query); nodes.hasNext(); nodes.next()) {
            count++;
        }
        return OptionalLong.of(count);
    }

    private Iterator<Node> matching(Source source, Query query) {
        Iterator<Node> all = source.from(0);
        return query.filter()
                .map(filter -> Streams.filter(all, node -> evaluation.matches(filter, node.entity())))
                .orElse(all);
    }

    /** The entity without its navigations but those that are expanded, as far as it is selected. */
    Properties shaped(StructuredType type, Node node, Query query) {
        if (query.expand().isEmpty() && isFlat(type, node.entity())) {
            return Projection.of(query, node.entity()); // most entities of most lists, so without a copy
        }
        Map<String, Query> expanded = new LinkedHashMap<>();
        for (Expansion expansion : query.expand()) {
            expanded.put(navigation(type, expansion.navigation()).name(), expansion.nested());
        }
        Map<String, Value> shown = new LinkedHashMap<>();
        for (Map.Entry<String, Value> property : node.entity()) {
            String name = property.getKey();
            int annotation = name.indexOf('@');
            String about = annotation > 0 ? name.substring(0, annotation) : name;
            if (!type.navigations().containsKey(about)) {
                shown.put(name, property.getValue());
            } else if (expanded.containsKey(about)) {
                // in its place, which is what was recorded
                shown.put(
                        name,
                        name.equals(about) ? inline(type, node, about, expanded.get(about)) : property.getValue());
            }
        }
        expanded.forEach((name, nested) -> shown.computeIfAbsent(name, missing -> inline(type, node, missing, nested)));
        return Projection.of(query, Properties.of(shown));
    }

    private static boolean isFlat(StructuredType type, Properties entity) {
        for (Map.Entry<String, Value> property : entity) {
            String name = property.getKey();
            int annotation = name.indexOf('@');
            if (type.navigations().containsKey(annotation > 0 ? name.substring(0, annotation) : name)) {
                return false;
            }
        }
        return true;
    }

    private Value inline(StructuredType type, Node node, String name, Query nested) {
        EdmProperty navigation = type.navigations().get(name);
        if (nested.equals(Query.ALL) && Navigations.stored(node, navigation).isPresent()) {
            return Navigations.stored(node, navigation).get();
        }
        StructuredType target = edmx.structured(navigation.type().name())
                .orElseThrow(() -> new IllegalStateException("no type " + navigation.type()));
        Iterator<Properties> there = rows(target, navigations.follow(type, node, navigation), nested);
        if (!navigation.type().collection()) {
            return there.hasNext() ? there.next() : Value.NULL;
        }
        List<Properties> items = new ArrayList<>();
        there.forEachRemaining(items::add);
        return Value.items(items);
    }

    /** A wrong name is told also where there is no entity to show it at. */
    void requireNavigations(StructuredType type, Query query) {
        for (Expansion expansion : query.expand()) {
            EdmProperty navigation = navigation(type, expansion.navigation());
            edmx.structured(navigation.type().name())
                    .ifPresent(target -> requireNavigations(target, expansion.nested()));
        }
    }

    private static EdmProperty navigation(StructuredType type, String name) {
        return type.navigation(name)
                .orElseThrow(() -> Nearest.to(name, type.navigations().keySet())
                        .map(nearest -> SandboxTexts.invalid("expand.unknown.nearest", type.name(), name, nearest))
                        .orElseGet(() -> SandboxTexts.invalid("expand.unknown", type.name(), name))
                        .at("$expand"));
    }
}
