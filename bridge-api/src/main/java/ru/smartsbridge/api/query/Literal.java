package ru.smartsbridge.api.query;

import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A constant in a filter. */
public sealed interface Literal {
    /** OData's null. */
    record Null() implements Literal {}

    /** A text, quotes and escapes taken off; a GUID and a member of an enumeration are texts too. */
    record Text(String value) implements Literal {}

    /** A number, exact. */
    record Number(BigDecimal value) implements Literal {}

    /** True or false. */
    record Flag(boolean value) implements Literal {}

    /**
     * A moment.
     *
     * @param written as the client wrote it, seven fraction digits and all: what is pushed down is this
     */
    record Moment(OffsetDateTime value, String written) implements Literal {}
}
