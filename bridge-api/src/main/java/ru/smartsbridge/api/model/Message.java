package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A message to devices ({@code MessageInfo}) [edmx]. */
public record Message(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String text() {
        return properties.text("text");
    }
}
