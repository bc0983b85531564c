package ru.smartsbridge.api.query;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import ru.smartsbridge.api.schema.EnumType;

/** A constant in an expression. */
public sealed interface Literal {
    /** OData's null. */
    record Null() implements Literal {}

    /** A text, quotes and escapes taken off; a GUID is a text too. */
    record Text(String value) implements Literal {}

    /** A number, exact; one written without point and exponent is a whole number. */
    record Number(BigDecimal value) implements Literal {}

    /**
     * What a double may be beside numbers.
     *
     * @param value not a number, or infinite
     */
    record NotFinite(double value) implements Literal {}

    /** True or false. */
    record Flag(boolean value) implements Literal {}

    /**
     * A moment.
     *
     * @param written as the client wrote it, seven fraction digits and all: what is pushed down is this
     */
    record Moment(OffsetDateTime value, String written) implements Literal {}

    /** A day without a time. */
    record Day(LocalDate value) implements Literal {}

    /**
     * A time without a day.
     *
     * @param written as the client wrote it
     */
    record TimeOfDay(LocalTime value, String written) implements Literal {}

    /**
     * So long.
     *
     * @param written as the client wrote it, by XML Schema: {@code P1DT2H}
     */
    record Length(Duration value, String written) implements Literal {}

    /**
     * A member of an enumeration, or several of one with flags.
     *
     * @param value the members' values, joined
     * @param written the members as the client wrote them, with commas between them
     */
    record Member(EnumType type, long value, String written) implements Literal {}
}
