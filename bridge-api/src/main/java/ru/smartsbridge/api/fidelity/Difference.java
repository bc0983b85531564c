package ru.smartsbridge.api.fidelity;

import ru.smartsbridge.api.value.Value;

/**
 * A value that did not come back as what was sent.
 *
 * @param path from the entity to the value, such as {@code packings[1].name}
 * @param sent null where the property was absent
 * @param given null where the property is absent
 */
public record Difference(String path, Value sent, Value given) {
    @Override
    public String toString() {
        return "'" + path + "': sent " + shown(sent) + ", given " + shown(given);
    }

    private static String shown(Value value) {
        return value == null ? "nothing" : value.toString();
    }
}
