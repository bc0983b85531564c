package ru.smartsbridge.com.connector;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.text.ComTexts;

/**
 * What the configuration says of reaching one base by COM. Immutable.
 *
 * @param connection an id of a base, {@code host:port/id} or {@code http://host:port/id}, as the component takes it
 * @param log the folder of the component's own log
 * @param exchange a folder that the component writes to and we read, as the component is told it
 * @param state a folder of this base's own, which exists
 * @param propertiesOnly whether everything crosses property by property, whatever the self-test would say
 * @param zone the zone of the component's dates
 */
public record ConnectionSettings(
        String connection,
        Optional<String> login,
        Optional<String> password,
        Optional<String> token,
        Optional<Path> log,
        Optional<String> exchange,
        Path state,
        boolean propertiesOnly,
        ZoneId zone) {
    private static final Setting CONNECTION = Setting.text("connection");
    private static final Setting LOGIN = Setting.text("login");
    private static final Setting PASSWORD = Setting.secret("password");
    private static final Setting TOKEN = Setting.secret("token");
    private static final Setting LOG = Setting.path("log");
    private static final Setting EXCHANGE = Setting.text("exchange");
    private static final Setting CROSSING = Setting.word("crossing", "auto", "properties");

    /** The keys that are read here. */
    public static Stream<Setting> keys() {
        return Stream.of(CONNECTION, LOGIN, PASSWORD, TOKEN, LOG, EXCHANGE, CROSSING);
    }

    /**
     * Reads them.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where they cannot be used together
     */
    public static ConnectionSettings of(BaseSettings settings) {
        String connection = settings.text(CONNECTION.name())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElseThrow(
                        () -> ComTexts.error(Category.INVALID_REQUEST, "settings.connection.missing", settings.name())
                                .at(CONNECTION.name()));
        Optional<String> login = settings.text(LOGIN.name());
        Optional<String> password = settings.text(PASSWORD.name());
        Optional<String> token = settings.text(TOKEN.name());
        if (login.isEmpty() && (password.isPresent() || token.isPresent())) {
            throw ComTexts.error(Category.INVALID_REQUEST, "settings.login.missing", settings.name())
                    .at(LOGIN.name());
        }
        return new ConnectionSettings(
                connection,
                login,
                password,
                token,
                settings.path(LOG.name()),
                settings.text(EXCHANGE.name()),
                settings.state(),
                settings.text(CROSSING.name()).filter("properties"::equals).isPresent(),
                settings.zone());
    }

    /** Whether there is enough to log in with. */
    boolean hasCredentials() {
        return login.isPresent() && (password.isPresent() || token.isPresent());
    }

    /** What must not be shown anywhere. */
    Stream<String> secrets() {
        return Stream.of(password, token).flatMap(Optional::stream).filter(secret -> !secret.isEmpty());
    }

    /** Names no secret. */
    @Override
    public String toString() {
        return "ConnectionSettings[connection=" + connection + ", login=" + login + "]";
    }
}
