package ru.smartsbridge.api.fidelity;

import ru.smartsbridge.api.value.Properties;
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

    /** As a property of its name, so that a secret is masked. */
    private String shown(Value value) {
        String name = path.substring(path.lastIndexOf('.') + 1).replaceAll("(\\[\\d+])+$", "");
        return value == null
                ? "nothing"
                : Properties.builder().put(name, value).build().toString();
    }
}
