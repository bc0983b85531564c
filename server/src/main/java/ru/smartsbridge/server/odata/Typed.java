package ru.smartsbridge.server.odata;

import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Kind;

/**
 * An expression with what is known of its values.
 *
 * @param written as the client wrote it, for errors
 * @param place where it stands in the metadata; what is below an expression that is no path leads nowhere
 */
record Typed(Expression expression, Kind kind, String written, Place place) {
    static Typed of(Expression expression, Kind kind, String written) {
        return new Typed(expression, kind, written, Place.NOWHERE);
    }
}
