package ru.smartsbridge.server.config;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
 * @param fallbackReturn how long REST has to answer before a base that went over to COM returns to it
 * @param rehearsal whether a comparison may write into it, since nobody works with it
 * @param trial what is done beside serving, for who wants to leave its way for another
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
        Duration fallbackReturn,
        boolean rehearsal,
        Trial trial,
        Origin origin) {
    /** Where nothing else is configured. */
    static final Duration FALLBACK_RETURN = Duration.ofSeconds(30);

    /** Keys that tell one base from another. */
    private static final List<String> TARGET = List.of("url", "connection", "component", "data", "seed", "products");

    private static final String COM = "com";
    private static final String ISOLATION = "isolation";

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

    /** The ways that may serve it, in the order in which they are asked; the first is the chosen one. */
    public List<String> ways() {
        boolean second = transport == TransportKind.AUTO || fallback == Fallback.COM;
        return second && !choice.kind().equals(COM) && sections.containsKey(COM)
                ? List.of(choice.kind(), COM)
                : List.of(choice.kind());
    }

    /** Whether another configuration leads to the same ways, settings and times; where it was written does not matter. */
    public boolean servesAs(BaseConfiguration other) {
        return name.equals(other.name)
                && transport == other.transport
                && fallback == other.fallback
                && ways().equals(other.ways())
                && ways().stream()
                        .allMatch(way -> by(way).chosenSection()
                                .values()
                                .equals(other.by(way).chosenSection().values()))
                && timeZone.equals(other.timeZone)
                && uploadTimeout.equals(other.uploadTimeout)
                && fallbackReturn.equals(other.fallbackReturn);
    }

    /**
     * What its chosen way leads to, apart from how it is asked: the same for the same base, whatever it is called. Holds
     * no secret.
     */
    public String target() {
        StringBuilder target = new StringBuilder(choice.kind());
        TARGET.forEach(key -> Optional.ofNullable(chosenSection().entries().get(key))
                .ifPresent(entry -> target.append(' ').append(key).append('=').append(entry.value())));
        return target.toString();
    }

    /** The same base with another of its ways chosen. */
    public BaseConfiguration by(String kind) {
        return new BaseConfiguration(
                name,
                transport,
                fallback,
                new Choice(kind, choice.reason()),
                sections,
                timeZone,
                uploadTimeout,
                fallbackReturn,
                rehearsal,
                trial,
                origin);
    }

    /** The same base with its chosen way alone. */
    public BaseConfiguration alone() {
        return new BaseConfiguration(
                name,
                TransportKind.valueOf(choice.kind().toUpperCase(Locale.ROOT)),
                Fallback.NONE,
                choice,
                sections,
                timeZone,
                uploadTimeout,
                fallbackReturn,
                rehearsal,
                Trial.NONE,
                origin);
    }

    /**
     * The same base as it is reached through a bridge of this program's own.
     *
     * @param url of the API there
     * @param longest until an answer begins
     */
    public BaseConfiguration through(String url, Duration longest) {
        Map<String, Section.Entry> entries = Map.of(
                "url", new Section.Entry(url, url, origin),
                "request-timeout", new Section.Entry(longest, longest.toString(), origin));
        return new BaseConfiguration(
                name,
                TransportKind.REST,
                Fallback.NONE,
                new Choice("rest", choice.reason()),
                Map.of("rest", new Section(origin, entries)),
                timeZone,
                uploadTimeout,
                fallbackReturn,
                rehearsal,
                Trial.NONE,
                origin);
    }

    /** A base of the sandbox that is what a folder has recorded. */
    public static BaseConfiguration ofRecording(String name, Path folder, ZoneId zone) {
        Origin origin = new Origin.Default();
        Map<String, Section.Entry> entries = Map.of(
                "data", new Section.Entry(folder, folder.toString(), origin),
                "store", new Section.Entry("memory", "memory", origin));
        return new BaseConfiguration(
                name,
                TransportKind.SANDBOX,
                Fallback.NONE,
                new Choice("sandbox", ConfigTexts.text("choice.named")),
                Map.of("sandbox", new Section(origin, entries)),
                zone,
                Duration.ofHours(1),
                FALLBACK_RETURN,
                false,
                Trial.NONE,
                origin);
    }

    /** Whether its chosen transport lives in a process of its own: COM does, unless told otherwise. */
    public boolean isolated() {
        return choice.kind().equals(COM)
                && !Optional.ofNullable(chosenSection().entries().get(ISOLATION))
                        .map(Section.Entry::value)
                        .filter("none"::equals)
                        .isPresent();
    }

    /** Whether the login by which the bridge knows a caller is shown to the chosen transport's server too. */
    public boolean passesLogin() {
        return Optional.ofNullable(chosenSection().entries().get("pass-login"))
                .map(Section.Entry::value)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** The JVM for that process; empty: the one that runs this program. */
    public Optional<Path> java() {
        return Optional.ofNullable(chosenSection().entries().get("java")).map(entry -> (Path) entry.value());
    }

    /** Whether another process is to stand by for that one. */
    public boolean spare() {
        return !Optional.ofNullable(chosenSection().entries().get("spare"))
                .map(Section.Entry::value)
                .filter(Boolean.FALSE::equals)
                .isPresent();
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
