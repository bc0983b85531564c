package ru.smartsbridge.api.answer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Texts that must stand in an entity, to the letter, where a filter is to hold: most entities are passed over by them
 * without being read. Used for one query.
 */
final class DemandedTexts {
    private static final Set<Function> OF_PARTS = Set.of(Function.CONTAINS, Function.STARTSWITH, Function.ENDSWITH);

    private final Edmx edmx;
    private final Links links;
    private final StructuredType type;
    private final Map<String, Place> variables = new LinkedHashMap<>();
    private final Set<String> texts = new TreeSet<>();

    /**
     * Where a path leads.
     *
     * @param type qualified; {@code ""} for what nobody declared
     * @param inside whether that stands in the entity itself
     */
    private record Place(String type, boolean inside) {}

    private DemandedTexts(Edmx edmx, Links links, StructuredType type) {
        this.edmx = edmx;
        this.links = links;
        this.type = type;
    }

    /** None where the filter demands no text. */
    static Set<String> of(Edmx edmx, Links links, StructuredType type, Optional<Expression> filter) {
        DemandedTexts demanded = new DemandedTexts(edmx, links, type);
        filter.ifPresent(demanded::add);
        return demanded.texts;
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.And and) {
            and.parts().forEach(this::add);
        } else if (expression instanceof Expression.Binary binary && binary.operator() == Operator.EQ) {
            addEqual(binary.left(), binary.right());
            addEqual(binary.right(), binary.left());
        } else if (expression instanceof Expression.Invocation call && OF_PARTS.contains(call.function())) {
            addText(call.arguments().get(0), call.arguments().get(1));
        } else if (expression instanceof Expression.Lambda lambda && !lambda.all()) {
            variables.put(lambda.variable(), place(lambda.collection()));
            lambda.condition().ifPresent(this::add);
        }
    }

    private void addEqual(Expression one, Expression other) {
        if (other instanceof Expression.Constant constant && constant.value().equals(new Literal.Flag(true))) {
            add(one);
        } else {
            addText(one, other);
        }
    }

    /** A text that is an enumeration's or a date's may be written in other ways. */
    private void addText(Expression property, Expression value) {
        boolean plain = property instanceof Expression.Path path && isText(place(path));
        if (plain && value instanceof Expression.Constant constant && constant.value() instanceof Literal.Text text) {
            texts.add(text.value());
        }
    }

    private static boolean isText(Place place) {
        return place.inside() && (place.type().isEmpty() || place.type().equals("Edm.String"));
    }

    private Place place(Expression.Path path) {
        Place at = path.variable().isEmpty()
                ? new Place(type.name(), true)
                : variables.getOrDefault(path.variable(), new Place("", false));
        for (String name : path.names()) {
            at = below(at, name);
        }
        return at;
    }

    private Place below(Place at, String name) {
        Optional<StructuredType> structured = edmx.structured(at.type());
        Optional<EdmProperty> navigation = structured.flatMap(found -> found.navigation(name));
        String below = navigation
                .or(() -> structured.flatMap(found -> found.property(name)))
                .map(found -> found.type().name())
                .orElse("");
        boolean inside = navigation.isEmpty() || links.leadsInside(structured.orElseThrow(), navigation.get());
        return new Place(below, at.inside() && inside);
    }
}
