package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/** A handheld terminal known to the server ({@code DeviceInfo}); its {@code pincode} is a secret [edmx]. */
public record Device(Properties properties) implements Entity {
    @Override
    public String keyName() {
        return "deviceId";
    }

    public String deviceId() {
        return properties.text("deviceId");
    }

    public String userId() {
        return properties.text("userId");
    }

    public String documentId() {
        return properties.text("documentId");
    }

    public String deviceName() {
        return properties.text("deviceName");
    }
}
