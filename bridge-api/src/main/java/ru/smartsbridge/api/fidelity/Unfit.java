package ru.smartsbridge.api.fidelity;

import java.math.BigDecimal;
import ru.smartsbridge.api.value.Value;

/** Which values of a property a way to a base does not carry. */
public enum Unfit {
    /** Any value but nothing: null, false, zero, an empty text or array stand for what is not there. */
    ANY_VALUE("any value here but null, false, 0 and what is empty") {
        @Override
        boolean is(Value value) {
            boolean zero =
                    value instanceof Value.Number number && number.decimal().signum() == 0;
            boolean empty = value instanceof Value.Text text && text.value().isEmpty()
                    || value instanceof Value.Items items && items.values().isEmpty();
            return value != Value.NULL && value != Value.Flag.FALSE && !zero && !empty;
        }
    },
    /** The number zero. */
    ZERO("zero here") {
        @Override
        boolean is(Value value) {
            return value instanceof Value.Number number && number.decimal().signum() == 0;
        }
    },
    /** A number that .NET's decimal does not hold exactly: 96 bits, and at most 28 decimals. */
    BEYOND_DECIMAL("a number here of more than 96 bits or 28 decimals") {
        @Override
        boolean is(Value value) {
            if (!(value instanceof Value.Number number)) {
                return false;
            }
            BigDecimal decimal = number.decimal();
            return decimal.scale() > 28
                    || (long) decimal.precision() - decimal.scale() > 29 // before an exponent is written out
                    || decimal.setScale(Math.max(0, decimal.scale()))
                                    .unscaledValue()
                                    .bitLength()
                            > 96;
        }
    },
    /** The flag when it is set. */
    TRUE("true here") {
        @Override
        boolean is(Value value) {
            return value == Value.Flag.TRUE;
        }
    },
    /** The one double that is just beyond .NET's largest decimal, and passes its own check of the range. */
    TWO_TO_96("a number here whose nearest double is 2^96 or -2^96") {
        @Override
        boolean is(Value value) {
            return value instanceof Value.Number number
                    && Math.abs(number.decimal().doubleValue()) == 0x1p96;
        }
    };

    private final String phrase;

    Unfit(String phrase) {
        this.phrase = phrase;
    }

    abstract boolean is(Value value);

    String phrase() {
        return phrase;
    }
}
