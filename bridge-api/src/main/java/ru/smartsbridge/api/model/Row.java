package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A row of a table; everything but {@code uid} and {@code index} is a field of that table [edmx]. */
public record Row(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "uid";
    }

    public String uid() {
        return properties.text("uid");
    }
}
