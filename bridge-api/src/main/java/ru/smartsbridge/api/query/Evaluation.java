package ru.smartsbridge.api.query;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Decides whether an entity meets a filter, for a base that cannot do it itself.
 *
 * <p>A property that is absent counts as null, as OData has it for open types. Numbers compare as decimals, moments
 * as instants; a date without an offset is in the base's zone. Stateless but for the zone, thread-safe.
 */
public final class Evaluation {
    private final ZoneId zone;

    /** With the zone of dates that have no offset. */
    public Evaluation(ZoneId zone) {
        this.zone = zone;
    }

    /** Whether {@code entity} meets {@code filter}. */
    public boolean matches(Filter filter, Properties entity) {
        if (filter instanceof Filter.And and) {
            return and.parts().stream().allMatch(part -> matches(part, entity));
        }
        Filter.Comparison comparison = (Filter.Comparison) filter;
        return equal(resolve(comparison.path(), entity), comparison.literal());
    }

    private static Value resolve(List<String> path, Properties entity) {
        Value value = entity;
        for (String name : path) {
            if (!(value instanceof Properties object)) {
                return Value.NULL;
            }
            Optional<String> own = object.nameIgnoringCase(name);
            value = own.flatMap(object::get).orElse(Value.NULL);
        }
        return value;
    }

    private boolean equal(Value value, Literal literal) {
        if (literal instanceof Literal.Null) {
            return value == Value.NULL;
        }
        if (literal instanceof Literal.Text text) {
            return value instanceof Value.Text own && own.value().equals(text.value());
        }
        if (literal instanceof Literal.Number number) {
            return value instanceof Value.Number own && own.decimal().compareTo(number.value()) == 0;
        }
        if (literal instanceof Literal.Flag flag) {
            return value instanceof Value.Flag own && (own == Value.Flag.TRUE) == flag.value();
        }
        return value instanceof Value.Text own && isMoment(own.value(), ((Literal.Moment) literal).value());
    }

    private boolean isMoment(String text, OffsetDateTime moment) {
        try {
            return OffsetDateTime.parse(text).isEqual(moment);
        } catch (DateTimeParseException withoutOffset) {
            try {
                return LocalDateTime.parse(text).atZone(zone).toInstant().equals(moment.toInstant());
            } catch (DateTimeParseException noDate) {
                return false;
            }
        }
    }
}
