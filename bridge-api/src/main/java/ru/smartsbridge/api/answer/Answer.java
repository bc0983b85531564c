package ru.smartsbridge.api.answer;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Projection;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.api.value.Wanted;

/**
 * Answers queries over the entities of any {@link Source}, for a transport whose backend has no queries of its own.
 *
 * <p>Lasts for one answer, or for as long as what its {@link Links} read from; used by one thread.
 */
public final class Answer {
    private final Edmx edmx;
    private final Evaluation evaluation;
    private final Links links;

    /**
     * @param zone of dates without an offset
     */
    public Answer(Edmx edmx, ZoneId zone, Links links) {
        this.edmx = edmx;
        this.links = links;
        this.evaluation = new Evaluation(edmx, zone, new Links() {
            @Override
            public Source follow(StructuredType type, Node node, EdmProperty navigation) {
                return Answer.this.follow(type, node, navigation);
            }

            @Override
            public boolean leadsInside(StructuredType type, EdmProperty navigation) {
                return links.leadsInside(type, navigation);
            }
        });
    }

    /**
     * The entities that match, shaped as the query wants them; read as they are taken.
     *
     * @param source stays the caller's, who closes it when the rows are done with
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where the query expands what the type
     *     does not have
     */
    public Iterator<Properties> rows(StructuredType type, Source source, Query query) {
        requireNavigations(type, query);
        long skip = query.skip().orElse(0);
        Iterator<Node> nodes;
        if (query.isWholeInOrder()) {
            nodes = source.from(skip);
        } else if (query.orderBy().isEmpty()) {
            nodes = Streams.skip(Streams.map(matching(type, source, query), Sketch::whole), skip);
        } else {
            nodes = Streams.skip(sorted(type, source, query), skip);
        }
        if (query.top().isPresent()) {
            nodes = Streams.limit(nodes, query.top().getAsLong());
        }
        return Streams.map(nodes, node -> shaped(type, node, query));
    }

    private Iterator<Node> sorted(StructuredType type, Source source, Query query) {
        long skip = query.skip().orElse(0);
        long top = query.top().orElse(Long.MAX_VALUE);
        long most = top > Long.MAX_VALUE - skip ? Long.MAX_VALUE : skip + top;
        return most == 0
                ? Collections.emptyIterator()
                : new Sorting(() -> matching(type, source, query), evaluation, type, query.orderBy(), most);
    }

    /** How many match, whatever the page is; empty where nobody asked. */
    public OptionalLong count(StructuredType type, Source source, Query query) {
        if (!query.count()) {
            return OptionalLong.empty();
        }
        OptionalLong known = query.filter().isEmpty() ? source.size() : OptionalLong.empty();
        if (known.isPresent()) {
            return known;
        }
        long count = 0;
        for (Iterator<Sketch> all = matching(type, source, query); all.hasNext(); all.next()) {
            count++;
        }
        return OptionalLong.of(count);
    }

    private Iterator<Sketch> matching(StructuredType type, Source source, Query query) {
        Optional<Wanted> wanted = Needed.of(edmx, links, type, query);
        Iterator<Sketch> all = wanted.map(
                        part -> source.sketches(part, DemandedTexts.of(edmx, links, type, query.filter())))
                .orElseGet(() -> Streams.map(source.from(0), Sketch::of));
        if (query.filter().isEmpty()) {
            return all;
        }
        Evaluation.Condition condition =
                evaluation.condition(type, query.filter().get());
        Predicate<Sketch> matches = sketch -> sketch.mayMatch() && condition.test(sketch.part());
        return wanted.isPresent() && source.sharesSketches() && !condition.follows()
                ? new Sifted(all, matches)
                : Streams.filter(all, sketch -> {
                    Sifted.requireWanted();
                    return matches.test(sketch);
                });
    }

    /** The entity without its navigations but those that are expanded, as far as it is selected. */
    public Properties shaped(StructuredType type, Node node, Query query) {
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
            boolean shownAsIs =
                    !type.navigations().containsKey(about) || expanded.containsKey(about) && !name.equals(about);
            if (shownAsIs) {
                shown.put(name, property.getValue());
            } else if (expanded.containsKey(about)) {
                expand(shown, type, node, about, expanded.remove(about)); // in its place, which is what was recorded
            }
        }
        expanded.forEach((name, nested) -> expand(shown, type, node, name, nested));
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

    private void expand(Map<String, Value> shown, StructuredType type, Node node, String name, Query nested) {
        EdmProperty navigation = type.navigations().get(name);
        if (nested.count() && navigation.type().collection()) {
            try (Source source = follow(type, node, navigation)) {
                shown.put(
                        name + "@odata.count",
                        Value.number(count(target(navigation), source, nested).orElseThrow()));
            }
        }
        shown.put(name, inline(type, node, navigation, nested));
    }

    private StructuredType target(EdmProperty navigation) {
        return edmx.structured(navigation.type().name())
                .orElseThrow(() -> new IllegalStateException("no type " + navigation.type()));
    }

    private Value inline(StructuredType type, Node node, EdmProperty navigation, Query nested) {
        if (nested.equals(Query.ALL) && node.stored(navigation).isPresent()) {
            return node.stored(navigation).get();
        }
        try (Source source = follow(type, node, navigation)) {
            Iterator<Properties> there = rows(target(navigation), source, nested);
            if (!navigation.type().collection()) {
                return there.hasNext() ? there.next() : Value.NULL;
            }
            List<Properties> items = new ArrayList<>();
            there.forEachRemaining(items::add);
            return Value.items(items);
        }
    }

    /** Where a navigation leads, none or one where it is single: what stands in the entity, else what its link gives. */
    public Source follow(StructuredType type, Node node, EdmProperty navigation) {
        return node.stored(navigation)
                .map(stored -> Source.of(nodes(stored, node)))
                .orElseGet(() -> links.leadsInside(type, navigation)
                        ? Source.of(List.<Node>of())
                        : links.follow(type, node, navigation));
    }

    private static List<Node> nodes(Value stored, Node parent) {
        Stream<Value> values = stored instanceof Value.Items items ? items.values().stream() : Stream.of(stored);
        return values.filter(Properties.class::isInstance)
                .map(object -> new Node((Properties) object, Optional.of(parent.entity())))
                .toList();
    }

    /** A wrong name is told also where there is no entity to show it at. */
    public void requireNavigations(StructuredType type, Query query) {
        for (Expansion expansion : query.expand()) {
            EdmProperty navigation = navigation(type, expansion.navigation());
            edmx.structured(navigation.type().name())
                    .ifPresent(target -> requireNavigations(target, expansion.nested()));
        }
    }

    private static EdmProperty navigation(StructuredType type, String name) {
        return type.navigation(name)
                .orElseThrow(() -> Nearest.to(name, type.navigations().keySet())
                        .map(nearest -> ApiTexts.invalid("expand.unknown.nearest", type.name(), name, nearest))
                        .orElseGet(() -> ApiTexts.invalid("expand.unknown", type.name(), name))
                        .at("$expand"));
    }
}
