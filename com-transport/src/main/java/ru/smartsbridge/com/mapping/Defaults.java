package ru.smartsbridge.com.mapping;

import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Which values say no more than an absent property does. */
final class Defaults {
    private Defaults() {}

    static boolean isDefault(Value value) {
        if (value instanceof Value.Text text) {
            return text.value().isEmpty()
                    || value.equals(Spans.ZERO)
                    || text.value().startsWith("0001-01-01T00:00:00");
        }
        if (value instanceof Value.Number number) {
            return number.decimal().signum() == 0;
        }
        if (value instanceof Value.Items items) {
            return items.values().isEmpty();
        }
        if (value instanceof Properties object) {
            return object.isEmpty();
        }
        return value != Value.Flag.TRUE;
    }
}
