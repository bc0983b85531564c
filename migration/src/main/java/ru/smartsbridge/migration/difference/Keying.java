package ru.smartsbridge.migration.difference;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * By what the entities of a set are known on both sides. Immutable.
 *
 * @param names of the properties that are the key; none where entities are known by all that they hold
 */
public record Keying(List<String> names) {
    public Keying {
        names = List.copyOf(names);
    }

    /** By all that they hold: rows of a table that names no key. */
    public static final Keying CONTENT = new Keying(List.of());

    /** Whether an entity without its like on the other side can still be one of those that are left there. */
    public boolean byContent() {
        return names.isEmpty();
    }

    /**
     * The key of an entity.
     *
     * @param moments how this side's dates are read
     */
    public String of(Properties entity, Moments moments) {
        return byContent()
                ? content(entity, moments)
                : Matching.key(names.toArray(String[]::new)).apply(entity).orElse("");
    }

    private static String content(Properties row, Moments moments) {
        Map<String, Value> sorted = new TreeMap<>();
        for (Map.Entry<String, Value> property : row) {
            String name = property.getKey();
            if (!name.equals("uid") && !name.equals("index") && name.indexOf('@') < 0) {
                sorted.put(name, plain(property.getValue(), moments));
            }
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Json.bytes(Properties.of(sorted)));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Value plain(Value value, Moments moments) {
        if (value instanceof Value.Number) {
            return Value.text("n" + Matching.text(value));
        }
        if (value instanceof Value.Items items) {
            List<Value> plain = new ArrayList<>();
            items.values().forEach(item -> plain.add(plain(item, moments)));
            return Value.items(plain);
        }
        return moments.of(Optional.of(value))
                .<Value>map(moment -> Value.text("m" + moment))
                .orElse(value);
    }

    /** A number that depends on the key alone, evenly spread: for sampling and for dividing a set into parts. */
    public static int spread(String key) {
        int hash = 0x811c9dc5;
        for (byte part : key.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ part) * 0x01000193;
        }
        hash ^= hash >>> 15;
        hash *= 0x2c1b3c6d;
        hash ^= hash >>> 12;
        return hash & Integer.MAX_VALUE;
    }
}
