package ru.smartsbridge.rest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.BackendRoot;
import ru.smartsbridge.rest.http.Patience;

/**
 * The {@code rest} section of a base, checked.
 *
 * @param account empty: callers show their own
 * @param token whether the account opens a session, else goes along as Basic
 * @param verbatim whether requests may be handed on unparsed
 * @param rewritesLinks whether links in their answers are to lead back to the bridge
 * @param clientHost whether those carry the client's {@code Host}, else that of {@code root}
 */
record RestSettings(
        BackendRoot root,
        Optional<Credentials.Password> account,
        boolean token,
        boolean verbatim,
        boolean rewritesLinks,
        boolean clientHost,
        Optional<Path> trust,
        Patience patience,
        int connections) {
    static final List<Setting> KEYS = List.of(
            Setting.text("url"),
            Setting.text("login"),
            Setting.secret("password"),
            Setting.text("auth"),
            Setting.flag("pass-login"),
            Setting.text("forward"),
            Setting.flag("rewrite-links"),
            Setting.text("host"),
            Setting.path("trust"),
            Setting.duration("connect-timeout"),
            Setting.duration("request-timeout"),
            Setting.duration("idle-timeout"),
            Setting.duration("end-timeout"),
            Setting.number("max-connections"));

    private static final int MOST_CONNECTIONS = 10_000;

    /** Longer waits are no waits; the clock counts in nanoseconds too. */
    private static final Duration LONGEST = Duration.ofDays(7);

    static RestSettings of(BaseSettings settings) {
        String url = settings.text("url")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> RestTexts.setting("url", "setting.url.missing", settings.name()));
        Patience patience = new Patience(
                time(settings, "connect-timeout", Duration.ofSeconds(5)),
                time(settings, "request-timeout", Duration.ofSeconds(60)),
                time(settings, "idle-timeout", Duration.ofSeconds(30)),
                time(settings, "end-timeout", Duration.ofMinutes(30)));
        long connections = settings.number("max-connections", 64);
        if (connections < 1 || connections > MOST_CONNECTIONS) {
            throw RestTexts.setting(
                    "max-connections", "setting.number", "max-connections", 1, MOST_CONNECTIONS, connections);
        }
        Optional<Credentials.Password> account = settings.text("login")
                .filter(login -> !login.isEmpty())
                .map(login -> new Credentials.Password(
                        login, settings.text("password").orElse("")));
        if (account.isPresent() && settings.flag("pass-login", false)) {
            throw RestTexts.setting("pass-login", "setting.passLogin");
        }
        return new RestSettings(
                BackendRoot.of(url),
                account,
                choice(settings, "auth", "basic", "token").equals("token"),
                choice(settings, "forward", "verbatim", "typed").equals("verbatim"),
                settings.flag("rewrite-links", false),
                choice(settings, "host", "client", "server").equals("client"),
                settings.path("trust"),
                patience,
                (int) connections);
    }

    private static Duration time(BaseSettings settings, String key, Duration otherwise) {
        Duration time = settings.duration(key, otherwise);
        if (time.toMillis() < 1 || time.compareTo(LONGEST) > 0) {
            throw RestTexts.setting(key, "setting.time", key);
        }
        return time;
    }

    private static String choice(BaseSettings settings, String key, String standard, String other) {
        String value = settings.text(key).orElse(standard);
        if (!value.equals(standard) && !value.equals(other)) {
            throw RestTexts.setting(key, "setting.choice", key, standard, other, value);
        }
        return value;
    }
}
