package ru.smartsbridge.server.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.Setting;

/** The names of all keys that a configuration may have. */
final class KnownKeys {
    static final String BASES = "bases";
    static final String LIMITS = "limits";
    static final String USERS = "users";
    static final String PASSWORD = "password";
    static final List<String> TOP = List.of(
            "listen",
            "default-base",
            BASES,
            "trusted-proxies",
            "state",
            LIMITS,
            "language",
            "authentication",
            "allowed-origins",
            "allowed-hosts",
            USERS);
    static final List<String> OF_LIMITS = List.of("body", "entity", "header", "request-idle", "page");
    static final List<String> OF_USER = List.of(PASSWORD, "bases", "admin");
    static final List<String> OF_BASE = List.of(
            "transport",
            "fallback",
            "fallback-return",
            "time-zone",
            "upload-timeout",
            "rehearsal",
            "record",
            "secrets",
            "switch-needs-verdict");
    static final String SHADOW = "shadow";
    static final List<String> OF_SHADOW = List.of("candidate", "sample", "concurrent", "waiting", "timeout");

    private final Map<String, List<Setting>> sections;

    KnownKeys(Map<String, List<Setting>> sections) {
        this.sections = sections;
    }

    /** What may stand in a base: its own keys and the sections. */
    List<String> ofBase() {
        List<String> keys = new ArrayList<>(OF_BASE);
        keys.add(SHADOW);
        keys.addAll(sections.keySet());
        return keys;
    }

    /** What may stand in a section. */
    List<String> ofSection(String kind) {
        return sections.get(kind).stream().map(Setting::name).toList();
    }

    /** Paths of all keys with a value outside bases. */
    List<List<String>> topValues() {
        List<List<String>> paths = new ArrayList<>();
        TOP.stream()
                .filter(key -> !List.of(BASES, LIMITS, USERS).contains(key))
                .forEach(key -> paths.add(List.of(key)));
        OF_LIMITS.forEach(key -> paths.add(List.of(LIMITS, key)));
        return paths;
    }

    /** Paths of all keys with a single value inside a base. */
    List<List<String>> baseValues() {
        List<List<String>> paths = new ArrayList<>();
        OF_BASE.forEach(key -> paths.add(List.of(key)));
        OF_SHADOW.forEach(key -> paths.add(List.of(SHADOW, key)));
        sections.forEach((kind, settings) -> settings.stream()
                .filter(setting -> setting.type() != Setting.Type.NAMES)
                .forEach(setting -> paths.add(List.of(kind, setting.name()))));
        return paths;
    }

    /** Whether the value at this path is never shown. */
    boolean secret(List<String> path) {
        boolean ofUser =
                path.size() == 3 && path.get(0).equals(USERS) && path.get(2).equals(PASSWORD);
        return ofUser
                || path.size() == 4
                        && path.get(0).equals(BASES)
                        && sections.getOrDefault(path.get(2), List.of()).stream()
                                .anyMatch(setting ->
                                        setting.secret() && setting.name().equals(path.get(3)));
    }
}
