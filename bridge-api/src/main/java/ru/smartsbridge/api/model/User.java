package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A user; the {@code password} is a secret [edmx]. */
public record User(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }
}
