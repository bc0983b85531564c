package ru.smartsbridge.migration.side;

import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** About how many bytes of memory a value takes. */
public final class Weight {
    private static final int OBJECT = 40;
    private static final int REFERENCE = 16;

    private Weight() {}

    /** Rough, and the same for the same value. */
    public static long of(Value value) {
        if (value instanceof Value.Text text) {
            return OBJECT + 2L * text.value().length();
        }
        if (value instanceof Value.Number number) {
            return OBJECT + number.literal().length();
        }
        if (value instanceof Value.Items items) {
            return OBJECT
                    + items.values().stream()
                            .mapToLong(item -> REFERENCE + of(item))
                            .sum();
        }
        if (!(value instanceof Properties object)) {
            return 0;
        }
        long bytes = OBJECT;
        for (Map.Entry<String, Value> property : object) {
            bytes += 2 * REFERENCE + property.getKey().length() + of(property.getValue());
        }
        return bytes;
    }
}
