package ru.smartsbridge.migration.rule;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What a rule can do to both values before they are compared. */
public enum Normaliser {
    /** White space at both ends goes. */
    TRIM {
        @Override
        Value text(String text) {
            return Value.text(text.strip());
        }
    },
    /** All runs of white space are one space. */
    WHITE_SPACE {
        @Override
        Value text(String text) {
            return Value.text(text.strip().replaceAll("\\s+", " "));
        }
    },
    /** Line ends are line feeds. */
    LINE_ENDS {
        @Override
        Value text(String text) {
            return Value.text(text.replace("\r\n", "\n").replace('\r', '\n'));
        }
    },
    LETTER_CASE {
        @Override
        Value text(String text) {
            return Value.text(text.toLowerCase(Locale.ROOT));
        }
    },
    /** Unicode's normal form C. */
    NORMAL_FORM {
        @Override
        Value text(String text) {
            return Value.text(Normalizer.normalize(text, Normalizer.Form.NFC));
        }
    },
    /** An empty text or array is null, and so is what is absent. */
    EMPTY_AS_NULL {
        @Override
        Value text(String text) {
            return text.isEmpty() ? Value.NULL : Value.text(text);
        }

        @Override
        Value other(Value value) {
            return value instanceof Value.Items items && items.values().isEmpty() ? Value.NULL : value;
        }
    },
    /** "No date" is null, and so is what is absent. */
    NO_DATE_AS_NULL {
        @Override
        Value text(String text) {
            return text.startsWith("0001-01-01T00:00:00") ? Value.NULL : Value.text(text);
        }
    },
    /** Zero and false are null, and so is what is absent. */
    ZERO_AS_NULL {
        @Override
        Value other(Value value) {
            boolean zero =
                    value instanceof Value.Number number && number.decimal().signum() == 0;
            return zero || value == Value.Flag.FALSE ? Value.NULL : value;
        }
    },
    /** A text that names a number or a flag is that. */
    TEXT_AS_VALUE {
        @Override
        Value text(String text) {
            if (text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false")) {
                return Value.flag(text.equalsIgnoreCase("true"));
            }
            try {
                return Value.number(new BigDecimal(text.strip().replace(',', '.')));
            } catch (NumberFormatException noNumber) {
                return Value.text(text);
            }
        }
    },
    /** A date's offset goes; what is left is the time on its own clock. */
    WITHOUT_OFFSET {
        @Override
        Value text(String text) {
            try {
                return Value.text(OffsetDateTime.parse(text).toLocalDateTime().toString());
            } catch (DateTimeParseException noDate) {
                return Value.text(text);
            }
        }
    },
    /** The items of an array stand in one order. */
    ANY_ORDER {
        @Override
        Value other(Value value) {
            if (!(value instanceof Value.Items items)) {
                return value;
            }
            List<Value> sorted = new ArrayList<>(items.values());
            sorted.sort(Comparator.comparing(Value::toString));
            return Value.items(sorted);
        }
    };

    /** As rules write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Value text(String text) {
        return Value.text(text);
    }

    Value other(Value value) {
        return value;
    }

    /** The value in this form; arrays item by item, objects property by property. */
    final Value apply(Value value) {
        if (value instanceof Value.Text text) {
            return text(text.value());
        }
        if (value instanceof Value.Items items) {
            List<Value> applied = new ArrayList<>();
            items.values().forEach(item -> applied.add(apply(item)));
            return other(Value.items(applied));
        }
        if (value instanceof Properties object) {
            Map<String, Value> applied = new LinkedHashMap<>();
            object.forEach(property -> applied.put(property.getKey(), apply(property.getValue())));
            return Properties.of(applied);
        }
        return other(value);
    }
}
