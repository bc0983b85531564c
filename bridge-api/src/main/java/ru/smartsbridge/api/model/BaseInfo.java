package ru.smartsbridge.api.model;

import java.util.Optional;
import ru.smartsbridge.api.value.Properties;

/** What a base says of itself: the singleton {@code BaseInfo} ({@code AppInstanceWrapper}) [edmx]. */
public record BaseInfo(Properties properties) implements Entity {

    public String id() {
        return properties.text("id");
    }

    public String name() {
        return properties.text("name");
    }

    public String appName() {
        return properties.text("appName");
    }

    public String configurationVersion() {
        return properties.text("configurationVersion");
    }

    public String serverVersion() {
        return properties.text("serverVersion");
    }
    /** {@code appDescription.appName}, else {@code appName}; null where neither is given. */
    public String product() {
        return described("appName").orElseGet(this::appName);
    }

    /** {@code appDescription.appVersion}, else {@code configurationVersion}; null where neither is given. */
    public String version() {
        return described("appVersion").orElseGet(this::configurationVersion);
    }

    private Optional<String> described(String name) {
        return properties.object("appDescription").map(description -> description.text(name));
    }
}
