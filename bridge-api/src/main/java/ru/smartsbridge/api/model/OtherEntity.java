package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** An entity of a set that the bridge has no name of its own for; its key is what the schema says. */
public record OtherEntity(Properties properties) implements Entity {}
