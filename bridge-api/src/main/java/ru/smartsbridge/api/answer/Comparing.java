package ru.smartsbridge.api.answer;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import ru.smartsbridge.api.query.Operator;

/**
 * How operands compare: texts letter by letter as they are coded, numbers by their value, moments as instants
 * [guess: as .NET does]. Thread-safe.
 */
final class Comparing {
    /** Values of different classes in an order by a field that nobody declared. */
    private static final List<Class<?>> CLASSES = List.of(
            Boolean.class,
            BigDecimal.class,
            Double.class,
            OffsetDateTime.class,
            LocalDate.class,
            LocalTime.class,
            Duration.class,
            Operands.Member.class,
            String.class);

    private final Operands operands;

    Comparing(Operands operands) {
        this.operands = operands;
    }

    /** {@code eq} to {@code le}; never null. */
    boolean holds(Operator operator, Object left, Object right) {
        if (left == null || right == null) {
            boolean both = left == null && right == null;
            return operator == Operator.EQ && both || operator == Operator.NE && !both;
        }
        Integer order = order(left, right);
        if (order == null) {
            return operator == Operator.NE;
        }
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            default -> throw new IllegalStateException(operator + " compares nothing");
        };
    }

    /** Null where the two cannot be compared, as a text with a number. */
    @SuppressWarnings({"unchecked", "rawtypes"}) // both are of one class, which is comparable with itself
    private Integer order(Object left, Object right) {
        if (left instanceof String text && !(right instanceof String)) {
            Object read = asOther(text, right);
            return read == null ? null : order(read, right);
        }
        if (right instanceof String text && !(left instanceof String)) {
            Object read = asOther(text, left);
            return read == null ? null : order(left, read);
        }
        if (left instanceof Double || right instanceof Double) {
            return doubles(left, right);
        }
        if (left instanceof OffsetDateTime one && right instanceof OffsetDateTime other) {
            return one.toInstant().compareTo(other.toInstant());
        }
        if (left instanceof Operands.Member one && right instanceof Operands.Member other) {
            return Long.compare(one.value(), other.value());
        }
        boolean same = left.getClass() == right.getClass() && left instanceof Comparable;
        return same ? Integer.signum(((Comparable) left).compareTo(right)) : null;
    }

    private Object asOther(String text, Object other) {
        return other instanceof Operands.Member member
                ? Operands.member(text, member.type())
                : operands.read(text, other.getClass());
    }

    /** What is not a number is equal to nothing. */
    private static Integer doubles(Object left, Object right) {
        if (!(left instanceof Number one) || !(right instanceof Number other)) {
            return null;
        }
        if (Double.isNaN(one.doubleValue()) || Double.isNaN(other.doubleValue())) {
            return null;
        }
        return Double.compare(one.doubleValue(), other.doubleValue());
    }

    /** For an order: null comes first, and everything has a place. */
    Comparator<Object> ascending() {
        return (left, right) -> {
            if (left == null || right == null) {
                return left == right ? 0 : left == null ? -1 : 1;
            }
            Integer order = order(left, right);
            return order == null ? Integer.compare(place(left), place(right)) : order;
        };
    }

    private static int place(Object value) {
        int place = CLASSES.indexOf(value.getClass());
        return place < 0 ? CLASSES.size() : place;
    }
}
