package ru.smartsbridge.com.mapping;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.OleDate;

/** Single values of REST as the component's XML writes them and as VARIANTs, both ways. Immutable. */
record Scalars(Dates dates) {
    /** A value that the form cannot hold. */
    static final class Misfit extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean beyond;

        Misfit(Throwable cause) {
            this(cause, false);
        }

        private Misfit(Throwable cause, boolean beyond) {
            super(cause == null ? null : cause.getMessage(), cause, false, false);
            this.beyond = beyond;
        }

        /** A value that is one of the type, and yet does not survive the component. */
        static Misfit beyond() {
            return new Misfit(null, true);
        }

        boolean isBeyond() {
            return beyond;
        }
    }

    /** Passes where the form holds the value; {@link Value#NULL} fits each. */
    void require(Form form, Value value) {
        if (value != Value.NULL && toCom(form, value) instanceof String text && XmlText.isMistaken(text)) {
            throw new Misfit(null);
        }
    }

    /** Writes a value that is not null as XML has it, escaped. */
    void appendXml(StringBuilder out, Form form, Value value) {
        if (value instanceof Value.Text text && form == Form.TEXT) {
            XmlText.appendValue(out, text.value());
            return;
        }
        if (value instanceof Value.Number number && isWrittenAsItIs(form, number.literal())) {
            out.append(number.literal());
            return;
        }
        switch (form) {
            case DATE -> Dates.appendXml(out, local(value).orElse(LocalDateTime.of(1, 1, 1, 0, 0)));
            case SPAN -> out.append(span(value));
            case CREATED_BY, ROLE -> out.append(form.names().get((Integer) toCom(form, value)));
            case FLAG -> out.append(value == Value.Flag.TRUE ? "True" : flag(value));
            default -> out.append(xml(toCom(form, value)));
        }
    }

    private static boolean isWrittenAsItIs(Form form, String literal) {
        return switch (form) {
            case DECIMAL -> Numbers.isPlain(literal);
            case R8, QUANTITY -> Numbers.isPlain(literal) && !endsInZero(literal);
            case UNITS -> Numbers.isPlain(literal) && !endsInZero(literal) && !literal.equals("0");
            default -> false;
        };
    }

    private static String flag(Value value) {
        if (value != Value.Flag.FALSE) {
            throw new Misfit(null);
        }
        return "False";
    }

    private static String xml(Object value) {
        if (value instanceof Double number) {
            if (number.isNaN() || number.isInfinite()) {
                return number.isNaN() ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
            }
            return Numbers.shortest(number).toString();
        }
        return value instanceof BigDecimal decimal ? decimal.toPlainString() : String.valueOf(value);
    }

    /**
     * A value as it crosses by property.
     *
     * @return null for "no date", which VT_EMPTY puts [run], and for {@link Value#NULL}
     */
    Object toCom(Form form, Value value) {
        if (value == Value.NULL) {
            return null;
        }
        try {
            return switch (form) {
                case TEXT -> text(value);
                case R8, QUANTITY -> r8(value);
                case UNITS -> units(value);
                case DECIMAL -> decimal(value);
                case I4 -> (int) whole(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
                case I8 -> whole(value, Long.MIN_VALUE, Long.MAX_VALUE);
                case FLAG -> value == Value.Flag.TRUE || Boolean.parseBoolean(flag(value));
                case DATE -> local(value).map(OleDates::of).orElse(null);
                case SPAN -> span(value);
                case CREATED_BY, ROLE -> member(form, value);
            };
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            throw new Misfit(e);
        }
    }

    private Optional<LocalDateTime> local(Value value) {
        try {
            return dates.local(text(value));
        } catch (DateTimeException e) {
            throw new Misfit(e);
        }
    }

    private static String span(Value value) {
        try {
            return Spans.toXml(text(value));
        } catch (DateTimeException e) {
            throw new Misfit(e);
        }
    }

    private static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        throw new Misfit(null);
    }

    private static BigDecimal number(Value value) {
        if (value instanceof Value.Number number) {
            return number.decimal();
        }
        throw new Misfit(null);
    }

    private static Double r8(Value value) {
        if (value instanceof Value.Text text) {
            return switch (text.value()) {
                case "NaN" -> Double.NaN;
                case "INF" -> Double.POSITIVE_INFINITY;
                case "-INF" -> Double.NEGATIVE_INFINITY;
                default -> throw new Misfit(null);
            };
        }
        BigDecimal number = number(value);
        if (!Numbers.fitsR8(number)) {
            throw new Misfit(null);
        }
        double nearest = number.doubleValue();
        if (Math.abs(nearest) == Numbers.BEYOND_DECIMAL) {
            throw Misfit.beyond();
        }
        return nearest;
    }

    private static Double units(Value value) {
        Double units = r8(value);
        if (units == 0) {
            throw Misfit.beyond();
        }
        return units;
    }

    private static BigDecimal decimal(Value value) {
        BigDecimal number = number(value);
        if (!Numbers.fitsDecimal(number)) {
            throw Misfit.beyond();
        }
        return Numbers.asDecimal(number);
    }

    private static long whole(Value value, long least, long most) {
        BigDecimal number = number(value);
        if (!Numbers.fitsWhole(number, least, most)) {
            throw new Misfit(null);
        }
        return number.longValueExact();
    }

    private static Integer member(Form form, Value value) {
        int member = value instanceof Value.Number
                ? (int) whole(value, 0, form.names().size() - 1L)
                : form.names().indexOf(text(value));
        if (member < 0) {
            throw new Misfit(null);
        }
        return member;
    }

    /**
     * What REST shows for a value in the component's XML.
     *
     * @throws Misfit where it is none of the form
     */
    Value ofXml(Form form, String xml) {
        try {
            return switch (form) {
                case TEXT -> Value.text(xml);
                case R8 -> r8OfXml(xml);
                case QUANTITY, UNITS ->
                    Numbers.isPlain(xml) && !endsInZero(xml) ? new Value.Number(xml) : quantity(xml);
                case DECIMAL -> Numbers.isPlain(xml) ? new Value.Number(xml) : plain(new BigDecimal(xml.trim()));
                case I4, I8 -> new Value.Number(new java.math.BigInteger(xml.trim()).toString());
                case FLAG -> flagOfXml(xml);
                case DATE -> dates.ofXml(xml);
                case SPAN -> Spans.ofXml(xml);
                case CREATED_BY, ROLE -> Value.text(xml);
            };
        } catch (DateTimeException | NumberFormatException e) {
            throw new Misfit(e);
        }
    }

    private static Value plain(BigDecimal number) {
        return new Value.Number(Numbers.asDecimal(number).toPlainString());
    }

    private static Value r8OfXml(String xml) {
        boolean small = xml.startsWith("0.00000") || xml.startsWith("-0.00000");
        if (Numbers.isPlain(xml) && !endsInZero(xml) && !small) {
            return new Value.Number(xml.indexOf('.') < 0 ? xml + ".0" : xml);
        }
        return Numbers.shownR8(Double.parseDouble(xml));
    }

    private static Value quantity(String xml) {
        return Numbers.shownQuantity(Double.parseDouble(xml));
    }

    /** Zeros behind the point that a double does not keep. */
    private static boolean endsInZero(String literal) {
        return literal.endsWith("0") && literal.indexOf('.') >= 0;
    }

    private static Value flagOfXml(String xml) {
        if (xml.equalsIgnoreCase("true")) {
            return Value.Flag.TRUE;
        }
        if (xml.equalsIgnoreCase("false")) {
            return Value.Flag.FALSE;
        }
        throw new Misfit(null);
    }

    /**
     * What REST shows for a VARIANT; nothing, where the component answered nothing.
     *
     * @throws Misfit where it is none of the form
     */
    Optional<Value> ofCom(Form form, Object value) {
        if (value == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (form) {
                    case TEXT -> Value.text(as(String.class, value));
                    case R8 -> Numbers.shownR8(as(Number.class, value).doubleValue());
                    case QUANTITY, UNITS ->
                        Numbers.shownQuantity(as(Number.class, value).doubleValue());
                    case DECIMAL -> plain(new BigDecimal(as(Number.class, value).toString()));
                    case I4, I8 -> new Value.Number(as(Number.class, value).toString());
                    case FLAG -> Value.flag(as(Boolean.class, value));
                    case DATE -> date(as(OleDate.class, value));
                    case SPAN -> throw new Misfit(null);
                    case CREATED_BY, ROLE -> memberName(form, as(Integer.class, value));
                });
    }

    /** A value whose type nobody declared, by the VARIANT's own. */
    Value ofCom(Object value) {
        if (value == null) {
            return Value.NULL;
        }
        Form form = value instanceof String
                ? Form.TEXT
                : value instanceof Boolean
                        ? Form.FLAG
                        : value instanceof OleDate
                                ? Form.DATE
                                : value instanceof Double
                                        ? Form.R8
                                        : value instanceof BigDecimal ? Form.DECIMAL : Form.I8;
        return ofCom(form, value).orElse(Value.NULL);
    }

    private Value date(OleDate date) {
        return OleDates.local(date).map(dates::shown).orElse(Dates.NO_DATE);
    }

    private static Value memberName(Form form, int member) {
        boolean known = member >= 0 && member < form.names().size();
        return known ? Value.text(form.names().get(member)) : Value.number(member);
    }

    private static <T> T as(Class<T> type, Object value) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        throw new Misfit(null);
    }
}
