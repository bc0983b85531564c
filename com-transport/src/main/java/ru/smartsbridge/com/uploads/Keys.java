package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Keys as texts. */
final class Keys {
    private Keys() {}

    /** A key's text, empty where there is none. */
    static String text(Properties entity, String name) {
        Value value = entity.get(name).orElse(Value.NULL);
        if (value instanceof Value.Text text) {
            return text.value();
        }
        return value instanceof Value.Number number ? number.literal() : "";
    }

    /**
     * A key's text.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where there is none: what has no key
     *     could never be merged
     */
    static String required(Properties entity, String name, String set) {
        String key = text(entity, name);
        if (key.isEmpty()) {
            throw ApiTexts.invalid("entity.noKey", set, name).at(name);
        }
        return key;
    }
}
