package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import ru.smartsbridge.api.query.Operator;

/**
 * Sums, products and quotients of numbers, dates and durations; null where operands do not fit together, where the
 * result is no date any more, and for a division by zero. Whole numbers have whole quotients [guess: as .NET]. Stateless.
 */
final class Arithmetic {
    /** More digits than any type of OData has, and few enough for a hostile product. */
    private static final MathContext DIGITS = new MathContext(64, RoundingMode.HALF_EVEN);

    private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

    private Arithmetic() {}

    static Object of(Operator operator, Object left, Object right) {
        if (left instanceof BigDecimal one && right instanceof BigDecimal other) {
            return numbers(operator, one, other);
        }
        if (left instanceof Number one && right instanceof Number other) {
            return doubles(operator, one.doubleValue(), other.doubleValue());
        }
        try {
            return dates(operator, left, right);
        } catch (DateTimeException | ArithmeticException e) {
            return null; // beyond all dates
        }
    }

    private static Object numbers(Operator operator, BigDecimal left, BigDecimal right) {
        boolean whole = left.scale() == 0 && right.scale() == 0;
        boolean divides = operator == Operator.DIV || operator == Operator.MOD;
        if (divides && right.signum() == 0) {
            return null;
        }
        BigDecimal result = switch (operator) {
            case ADD -> left.add(right, DIGITS);
            case SUB -> left.subtract(right, DIGITS);
            case MUL -> left.multiply(right, DIGITS);
            case DIV -> whole ? left.divideToIntegralValue(right) : left.divide(right, DIGITS);
            case MOD -> left.remainder(right);
            default -> throw new IllegalStateException(operator + " computes nothing");
        };
        return Operands.ofNumber(whole && result.scale() < 0 ? plain(result) : result, !whole);
    }

    private static BigDecimal plain(BigDecimal whole) {
        return whole.scale() < -400 ? whole : whole.setScale(0);
    }

    private static Object doubles(Operator operator, double left, double right) {
        return switch (operator) {
            case ADD -> left + right;
            case SUB -> left - right;
            case MUL -> left * right;
            case DIV -> left / right;
            case MOD -> left % right;
            default -> throw new IllegalStateException(operator + " computes nothing");
        };
    }

    private static Object dates(Operator operator, Object left, Object right) {
        if (left instanceof OffsetDateTime moment) {
            return ofMoment(operator, moment, right);
        }
        if (left instanceof LocalDate day) {
            return ofDay(operator, day, right);
        }
        if (left instanceof Duration length) {
            return ofDuration(operator, length, right);
        }
        return left instanceof BigDecimal factor && right instanceof Duration length && operator == Operator.MUL
                ? times(length, factor)
                : null;
    }

    private static Object ofMoment(Operator operator, OffsetDateTime moment, Object right) {
        if (right instanceof Duration length) {
            return operator == Operator.ADD
                    ? moment.plus(length)
                    : operator == Operator.SUB ? moment.minus(length) : null;
        }
        return right instanceof OffsetDateTime other && operator == Operator.SUB
                ? Duration.between(other, moment)
                : null;
    }

    private static Object ofDay(Operator operator, LocalDate day, Object right) {
        if (right instanceof Duration length) {
            return operator == Operator.ADD
                    ? day.plusDays(length.toDays())
                    : operator == Operator.SUB ? day.minusDays(length.toDays()) : null;
        }
        return right instanceof LocalDate other && operator == Operator.SUB
                ? Duration.ofDays(day.toEpochDay() - other.toEpochDay())
                : null;
    }

    private static Object ofDuration(Operator operator, Duration length, Object right) {
        if (right instanceof Duration other) {
            return operator == Operator.ADD
                    ? length.plus(other)
                    : operator == Operator.SUB ? length.minus(other) : null;
        }
        if (right instanceof OffsetDateTime || right instanceof LocalDate) {
            return operator == Operator.ADD ? dates(operator, right, length) : null;
        }
        if (!(right instanceof BigDecimal factor)) {
            return null;
        }
        if (operator == Operator.DIV && factor.signum() != 0) {
            return ofNanos(nanos(length).divide(factor, DIGITS));
        }
        return operator == Operator.MUL ? times(length, factor) : null;
    }

    private static Duration times(Duration length, BigDecimal factor) {
        return ofNanos(nanos(length).multiply(factor, DIGITS));
    }

    private static BigDecimal nanos(Duration length) {
        return BigDecimal.valueOf(length.getSeconds()).multiply(NANOS).add(BigDecimal.valueOf(length.getNano()));
    }

    private static Duration ofNanos(BigDecimal nanos) {
        BigDecimal[] parts = nanos.setScale(0, RoundingMode.HALF_EVEN).divideAndRemainder(NANOS);
        return Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact());
    }

    /** With the other sign. */
    static Object negated(Object value) {
        if (value instanceof BigDecimal number) {
            return number.negate();
        }
        if (value instanceof Double number) {
            return -number;
        }
        return value instanceof Duration length ? length.negated() : null;
    }

    /** Without decimals. */
    static Object rounded(Object value, RoundingMode mode) {
        if (!(value instanceof BigDecimal number)) {
            return value instanceof Double ? value : null;
        }
        return number.scale() == 0 ? number : number.setScale(0, mode).setScale(1);
    }

    /** So many seconds, with their fraction. */
    static BigDecimal seconds(Duration length) {
        return nanos(length).divide(NANOS, DIGITS).setScale(9, RoundingMode.HALF_EVEN);
    }
}
