package ru.smartsbridge.api.schema;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.value.Value;

/** Whether a value is of a primitive type of OData, and its form where the type leaves several. Thread-safe. */
final class PrimitiveCheck {
    /** "No date" of Mobile SMARTS [client]: it has no offset and gets none. */
    private static final String NO_DATE = "0001-01-01T00:00:00";

    private static final Pattern DATE_TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(?::\\d\\d(?:\\.\\d{1,12})?)?)(Z|[+-]\\d\\d:\\d\\d)?");
    private static final Pattern DURATION =
            Pattern.compile("-?P(?:\\d+D)?(?:T(?:\\d+H)?(?:\\d+M)?(?:\\d+(?:\\.\\d+)?S)?)?");
    private static final DateTimeFormatter OFFSET =
            new DateTimeFormatterBuilder().appendOffset("+HH:MM", "+00:00").toFormatter();
    private static final Set<String> NOT_FINITE = Set.of("NaN", "INF", "-INF");
    private static final int NANO_DIGITS = 9;

    /**
     * Powers of ten beyond which a number is of no type: .NET's decimal ends at 28, its double at 308. A few more are
     * let through as they always were; what nobody can compute with is not.
     */
    private static final int MOST_EXPONENT = 400;

    /** Field types of Mobile SMARTS as types of OData [run: .NET type codes]. */
    private static final Map<String, String> EDM_OF_FIELD_TYPE = Map.of(
            "string", "Edm.String",
            "int16", "Edm.Int16",
            "int32", "Edm.Int32",
            "int64", "Edm.Int64",
            "byte", "Edm.Byte",
            "double", "Edm.Double",
            "single", "Edm.Single",
            "decimal", "Edm.Decimal",
            "boolean", "Edm.Boolean",
            "datetime", "Edm.DateTimeOffset");

    private final ZoneId zone;

    PrimitiveCheck(ZoneId zone) {
        this.zone = zone;
    }

    /** The OData type of a field of Mobile SMARTS; empty where values of it are not looked into. */
    static Optional<String> edmType(String fieldType) {
        return Optional.ofNullable(EDM_OF_FIELD_TYPE.get(fieldType.toLowerCase(java.util.Locale.ROOT)));
    }

    /** The value in the form to be stored; empty where it is not of the type. */
    Optional<Value> checked(String edmType, Value value) {
        return switch (edmType) {
            case "Edm.String", "Edm.Guid" -> Optional.of(value).filter(Value.Text.class::isInstance);
            case "Edm.Boolean" -> Optional.of(value).filter(Value.Flag.class::isInstance);
            case "Edm.Byte" -> whole(value, 0, 255);
            case "Edm.Int16" -> whole(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case "Edm.Int32" -> whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
            case "Edm.Int64" -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
            case "Edm.Decimal" -> Optional.of(value).filter(PrimitiveCheck::isNumber);
            case "Edm.Double", "Edm.Single" -> floating(value);
            case "Edm.DateTimeOffset" -> dateTime(value);
            case "Edm.Duration" -> Optional.of(value).filter(PrimitiveCheck::isDuration);
            default -> Optional.of(value);
        };
    }

    private static Optional<Value> whole(Value value, long least, long most) {
        if (!(value instanceof Value.Number number)) {
            return Optional.empty();
        }
        BigDecimal decimal = number.decimal().stripTrailingZeros();
        boolean whole = decimal.scale() <= 0;
        boolean fits = whole
                && decimal.compareTo(BigDecimal.valueOf(least)) >= 0
                && decimal.compareTo(BigDecimal.valueOf(most)) <= 0;
        return fits ? Optional.of(value) : Optional.empty();
    }

    private static Optional<Value> floating(Value value) {
        boolean notFinite = value instanceof Value.Text text && NOT_FINITE.contains(text.value());
        return notFinite || isNumber(value) ? Optional.of(value) : Optional.empty();
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Number && !isBeyondAll(value);
    }

    /** Whether it is a number that is too large, or too near to zero, for every type. */
    static boolean isBeyondAll(Value value) {
        if (!(value instanceof Value.Number number)) {
            return false;
        }
        BigDecimal decimal = number.decimal();
        return Math.abs((long) decimal.precision() - decimal.scale() - 1) > MOST_EXPONENT;
    }

    private static boolean isDuration(Value value) {
        if (!(value instanceof Value.Text text)
                || !DURATION.matcher(text.value()).matches()) {
            return false;
        }
        try {
            Duration.parse(text.value());
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A date and time; one without an offset gets that of the base's zone, digits stay as they are. */
    private Optional<Value> dateTime(Value value) {
        if (!(value instanceof Value.Text text)) {
            return Optional.empty();
        }
        Matcher parts = DATE_TIME.matcher(text.value());
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.parse(withinNanos(parts.group(1)));
            if (parts.group(2) != null) {
                java.time.ZoneOffset.of(parts.group(2));
                return Optional.of(value);
            }
            if (text.value().equals(NO_DATE)) {
                return Optional.of(value);
            }
            return Optional.of(Value.text(parts.group(1) + OFFSET.format(local.atZone(zone))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Java reads nine fraction digits, OData has up to twelve; the rest only has to be digits. */
    private static String withinNanos(String dateTime) {
        int point = dateTime.indexOf('.');
        return point < 0 ? dateTime : dateTime.substring(0, Math.min(dateTime.length(), point + 1 + NANO_DIGITS));
    }
}
