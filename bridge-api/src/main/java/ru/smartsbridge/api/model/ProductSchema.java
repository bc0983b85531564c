package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** What the base says of its products' fields; there is one, asked without a key [doc]. */
public record ProductSchema(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "oDataKey";
    }
}
