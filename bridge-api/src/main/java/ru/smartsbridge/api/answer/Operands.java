package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.EnumType;
import ru.smartsbridge.api.value.Value;

/**
 * The values that expressions compute with: String, BigDecimal (a whole number has the scale 0, any other a greater
 * one), Double for what is no finite number, Boolean, OffsetDateTime, LocalDate, LocalTime, Duration, {@link Member},
 * {@link Spot}, {@link Elements}, and null.
 *
 * <p>JSON has texts for most of them: a text becomes what the declared type says, or what it is compared with. A text
 * that cannot be read as that stays a text. Thread-safe.
 */
final class Operands {
    /** Powers of ten beyond which a number is reckoned as infinite or zero, so that nobody's digits fill the memory. */
    private static final int MOST_EXPONENT = 400;

    /** A member of an enumeration, or several with flags. */
    record Member(EnumType type, long value) {}

    private final Edmx edmx;
    private final ZoneId zone;

    Operands(Edmx edmx, ZoneId zone) {
        this.edmx = edmx;
        this.zone = zone;
    }

    /**
     * A scalar of an entity as it is computed with.
     *
     * @param type qualified; {@code ""} where nobody declared one
     */
    Object of(Value value, String type) {
        if (value instanceof Value.Text text) {
            return ofText(text.value(), type);
        }
        if (value instanceof Value.Number number) {
            return ofNumber(number.decimal(), isFraction(type));
        }
        if (value instanceof Value.Flag flag) {
            return flag == Value.Flag.TRUE;
        }
        return null;
    }

    private static boolean isFraction(String type) {
        return type.equals("Edm.Decimal") || type.equals("Edm.Double") || type.equals("Edm.Single");
    }

    private Object ofText(String text, String type) {
        Object read = switch (type) {
            case "", "Edm.String", "Edm.Guid" -> text;
            case "Edm.DateTimeOffset" -> moment(text);
            case "Edm.Date" -> day(text);
            case "Edm.TimeOfDay" -> timeOfDay(text);
            case "Edm.Duration" -> duration(text);
            case "Edm.Double", "Edm.Single" -> notFinite(text);
            default -> edmx.enumeration(type).map(found -> member(text, found)).orElse(null);
        };
        return read == null ? text : read;
    }

    /** A number with the scale that tells whether it is whole. */
    static Object ofNumber(BigDecimal decimal, boolean fraction) {
        long magnitude = (long) decimal.precision() - decimal.scale() - 1;
        if (Math.abs(magnitude) > MOST_EXPONENT) {
            return magnitude < 0 || decimal.signum() == 0
                    ? new BigDecimal("0.0")
                    : (Object) (decimal.signum() * Double.POSITIVE_INFINITY);
        }
        return fraction || decimal.scale() < 0 ? decimal.setScale(Math.max(1, decimal.scale())) : decimal;
    }

    /** A constant. */
    static Object of(Literal literal) {
        if (literal instanceof Literal.Text text) {
            return text.value();
        }
        if (literal instanceof Literal.Number number) {
            return ofNumber(number.value(), false);
        }
        if (literal instanceof Literal.NotFinite other) {
            return other.value();
        }
        if (literal instanceof Literal.Flag flag) {
            return flag.value();
        }
        if (literal instanceof Literal.Moment moment) {
            return moment.value();
        }
        if (literal instanceof Literal.Day day) {
            return day.value();
        }
        if (literal instanceof Literal.TimeOfDay time) {
            return time.value();
        }
        if (literal instanceof Literal.Length length) {
            return length.value();
        }
        return literal instanceof Literal.Member member ? new Member(member.type(), member.value()) : null;
    }

    /** A text where a value of this class is needed; null where it is none. */
    Object read(String text, Class<?> wanted) {
        if (wanted == OffsetDateTime.class) {
            return moment(text);
        }
        if (wanted == LocalDate.class) {
            return day(text);
        }
        if (wanted == LocalTime.class) {
            return timeOfDay(text);
        }
        if (wanted == Duration.class) {
            return duration(text);
        }
        return wanted == Double.class ? notFinite(text) : null;
    }

    /** One without an offset is in the base's zone. */
    private OffsetDateTime moment(String text) {
        if (text.length() < 16 || text.charAt(4) != '-') {
            return null; // most texts are none, and an exception costs more than all the rest
        }
        try {
            boolean offset = text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
            return offset
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text).atZone(zone).toOffsetDateTime();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static LocalTime timeOfDay(String text) {
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Double notFinite(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "INF" -> Double.POSITIVE_INFINITY;
            case "-INF" -> Double.NEGATIVE_INFINITY;
            default -> null;
        };
    }

    /** The member of that name or value, or several with commas; null where one of them is none. */
    static Member member(String text, EnumType type) {
        long value = 0;
        for (String name : text.split(",")) {
            Optional<Long> one = one(name.strip(), type);
            if (one.isEmpty()) {
                return null;
            }
            value |= one.get();
        }
        return new Member(type, value);
    }

    private static Optional<Long> one(String name, EnumType type) {
        Long exact = type.members().get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        if (name.matches("-?\\d{1,18}")) {
            return Optional.of(Long.parseLong(name));
        }
        return type.members().entrySet().stream()
                .filter(member -> member.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** A value as a text, as {@code cast} to one gives it; null where it is no scalar. */
    static String text(Object value) {
        if (value instanceof Member member) {
            return member.type().members().entrySet().stream()
                    .filter(entry -> entry.getValue() == member.value())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(Long.toString(member.value()));
        }
        if (value instanceof BigDecimal number) {
            BigDecimal shortest = number.stripTrailingZeros();
            return (shortest.scale() < 0 ? shortest.setScale(0) : shortest).toPlainString();
        }
        boolean scalar = !(value instanceof Spot) && !(value instanceof Elements) && value != null;
        return scalar ? value.toString() : null;
    }

    /** Lower case as everywhere in the world, whatever the system's language is. */
    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
