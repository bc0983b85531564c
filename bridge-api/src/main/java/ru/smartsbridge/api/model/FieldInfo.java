package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** An additional field that the base declares: Russian name, {@code uni}, type [edmx]. */
public record FieldInfo(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "uni";
    }

    public String uni() {
        return properties.text("uni");
    }

    public String fieldName() {
        return properties.text("fieldName");
    }

    public String fieldType() {
        return properties.text("fieldType");
    }
    /** Part of the key by which the table's rows are found [guess: {@code issqlKeyIndex}]. */
    public boolean keyIndex() {
        return properties.flag("issqlKeyIndex");
    }
}
