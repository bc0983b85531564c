package ru.smartsbridge.api.answer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Wanted;

/** Which properties of an entity a filter and an order look at. Used for one query. */
final class Needed {
    private final Edmx edmx;
    private final Links links;
    private final StructuredType type;
    private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    /** What lambdas look at of the elements of one of these. */
    private final Map<String, Set<String>> ofElements = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    /** Those of these whose elements are looked at otherwise, too. */
    private final Set<String> withElements = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    /** Empty for what stands for something below an element. */
    private final Map<String, Optional<Elements>> variables = new HashMap<>();

    private boolean whole;

    /** What a lambda's variable stands for: elements of a property, and their type. */
    private record Elements(String property, StructuredType type) {}

    private Needed(Edmx edmx, Links links, StructuredType type) {
        this.edmx = edmx;
        this.links = links;
        this.type = type;
    }

    /** That; empty where it takes the whole entity, as a link may to be followed. */
    static Optional<Wanted> of(Edmx edmx, Links links, StructuredType type, Query query) {
        Needed needed = new Needed(edmx, links, type);
        query.filter().ifPresent(needed::add);
        query.orderBy().stream().map(Order::by).forEach(needed::add);
        return needed.whole ? Optional.empty() : Optional.of(needed.wanted());
    }

    private Wanted wanted() {
        Map<String, List<String>> enough = new HashMap<>();
        for (String name : names) {
            if (ofElements.containsKey(name) && !withElements.contains(name)) {
                enough.put(name, List.copyOf(ofElements.get(name)));
            }
        }
        return new Wanted(List.copyOf(names), enough);
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Path path) {
            addPath(path);
        } else if (expression instanceof Expression.Count count) {
            addCollection(count.collection());
        } else if (expression instanceof Expression.Binary binary) {
            addAll(List.of(binary.left(), binary.right()));
        } else if (expression instanceof Expression.And and) {
            addAll(and.parts());
        } else if (expression instanceof Expression.Or or) {
            addAll(or.parts());
        } else if (expression instanceof Expression.Not not) {
            add(not.operand());
        } else if (expression instanceof Expression.Negation negation) {
            add(negation.operand());
        } else if (expression instanceof Expression.In in) {
            add(in.operand());
            addAll(in.among());
        } else if (expression instanceof Expression.Invocation call) {
            addAll(call.arguments());
        } else if (expression instanceof Expression.Lambda lambda) {
            addLambda(lambda);
        } else if (expression instanceof Expression.Cast cast) {
            add(cast.operand());
        } else if (expression instanceof Expression.IsOf isOf) {
            add(isOf.operand());
        }
    }

    private void addAll(List<Expression> expressions) {
        expressions.forEach(this::add);
    }

    private void addLambda(Expression.Lambda lambda) {
        Optional<Elements> outer = variables.getOrDefault(lambda.variable(), Optional.empty());
        variables.put(lambda.variable(), addCollection(lambda.collection()));
        lambda.condition().ifPresent(this::add);
        variables.put(lambda.variable(), outer);
    }

    /** Elements of which nothing is looked at yet. */
    private Optional<Elements> addCollection(Expression.Path collection) {
        Optional<Elements> elements = elements(collection);
        if (elements.isPresent()) {
            String property = elements.get().property();
            names.add(property);
            ofElements.computeIfAbsent(property, first -> new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
        } else {
            addPath(collection);
        }
        return elements;
    }

    /** What a collection in the entity holds, where that is declared. */
    private Optional<Elements> elements(Expression.Path collection) {
        if (!collection.variable().isEmpty() || collection.names().size() != 1) {
            return Optional.empty();
        }
        String name = collection.names().get(0);
        return type.navigation(name)
                .map(navigation -> Optional.of(navigation).filter(this::leadsInside))
                .orElseGet(() -> type.property(name))
                .flatMap(
                        held -> edmx.structured(held.type().name()).map(element -> new Elements(held.name(), element)));
    }

    /** A path from a variable is below what its lambda goes through, which has been added. */
    private void addPath(Expression.Path path) {
        if (!path.variable().isEmpty()) {
            whole |= path.names().stream().anyMatch(this::isNavigationAnywhere);
            variables
                    .getOrDefault(path.variable(), Optional.empty())
                    .ifPresent(elements -> addOfElements(elements, path.names()));
            return;
        }
        if (path.names().isEmpty() || leadsOutside(path.names().get(0))) {
            whole = true;
            return;
        }
        names.add(path.names().get(0));
        withElements.add(path.names().get(0));
    }

    private boolean leadsInside(EdmProperty navigation) {
        return links.leadsInside(type, navigation);
    }

    private boolean leadsOutside(String name) {
        return type.navigation(name)
                .filter(navigation -> !leadsInside(navigation))
                .isPresent();
    }

    /** A navigation is followed by properties that the path does not name. */
    private void addOfElements(Elements elements, List<String> path) {
        if (path.isEmpty() || elements.type().navigation(path.get(0)).isPresent()) {
            withElements.add(elements.property());
        } else {
            ofElements.get(elements.property()).add(path.get(0));
        }
    }

    /** What a navigation of a part is followed by may stand in the entity around it. */
    private boolean isNavigationAnywhere(String name) {
        return name.equalsIgnoreCase("bindedLine");
    }
}
