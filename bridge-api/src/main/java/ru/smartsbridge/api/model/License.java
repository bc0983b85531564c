package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A licence ({@code LicensingInfo}) [edmx]. */
public record License(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "filePath";
    }
}
