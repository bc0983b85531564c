package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A warehouse [edmx]. */
public record Warehouse(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }
}
