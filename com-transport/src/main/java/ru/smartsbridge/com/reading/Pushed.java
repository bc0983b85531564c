package ru.smartsbridge.com.reading;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.query.Query;

/** What of a filter the component can do itself; whatever it gives is filtered again. */
final class Pushed {
    private Pushed() {}

    /** Whether only finished documents can match. */
    static boolean finishedOnly(Query query) {
        return demanded(query, "finished").anyMatch(new Literal.Flag(true)::equals)
                || query.filter().stream()
                        .flatMap(filter -> filter.demanded().stream())
                        .anyMatch(Pushed::isFinished);
    }

    private static boolean isFinished(Expression part) {
        return part instanceof Expression.Path path
                && path.variable().isEmpty()
                && path.names().size() == 1
                && path.names().get(0).equalsIgnoreCase("finished");
    }

    /** The text that a property must have. */
    static Optional<String> text(Query query, String property) {
        return demanded(query, property)
                .map(literal -> literal instanceof Literal.Text text ? text.value() : null)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static Stream<Literal> demanded(Query query, String property) {
        return query.filter().stream()
                .flatMap(filter -> filter.demanded().stream())
                .flatMap(part -> part instanceof Expression.Binary equal && equal.operator() == Operator.EQ
                        ? literal(equal, property).stream()
                        : Stream.empty());
    }

    /** What the property is compared with, whichever stands first. */
    private static Optional<Literal> literal(Expression.Binary equal, String property) {
        boolean turned = equal.left() instanceof Expression.Constant;
        Expression path = turned ? equal.right() : equal.left();
        Expression value = turned ? equal.left() : equal.right();
        boolean asked = path instanceof Expression.Path own
                && own.variable().isEmpty()
                && own.names().size() == 1
                && own.names().get(0).equalsIgnoreCase(property);
        return asked && value instanceof Expression.Constant constant
                ? Optional.of(constant.value())
                : Optional.empty();
    }
}
