package ru.smartsbridge.api.answer;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.StructuredType;

/** Which properties of an entity a filter and an order look at. Used for one query. */
final class Needed {
    private final StructuredType type;
    private final Set<String> names = new TreeSet<>();
    private boolean whole;

    private Needed(StructuredType type) {
        this.type = type;
    }

    /** Their names; empty where it takes the whole entity, as a navigation may to be followed. */
    static Optional<Set<String>> of(StructuredType type, Query query) {
        Needed needed = new Needed(type);
        query.filter().ifPresent(needed::add);
        query.orderBy().stream().map(Order::by).forEach(needed::add);
        return needed.whole ? Optional.empty() : Optional.of(needed.names);
    }

    private void add(Expression expression) {
        if (expression instanceof Expression.Path path) {
            addPath(path);
        } else if (expression instanceof Expression.Count count) {
            addPath(count.collection());
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
            addPath(lambda.collection());
            lambda.condition().ifPresent(this::add);
        } else if (expression instanceof Expression.Cast cast) {
            add(cast.operand());
        } else if (expression instanceof Expression.IsOf isOf) {
            add(isOf.operand());
        }
    }

    private void addAll(List<Expression> expressions) {
        expressions.forEach(this::add);
    }

    /** A path from a variable is below what its lambda goes through, which has been added. */
    private void addPath(Expression.Path path) {
        if (!path.variable().isEmpty()) {
            whole |= path.names().stream().anyMatch(this::isNavigationAnywhere);
            return;
        }
        if (path.names().isEmpty() || type.navigation(path.names().get(0)).isPresent()) {
            whole = true;
            return;
        }
        names.add(path.names().get(0));
    }

    /** What a navigation of a part is followed by may stand in the entity around it. */
    private boolean isNavigationAnywhere(String name) {
        return name.equalsIgnoreCase("bindedLine");
    }
}
