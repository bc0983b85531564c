package ru.smartsbridge.com.terminal;

import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Stream;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.ConfiguredSchema;
import ru.smartsbridge.com.text.ComTexts;

/**
 * What the configuration says of a base behind TerminalConnector, which tells nothing of itself. Immutable.
 *
 * @param members how the component is called
 * @param schema the tables and fields that can be uploaded
 * @param zone of the base
 */
public record TerminalSettings(TerminalMembers members, ComponentSchema schema, ZoneId zone) {
    private static final Setting TABLES = Setting.names("tables");
    private static final Setting PRODUCT_FIELDS = Setting.text("product-fields");

    /** The keys that are read here beside {@code members}. */
    public static Stream<Setting> keys() {
        return Stream.of(TABLES, PRODUCT_FIELDS);
    }

    /**
     * Reads them.
     *
     * @param members what is configured of them
     * @throws BridgeException {@code INVALID_REQUEST} at the key that cannot be used
     */
    public static TerminalSettings of(BaseSettings settings, Map<String, String> members) {
        for (String key : new String[] {"login", "password", "token", "exchange", "crossing"}) {
            if (settings.values().containsKey(key)) {
                throw ComTexts.error(Category.INVALID_REQUEST, "settings.terminal.unused", settings.name(), key)
                        .at(key);
            }
        }
        ComponentSchema schema = ConfiguredSchema.of(
                settings.names(TABLES.name()),
                TABLES.name(),
                settings.text(PRODUCT_FIELDS.name()).orElse(""),
                PRODUCT_FIELDS.name());
        return new TerminalSettings(TerminalMembers.of(members), schema, settings.zone());
    }

    /**
     * Passes where none of these keys is set.
     *
     * @throws BridgeException {@code INVALID_REQUEST} at the key that StorageConnector has no use for: its base tells
     */
    public static void requireNone(BaseSettings settings) {
        keys().filter(key -> settings.values().containsKey(key.name()))
                .findFirst()
                .ifPresent(key -> {
                    throw ComTexts.error(
                                    Category.INVALID_REQUEST, "settings.storage.unused", settings.name(), key.name())
                            .at(key.name());
                });
    }
}
