package ru.smartsbridge.com.uploads;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What a table's rows are known by: the values of its key fields, else the uid. Case counts [run]. */
final class RowKey {
    private static final char BETWEEN = '\u0000';

    private final List<String> fields;
    private final Map<String, Value> unset;

    /**
     * @param fields JSON properties, none where the uid is the key
     * @param unset what a field is for the component that has no value
     */
    RowKey(List<String> fields, Map<String, Value> unset) {
        this.fields = List.copyOf(fields);
        this.unset = unset;
    }

    boolean isOfFields() {
        return !fields.isEmpty();
    }

    /** The key of a row, sent or stored. */
    String of(Properties row) {
        if (fields.isEmpty()) {
            return Keys.text(row, "uid");
        }
        StringBuilder key = new StringBuilder();
        for (String field : fields) {
            Value value = row.get(field)
                    .filter(given -> given != Value.NULL)
                    .orElseGet(() -> unset.getOrDefault(field, Value.NULL));
            key.append(key.isEmpty() ? "" : BETWEEN).append(comparable(value));
        }
        return key.toString();
    }

    private static String comparable(Value value) {
        if (value instanceof Value.Number number) {
            BigDecimal decimal = number.decimal();
            return (decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros()).toString();
        }
        return value instanceof Value.Text text ? moment(text.value()) : value.toString();
    }

    /** A moment without its offset and trailing zeros, since it comes back in another form than it was sent. */
    private static String moment(String text) {
        if (text.length() < 16 || text.charAt(4) != '-' || text.charAt(10) != 'T') {
            return text;
        }
        try {
            return text.length() > 19 && (text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > 10)
                    ? OffsetDateTime.parse(text).toInstant().toString()
                    : LocalDateTime.parse(text).toString();
        } catch (DateTimeException e) {
            return text;
        }
    }
}
