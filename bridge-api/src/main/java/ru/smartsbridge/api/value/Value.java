package ru.smartsbridge.api.value;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** A JSON value that is immutable and loses nothing: an object keeps its order, a number its digits. */
public sealed interface Value permits Value.Text, Value.Number, Value.Flag, Value.Null, Value.Items, Properties {

    /** JSON's null: present and empty, which is not the same as absent. */
    Null NULL = Null.INSTANCE;

    /** The text as a value; null gives {@link #NULL}. */
    static Value text(String text) {
        return text == null ? NULL : new Text(text);
    }

    /** The decimal with the digits it has; null gives {@link #NULL}. */
    static Value number(BigDecimal number) {
        return number == null ? NULL : new Number(number.toString());
    }

    /** The whole number. */
    static Value number(long number) {
        return new Number(Long.toString(number));
    }

    /** True or false. */
    static Value flag(boolean flag) {
        return flag ? Flag.TRUE : Flag.FALSE;
    }

    /** An array of these. */
    static Value items(List<? extends Value> items) {
        return new Items(List.copyOf(items));
    }

    /** A text. Well-formed Unicode: a lone surrogate is refused where JSON is read. */
    record Text(String value) implements Value {
        public Text {
            Objects.requireNonNull(value);
        }
    }

    /**
     * A number as it was written: {@code 1.0} is not {@code 1}, and nothing goes through double.
     *
     * @param literal by JSON's grammar
     */
    record Number(String literal) implements Value {
        public Number {
            Objects.requireNonNull(literal);
        }

        /** The exact value, with the scale of the literal. */
        public BigDecimal decimal() {
            return new BigDecimal(literal);
        }
    }

    /** True or false. */
    enum Flag implements Value {
        TRUE,
        FALSE
    }

    /** JSON's null. */
    enum Null implements Value {
        INSTANCE
    }

    /** An array, in order. */
    record Items(List<Value> values) implements Value {
        public Items {
            values = List.copyOf(values);
        }
    }
}
