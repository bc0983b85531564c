package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A document type; {@code uni} is its Latin name in addresses, {@code name} its Russian one in documents [edmx]. */
public record DocumentType(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "uni";
    }

    public String uni() {
        return properties.text("uni");
    }

    public String name() {
        return properties.text("name");
    }
    /** Virtual types have no document set of their own [edmx]. */
    public boolean virtual() {
        return properties.flag("virtual");
    }
}
