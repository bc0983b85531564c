package ru.smartsbridge.com.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.smartsbridge.api.value.Value;

/** The types that additional fields have: .NET type codes [run]. */
enum FieldType {
    STRING("String", Form.TEXT),
    INT16("Int16", Form.I4),
    INT32("Int32", Form.I4),
    INT64("Int64", Form.I8),
    BYTE("Byte", Form.I4),
    DOUBLE("Double", Form.R8),
    SINGLE("Single", Form.R8),
    DECIMAL("Decimal", Form.DECIMAL),
    BOOLEAN("Boolean", Form.FLAG),
    DATE_TIME("DateTime", Form.DATE),
    CHAR("Char", Form.TEXT);

    private static final Map<String, FieldType> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(FieldType::code, Function.identity()));
    private static final Map<String, FieldType> BY_LOWER_CODE = Arrays.stream(values())
            .collect(Collectors.toMap(type -> type.code.toLowerCase(java.util.Locale.ROOT), Function.identity()));

    private final String code;
    private final Form form;

    FieldType(String code, Form form) {
        this.code = code;
        this.form = form;
    }

    /** The name of the type, which in attributes stands before the field's, and an underscore between. */
    String code() {
        return code;
    }

    Form form() {
        return form;
    }

    /** The type of a code in XML, to the letter; null where it is none of these. */
    static FieldType ofCode(String code) {
        return BY_CODE.get(code);
    }

    /** The declared type, in any case; null where nobody declared one or its values are of any type. */
    static FieldType declared(String code) {
        return BY_LOWER_CODE.get(code.toLowerCase(java.util.Locale.ROOT));
    }

    /** The type before an attribute's name; null where it is a text. */
    static FieldType ofAttribute(String name) {
        int underscore = name.indexOf('_');
        FieldType type =
                underscore <= 0 || underscore == name.length() - 1 ? null : ofCode(name.substring(0, underscore));
        return type == STRING ? null : type;
    }

    /** The type that carries a value that nobody declared; null where none does. */
    static FieldType of(Value value) {
        if (value instanceof Value.Text) {
            return STRING;
        }
        if (value instanceof Value.Flag) {
            return BOOLEAN;
        }
        if (!(value instanceof Value.Number number)) {
            return null;
        }
        boolean whole = number.literal().chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
        BigDecimal decimal = number.decimal();
        if (whole && Numbers.fitsWhole(decimal, Integer.MIN_VALUE, Integer.MAX_VALUE)) {
            return INT32;
        }
        if (whole && Numbers.fitsWhole(decimal, Long.MIN_VALUE, Long.MAX_VALUE)) {
            return INT64;
        }
        return Numbers.fitsDecimal(decimal) ? DECIMAL : DOUBLE;
    }

    /** Whether a value that fits the form fits this type as well. */
    boolean fits(Value value) {
        return switch (this) {
            case INT16 -> isWithin(value, Short.MIN_VALUE, Short.MAX_VALUE);
            case BYTE -> isWithin(value, 0, 255);
            case CHAR -> value instanceof Value.Text text && text.value().length() == 1;
            case SINGLE ->
                !(value instanceof Value.Number number)
                        || Float.isFinite(number.decimal().floatValue());
            default -> true;
        };
    }

    private static boolean isWithin(Value value, long least, long most) {
        return value instanceof Value.Number number && Numbers.fitsWhole(number.decimal(), least, most);
    }
}
