package ru.smartsbridge.com.mapping;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import ru.smartsbridge.api.value.Value;

/** Numbers between REST's literals and the component's R8 and DECIMAL, without a digit lost that either holds. */
final class Numbers {
    static final Value ZERO = Value.number(0);
    static final Value ZERO_R8 = new Value.Number("0.0");

    /** The component writes 15 digits [run]; so written, what is larger than this could not be read again. */
    private static final BigDecimal MOST_R8 = new BigDecimal("1.797693134862315E+308");

    /** Just beyond .NET's largest decimal: the component takes it and fails when it writes it [run]. */
    static final double BEYOND_DECIMAL = 0x1p96;

    private static final int DECIMAL_BITS = 96;
    private static final int MOST_DIGITS = 29;
    private static final int MOST_SCALE = 28;
    /** A decimal of so many digits is the shortest of its double. */
    private static final int SURE_DIGITS = 15;

    private static final int DOUBLE_DIGITS = 17;
    /** .NET writes a double plainly up to here, beyond with an exponent. */
    private static final int PLAIN_POWER = 15;

    private Numbers() {}

    /** Whether a double holds it, apart from digits. */
    static boolean fitsR8(BigDecimal number) {
        return number.abs().compareTo(MOST_R8) < 0;
    }

    /** Whether .NET's decimal holds it exactly: 96 bits, and at most 28 decimals. */
    static boolean fitsDecimal(BigDecimal number) {
        boolean isShort = number.scale() <= MOST_SCALE && (long) number.precision() - number.scale() <= MOST_DIGITS;
        return isShort && asDecimal(number).unscaledValue().bitLength() <= DECIMAL_BITS;
    }

    /** The form in which .NET's decimal reads it: without an exponent. */
    static BigDecimal asDecimal(BigDecimal number) {
        return number.scale() < 0 ? number.setScale(0) : number;
    }

    /** Whether it is whole and between these. */
    static boolean fitsWhole(BigDecimal number, long least, long most) {
        if (number.precision() - (long) number.scale() > 20) {
            return false;
        }
        BigDecimal stripped = number.stripTrailingZeros();
        if (stripped.scale() > 0) {
            return false;
        }
        BigInteger whole = stripped.toBigInteger();
        return whole.compareTo(BigInteger.valueOf(least)) >= 0 && whole.compareTo(BigInteger.valueOf(most)) <= 0;
    }

    /** A double as REST writes it: the shortest digits that give it, and a whole one with {@code .0} [rec]. */
    static Value shownR8(double number) {
        if (Double.isNaN(number)) {
            return Value.text("NaN");
        }
        if (Double.isInfinite(number)) {
            return Value.text(number > 0 ? "INF" : "-INF");
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return new Value.Number((long) number + ".0");
        }
        BigDecimal shortest = shortest(number);
        int power = shortest.precision() - shortest.scale() - 1;
        if (power >= -5 && power < PLAIN_POWER) {
            return new Value.Number(shortest.toPlainString());
        }
        String digits = shortest.unscaledValue().abs().toString();
        String fraction = digits.length() > 1 ? "." + digits.substring(1) : "";
        String sign = number < 0 ? "-" : "";
        String exponent = (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
        return new Value.Number(sign + digits.charAt(0) + fraction + "E" + exponent);
    }

    /** A double as REST writes a decimal. */
    static Value shownQuantity(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return shownR8(number);
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Value.number((long) number);
        }
        BigDecimal shortest = shortest(number);
        return new Value.Number(shortest.scale() > -MOST_SCALE ? shortest.toPlainString() : shortest.toString());
    }

    /** The decimal of fewest digits that is this double. */
    static BigDecimal shortest(double number) {
        BigDecimal decimal = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        // before Java 19 Double.toString may give a digit too many
        for (int digits = DOUBLE_DIGITS - 1; decimal.precision() > digits; digits--) {
            BigDecimal shorter = decimal.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (shorter.doubleValue() != number) {
                break;
            }
            decimal = shorter.stripTrailingZeros();
        }
        return decimal;
    }

    /** Whether the literal is plain, and short enough that no double has a shorter one. */
    static boolean isPlain(String literal) {
        if (literal.isEmpty() || literal.length() > SURE_DIGITS) {
            return false;
        }
        int begin = literal.charAt(0) == '-' ? 1 : 0;
        boolean point = false;
        for (int i = begin; i < literal.length(); i++) {
            char c = literal.charAt(i);
            if (c == '.' && !point && i > begin && i + 1 < literal.length()) {
                point = true;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        boolean leadingZero =
                literal.length() > begin + 1 && literal.charAt(begin) == '0' && literal.charAt(begin + 1) != '.';
        return literal.length() > begin && !leadingZero && !literal.equals("-0");
    }
}
