package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import ru.smartsbridge.api.query.Function;

/**
 * What the standard's functions give; null where an argument is null or of another sort. Thread-safe.
 *
 * <p>Characters are counted as UTF-16 has them, and a date is read by the clock of its own offset [guess: as .NET]; a part of a text beyond its ends is what there is of it.
 */
final class Functions {
    private final Operands operands;
    private final OffsetDateTime now;

    /** @param now what {@code now()} gives, the same for all of an answer */
    Functions(Operands operands, OffsetDateTime now) {
        this.operands = operands;
        this.now = now;
    }

    Object call(Function function, Object[] arguments) {
        for (Object argument : arguments) {
            if (argument == null) {
                return null;
            }
        }
        return switch (function) {
            case NOW -> now;
            case MINDATETIME -> OffsetDateTime.of(1, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
            case MAXDATETIME -> OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 999_999_900, ZoneOffset.UTC);
            case ROUND -> Arithmetic.rounded(arguments[0], RoundingMode.HALF_UP);
            case FLOOR -> Arithmetic.rounded(arguments[0], RoundingMode.FLOOR);
            case CEILING -> Arithmetic.rounded(arguments[0], RoundingMode.CEILING);
            case CONTAINS, STARTSWITH, ENDSWITH, CONCAT, INDEXOF, LENGTH, SUBSTRING, TOLOWER, TOUPPER, TRIM ->
                ofText(function, arguments);
            default -> ofTime(function, arguments[0]);
        };
    }

    private static Object ofText(Function function, Object[] arguments) {
        if (!(arguments[0] instanceof String text)) {
            return null;
        }
        return switch (function) {
            case LENGTH -> BigDecimal.valueOf(text.length());
            case TOLOWER -> Operands.lower(text);
            case TOUPPER -> text.toUpperCase(java.util.Locale.ROOT);
            case TRIM -> text.strip();
            case SUBSTRING -> substring(text, arguments);
            default -> arguments[1] instanceof String other ? ofTexts(function, text, other) : null;
        };
    }

    private static Object ofTexts(Function function, String text, String other) {
        return switch (function) {
            case CONTAINS -> text.contains(other);
            case STARTSWITH -> text.startsWith(other);
            case ENDSWITH -> text.endsWith(other);
            case CONCAT -> text + other;
            default -> BigDecimal.valueOf(text.indexOf(other));
        };
    }

    private static Object substring(String text, Object[] arguments) {
        if (!(arguments[1] instanceof BigDecimal from)) {
            return null;
        }
        int begin = within(from, text.length());
        if (arguments.length == 2) {
            return text.substring(begin);
        }
        return arguments[2] instanceof BigDecimal length
                ? text.substring(begin, begin + within(length, text.length() - begin))
                : null;
    }

    private static int within(BigDecimal number, int most) {
        return number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most)).intValue();
    }

    private Object ofTime(Function function, Object argument) {
        Object time = argument instanceof String text ? time(function, text) : argument;
        if (function == Function.TOTALSECONDS) {
            return time instanceof Duration length ? Arithmetic.seconds(length) : null;
        }
        if (time instanceof OffsetDateTime moment) {
            switch (function) {
                case DATE:
                    return moment.toLocalDate();
                case TIME:
                    return moment.toLocalTime();
                case TOTALOFFSETMINUTES:
                    return BigDecimal.valueOf(moment.getOffset().getTotalSeconds() / 60);
                default:
            }
        }
        return time instanceof TemporalAccessor accessor ? field(function, accessor) : null;
    }

    /** A text of a field that nobody declared. */
    private Object time(Function function, String text) {
        if (function == Function.TOTALSECONDS) {
            return operands.read(text, Duration.class);
        }
        Object moment = operands.read(text, OffsetDateTime.class);
        Object day = moment == null ? operands.read(text, LocalDate.class) : moment;
        return day == null ? operands.read(text, LocalTime.class) : day;
    }

    private static Object field(Function function, TemporalAccessor time) {
        if (function == Function.FRACTIONALSECONDS) {
            return time.isSupported(ChronoField.NANO_OF_SECOND)
                    ? BigDecimal.valueOf(time.get(ChronoField.NANO_OF_SECOND), 9)
                    : null;
        }
        ChronoField field = switch (function) {
            case YEAR -> ChronoField.YEAR;
            case MONTH -> ChronoField.MONTH_OF_YEAR;
            case DAY -> ChronoField.DAY_OF_MONTH;
            case HOUR -> ChronoField.HOUR_OF_DAY;
            case MINUTE -> ChronoField.MINUTE_OF_HOUR;
            case SECOND -> ChronoField.SECOND_OF_MINUTE;
            default -> null;
        };
        return field != null && time.isSupported(field) ? BigDecimal.valueOf(time.get(field)) : null;
    }
}
