package ru.smartsbridge.api;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the configuration says of one base, for the transport that serves it; checked against
 * {@link TransportProvider#settings()} before.
 *
 * @param name the base's name in the configuration
 * @param zone the zone of dates without an offset
 * @param state a folder of this base's own, which exists
 * @param values the section of the transport: texts, {@link Duration}s, {@link Path}s, {@link Long}s, {@link Boolean}s,
 *     maps of texts to texts
 */
public record BaseSettings(String name, ZoneId zone, Path state, Map<String, Object> values) {
    public BaseSettings {
        values = Map.copyOf(values);
    }

    /** A text; empty where the key is not set. */
    public Optional<String> text(String key) {
        return Optional.ofNullable((String) values.get(key));
    }

    /** A length of time. */
    public Duration duration(String key, Duration otherwise) {
        return (Duration) values.getOrDefault(key, otherwise);
    }

    /** A file or folder, absolute. */
    public Optional<Path> path(String key) {
        return Optional.ofNullable((Path) values.get(key));
    }

    /** A whole number. */
    public long number(String key, long otherwise) {
        return (Long) values.getOrDefault(key, otherwise);
    }

    /** True or false. */
    public boolean flag(String key, boolean otherwise) {
        return (Boolean) values.getOrDefault(key, otherwise);
    }

    /** Names and what each stands for; none where the key is not set. */
    public Map<String, String> names(String key) {
        Map<String, String> names = new LinkedHashMap<>();
        if (values.get(key) instanceof Map<?, ?> set) {
            set.forEach((name, text) -> names.put((String) name, (String) text));
        }
        return Collections.unmodifiableMap(names);
    }

    /** Names the keys and no value: there are secrets among them. */
    @Override
    public String toString() {
        return "BaseSettings[name=" + name + ", zone=" + zone + ", state=" + state + ", keys=" + values.keySet() + "]";
    }
}
