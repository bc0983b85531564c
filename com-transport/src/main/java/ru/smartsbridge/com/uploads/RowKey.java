package ru.smartsbridge.com.uploads;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Dates;

/** What a table's rows are known by: the values of its key fields, else the uid. Case counts [run]. */
final class RowKey {
    private static final char BETWEEN = '\u0000';

    private final List<String> fields;
    private final Set<String> moments;
    private final Map<String, Value> unset;
    private final Dates dates;

    /**
     * @param fields JSON properties, none where the uid is the key
     * @param moments which of them hold dates
     * @param unset what a field is for the component that has no value
     * @param zone of the base
     */
    RowKey(List<String> fields, Set<String> moments, Map<String, Value> unset, ZoneId zone) {
        this.fields = List.copyOf(fields);
        this.moments = Set.copyOf(moments);
        this.unset = unset;
        this.dates = new Dates(zone);
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
            key.append(key.isEmpty() ? "" : BETWEEN).append(comparable(value, moments.contains(field)));
        }
        return key.toString();
    }

    private String comparable(Value value, boolean moment) {
        if (value instanceof Value.Number number) {
            BigDecimal decimal = number.decimal();
            return (decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros()).toString();
        }
        if (value instanceof Value.Text text) {
            return moment ? moment(text.value()) : text.value();
        }
        return value.toString();
    }

    /** As the component has it, which is how it compares: a date comes back in another form than it was sent. */
    private String moment(String text) {
        try {
            return dates.local(text).map(LocalDateTime::toString).orElse("");
        } catch (DateTimeException e) {
            return text; // it is refused as a value of the row
        }
    }
}
