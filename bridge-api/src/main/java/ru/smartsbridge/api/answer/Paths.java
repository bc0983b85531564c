package ru.smartsbridge.api.answer;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import ru.smartsbridge.api.answer.Evaluation.Known;
import ru.smartsbridge.api.answer.Evaluation.Term;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Compiles paths: each name is looked up in the type that the metadata has at that place, and in the entity then. */
final class Paths {
    /** Of a property that nobody declared, and of everything below it. */
    private static final EdmType UNDECLARED = new EdmType("", false);

    private final Edmx edmx;
    private final Operands operands;
    private final Links links;
    private int waysOut;

    Paths(Edmx edmx, Operands operands, Links links) {
        this.edmx = edmx;
        this.operands = operands;
        this.links = links;
    }

    /** How many steps of the paths that were compiled lead out of the entity. */
    int waysOut() {
        return waysOut;
    }

    /** What a path comes to; null where it leads nowhere. */
    Term value(Expression.Path path, Known known) {
        Term at = scope -> scope.value(path.variable());
        EdmType type = start(path, known);
        for (String name : path.names()) {
            at = step(at, type, name);
            type = below(type, name);
        }
        return at;
    }

    /** The type of what a path comes to, or of its elements. */
    EdmType type(Expression.Path path, Known known) {
        EdmType type = start(path, known);
        for (String name : path.names()) {
            type = below(type, name);
        }
        return new EdmType(type.name(), false);
    }

    private static EdmType start(Expression.Path path, Known known) {
        return path.variable().isEmpty()
                ? new EdmType(known.entity().name(), false)
                : known.variables().getOrDefault(path.variable(), UNDECLARED);
    }

    private EdmType below(EdmType type, String name) {
        return edmx.structured(type.name())
                .flatMap(structured -> structured.navigation(name).or(() -> structured.property(name)))
                .map(EdmProperty::type)
                .orElse(UNDECLARED);
    }

    private Term step(Term from, EdmType type, String name) {
        Optional<StructuredType> structured = edmx.structured(type.name());
        Optional<EdmProperty> navigation = structured.flatMap(found -> found.navigation(name));
        if (navigation.isPresent()) {
            waysOut += links.leadsInside(structured.get(), navigation.get()) ? 0 : 1;
            return scope -> from.at(scope) instanceof Spot spot
                    ? followed(structured.get(), spot.node(), navigation.get())
                    : null;
        }
        Optional<EdmProperty> property = structured.flatMap(found -> found.property(name));
        String spelled = property.map(EdmProperty::name).orElse(name);
        Declared declared =
                new Declared(property.map(found -> found.type().name()).orElse(""), edmx);
        return scope -> from.at(scope) instanceof Spot spot ? operand(spot.node(), spelled, declared) : null;
    }

    private Object followed(StructuredType type, Node node, EdmProperty navigation) {
        Optional<StructuredType> target = edmx.structured(navigation.type().name());
        if (navigation.type().collection()) {
            return (Elements) wanted -> {
                try (Source source = links.follow(type, node, navigation)) {
                    for (Iterator<Node> nodes = source.from(0); nodes.hasNext(); ) {
                        if (wanted.test(new Spot(target, nodes.next()))) {
                            return true;
                        }
                    }
                    return false;
                }
            };
        }
        try (Source source = links.follow(type, node, navigation)) {
            Iterator<Node> nodes = source.from(0);
            return nodes.hasNext() ? new Spot(target, nodes.next()) : null;
        }
    }

    private Object operand(Node node, String name, Declared declared) {
        Value value = value(node.entity(), name);
        if (value instanceof Value.Items items) {
            return (Elements) wanted -> anyOf(items, node, declared, wanted);
        }
        return value instanceof Properties object
                ? declared.spot(object, Optional.of(node.entity()))
                : operands.of(value, declared.name());
    }

    private static Value value(Properties entity, String name) {
        Optional<Value> exact = entity.get(name);
        return exact.isPresent()
                ? exact.get()
                : entity.nameIgnoringCase(name).flatMap(entity::get).orElse(Value.NULL);
    }

    private boolean anyOf(Value.Items items, Node around, Declared declared, Predicate<Object> wanted) {
        Optional<Properties> parent = Optional.of(around.entity());
        for (Value item : items.values()) {
            Object one = item instanceof Properties object
                    ? declared.spot(object, parent)
                    : operands.of(item, declared.name());
            if (wanted.test(one)) {
                return true;
            }
        }
        return false;
    }

    /** The type that the metadata has for a value, or for its elements. */
    private record Declared(String name, Optional<StructuredType> structured) {
        private Declared(String name, Edmx edmx) {
            this(name, edmx.structured(name));
        }

        private Spot spot(Properties object, Optional<Properties> parent) {
            return new Spot(structured, new Node(object, parent));
        }
    }
}
