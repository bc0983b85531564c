package ru.smartsbridge.com.reading;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.query.Filter;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;

/** What of a filter the component can do itself; whatever it gives is filtered again. */
final class Pushed {
    private Pushed() {}

    /** Whether only finished documents can match. */
    static boolean finishedOnly(Query query) {
        return demanded(query, "finished").anyMatch(new Literal.Flag(true)::equals);
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
                .flatMap(Pushed::parts)
                .filter(part -> part.operator() == Filter.Operator.EQ
                        && part.path().size() == 1
                        && part.path().get(0).equalsIgnoreCase(property))
                .map(Filter.Comparison::literal);
    }

    private static Stream<Filter.Comparison> parts(Filter filter) {
        if (filter instanceof Filter.And and) {
            List<Filter> parts = and.parts();
            return parts.stream().flatMap(Pushed::parts);
        }
        return Stream.of((Filter.Comparison) filter);
    }
}
