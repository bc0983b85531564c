package ru.smartsbridge.server.config;

import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.Setting;

/** The keys of {@code com:}, so that a configuration that has them is read by a version without a COM transport too. */
final class ComSection {
    static final String KIND = "com";

    static final List<Setting> SETTINGS = List.of(
            Setting.text("connection"),
            Setting.text("component"),
            Setting.text("isolation"),
            Setting.path("java"),
            Setting.text("login"),
            Setting.secret("password"),
            Setting.secret("token"),
            Setting.duration("timeout"),
            Setting.path("log"),
            Setting.path("exchange"),
            Setting.flag("allow-unsupported"));

    /** Keys that have few values. */
    static final Map<String, List<String>> WORDS =
            Map.of("component", List.of("storage", "terminal"), "isolation", List.of("process", "none"));

    /** Names that differ, as a mapping of any names to texts [guess: the design names the key, not its form]. */
    static final String MEMBERS = "members";

    private ComSection() {}
}
