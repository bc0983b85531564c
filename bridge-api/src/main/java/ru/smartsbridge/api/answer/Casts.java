package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.value.Value;

/** {@code cast} and {@code isof}: values as other types, and of which one they are. Thread-safe. */
final class Casts {
    private final Edmx edmx;
    private final Operands operands;

    Casts(Edmx edmx, Operands operands) {
        this.edmx = edmx;
        this.operands = operands;
    }

    /** The value as another type; null where it has none there. */
    Object cast(Object value, String type) {
        if (value == null || value instanceof Elements) {
            return null;
        }
        if (value instanceof Spot) {
            return isOf(value, type) ? value : null;
        }
        return switch (Kind.ofPrimitive(type)) {
            case TEXT -> Operands.text(value);
            case NUMBER -> number(value, type);
            case FLAG -> value instanceof Boolean ? value : null;
            case MOMENT -> as(value, OffsetDateTime.class);
            case DAY -> value instanceof OffsetDateTime moment ? moment.toLocalDate() : as(value, LocalDate.class);
            case TIME_OF_DAY ->
                value instanceof OffsetDateTime moment ? moment.toLocalTime() : as(value, LocalTime.class);
            case DURATION -> as(value, Duration.class);
            default ->
                edmx.enumeration(type)
                        .map(found -> value instanceof String text ? Operands.member(text, found) : value)
                        .filter(member -> member instanceof Operands.Member)
                        .orElse(null);
        };
    }

    private Object as(Object value, Class<?> wanted) {
        return value instanceof String text ? operands.read(text, wanted) : wanted.isInstance(value) ? value : null;
    }

    private static Object number(Object value, String type) {
        boolean fraction = type.equals("Edm.Decimal") || type.equals("Edm.Double") || type.equals("Edm.Single");
        if (value instanceof Double) {
            return type.equals("Edm.Decimal") || !fraction ? null : value;
        }
        if (!(value instanceof BigDecimal number)) {
            return null;
        }
        BigDecimal whole = number.setScale(0, RoundingMode.DOWN);
        return fraction ? Operands.ofNumber(number, true) : fits(whole, type) ? whole : null;
    }

    private static boolean fits(BigDecimal whole, String type) {
        int bits = switch (type) {
            case "Edm.Byte", "Edm.SByte" -> 8;
            case "Edm.Int16" -> 16;
            case "Edm.Int32" -> 32;
            default -> 64;
        };
        if (type.equals("Edm.Byte")) {
            return whole.signum() >= 0 && whole.toBigInteger().bitLength() <= bits;
        }
        return whole.toBigInteger().bitLength() < bits;
    }

    /** Whether a value is of a type; null is of none. */
    boolean isOf(Object value, String type) {
        if (value instanceof Spot spot) {
            String told =
                    spot.node().entity().get("@odata.type").map(Casts::typeName).orElse("");
            return told.equals(type)
                    || spot.type().filter(own -> own.name().equals(type)).isPresent();
        }
        return switch (Kind.ofPrimitive(type)) {
            case TEXT -> value instanceof String;
            case NUMBER ->
                value instanceof BigDecimal number
                        ? isWhole(type) == (number.scale() == 0)
                        : value instanceof Double && !isWhole(type);
            case FLAG -> value instanceof Boolean;
            case MOMENT -> value instanceof OffsetDateTime;
            case DAY -> value instanceof LocalDate;
            case TIME_OF_DAY -> value instanceof LocalTime;
            case DURATION -> value instanceof Duration;
            default ->
                value instanceof Operands.Member member && member.type().name().equals(type);
        };
    }

    private static boolean isWhole(String type) {
        return type.contains("Int") || type.contains("Byte");
    }

    private static String typeName(Value told) {
        return told instanceof Value.Text text ? text.value().replaceFirst("^#", "") : "";
    }
}
