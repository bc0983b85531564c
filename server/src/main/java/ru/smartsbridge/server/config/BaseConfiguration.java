package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.error.Text;

/**
 * One base of the configuration. Immutable; its text form shows no secret.
 *
 * @param name letters, digits, {@code _} and {@code -}; first segment of the base's addresses
 * @param transport as configured
 * @param fallback as configured
 * @param choice what {@code transport} comes to
 * @param sections by kind of transport ({@code rest}, {@code com}, {@code sandbox}), those that are configured
 * @param timeZone of dates that come without an offset
 * @param uploadTimeout after so long without a request of its own an open upload is dropped
 * @param rehearsal whether a comparison may write into it, since nobody works with it
 * @param origin where the base is configured
 */
public record BaseConfiguration(
        String name,
        TransportKind transport,
        Fallback fallback,
        Choice choice,
        Map<String, Section> sections,
        ZoneId timeZone,
        Duration uploadTimeout,
        boolean rehearsal,
        Origin origin) {
    /** The values of {@code transport:}. */
    public enum TransportKind {
        AUTO,
        REST,
        COM,
        SANDBOX
    }

    /** The values of {@code fallback:}. */
    public enum Fallback {
        NONE,
        COM
    }

    /**
     * Which transport serves a base.
     *
     * @param kind name of its provider
     * @param reason why this one, for people
     */
    public record Choice(String kind, Text reason) {}

    public BaseConfiguration {
        Objects.requireNonNull(choice);
        sections = Collections.unmodifiableMap(new LinkedHashMap<>(sections));
    }

    /** What the chosen transport is opened with. */
    public BaseSettings settings(Path folder) {
        return new BaseSettings(name, timeZone, folder, chosenSection().values());
    }

    /** The section of the chosen transport, an empty one where none is written. */
    Section chosenSection() {
        return sections.getOrDefault(choice.kind(), new Section(origin, Map.of()));
    }
}
