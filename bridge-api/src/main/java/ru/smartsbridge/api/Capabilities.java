package ru.smartsbridge.api;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;

/** What a transport can serve, per call: everything but what it names, each with the reason. Immutable. */
public final class Capabilities {
    /** Everything. */
    public static final Capabilities ALL = new Builder().build();

    private final Map<Verb, Map<SetKind, Text>> missing;
    private final Map<String, Text> navigations;

    private Capabilities(Map<Verb, Map<SetKind, Text>> missing, Map<String, Text> navigations) {
        this.navigations = Collections.unmodifiableMap(new TreeMap<>(navigations));
        this.missing = new EnumMap<>(Verb.class);
        missing.forEach((verb, kinds) -> this.missing.put(verb, Map.copyOf(kinds)));
    }

    /** Begins with everything. */
    public static Builder builder() {
        return new Builder();
    }

    /** Why {@code verb} is not served on {@code kind}; empty where it is. */
    public Optional<Text> missing(Verb verb, SetKind kind) {
        return Optional.ofNullable(missing.getOrDefault(verb, Map.of()).get(kind));
    }

    /**
     * Navigations that lead nowhere here, with the reason: by the name of their type without its namespace and their
     * own, {@code DocumentType.allFields}.
     */
    public Map<String, Text> missingNavigations() {
        return navigations;
    }

    /**
     * Passes where the call is served.
     *
     * @throws BridgeException {@code UNSUPPORTED_HERE} with the reason
     */
    public void require(Verb verb, EntitySet<?> set) {
        require(verb, set.kind(), set.name());
    }

    /** The same of a set whose kind is not told by its name alone. */
    public void require(Verb verb, SetKind kind, String setName) {
        missing(verb, kind).ifPresent(reason -> {
            throw new BridgeException(
                    Category.UNSUPPORTED_HERE, ApiTexts.text("capability.missing", setName, verb, reason));
        });
    }

    /** Names what is missing. */
    public static final class Builder {
        private final Map<Verb, Map<SetKind, Text>> missing = new EnumMap<>(Verb.class);
        private final Map<String, Text> navigations = new LinkedHashMap<>();

        private Builder() {}

        /** None of {@code verbs} is served on {@code kinds}. */
        public Builder without(Set<Verb> verbs, Set<SetKind> kinds, Text reason) {
            for (Verb verb : verbs) {
                Map<SetKind, Text> kindsOfVerb = missing.computeIfAbsent(verb, v -> new EnumMap<>(SetKind.class));
                kinds.forEach(kind -> kindsOfVerb.put(kind, reason));
            }
            return this;
        }

        /** None of {@code verbs} is served on any but {@code kinds}. */
        public Builder only(Set<Verb> verbs, Set<SetKind> kinds, Text reason) {
            return without(verbs, EnumSet.complementOf(EnumSet.copyOf(kinds)), reason);
        }

        /** These navigations, written {@code DocumentType.allFields}, are not followed. */
        public Builder withoutNavigations(Set<String> names, Text reason) {
            names.forEach(name -> navigations.put(name, reason));
            return this;
        }

        public Capabilities build() {
            return new Capabilities(missing, navigations);
        }
    }
}
