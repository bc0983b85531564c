package ru.smartsbridge.server.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import ru.smartsbridge.api.error.Text;

/**
 * What is configured for one kind of transport in a base. Immutable; its text form shows no secret.
 *
 * @param origin where it begins
 * @param entries by key, in the order written
 */
public record Section(Origin origin, Map<String, Entry> entries) {
    public Section {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    /**
     * The value of one key.
     *
     * @param value of the type that the key's {@link ru.smartsbridge.api.Setting} names
     * @param shown how it may be printed: as written, before {@code ${…}} was filled in, or masked
     * @param origin where it was set
     */
    public record Entry(Object value, String shown, Origin origin) {
        @Override
        public String toString() {
            return shown;
        }
    }

    /** The values alone, secrets among them. */
    public Map<String, Object> values() {
        return entries.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** A text about this section without its secrets, whoever wrote it. */
    Text masked(Text text) {
        return new Text(
                text.bundle(),
                text.bundle().isEmpty() ? masked(text.key()) : text.key(),
                text.arguments().stream()
                        .<Object>map(argument ->
                                argument instanceof Text nested ? masked(nested) : masked(argument.toString()))
                        .toList());
    }

    private String masked(String words) {
        String masked = Mapping.shown(words, false);
        for (Entry entry : entries.values()) {
            if (entry.shown().equals(Mapping.MASK) && entry.value() instanceof String secret && !secret.isEmpty()) {
                masked = masked.replace(secret, Mapping.MASK);
            }
        }
        return masked;
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
