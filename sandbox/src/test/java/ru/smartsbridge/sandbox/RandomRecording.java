package ru.smartsbridge.sandbox;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Recordings that nobody would think of: odd numbers, texts and orders in every set of the metadata. */
final class RandomRecording {
    private static final List<String> NUMBERS = List.of(
            "1.0", "0", "-0.0", "1E+2", "1e-7", "12345678901234567890.123", "0.10", "9007199254740993", "-5", "3.1400");
    private static final List<String> TEXTS = List.of(
            "",
            "Пёс & «кот»",
            "0104601234567890215!\"%&'<>\u001d91EE06\u001d92dGVzdA==",
            "<&\"'>",
            "\ud83d\ude9a\ud83d\udce6 \ud835\udd4a",
            "\t\r\n\\/",
            "2025-06-16T09:58:43.7526682+03:00",
            "0001-01-01T00:00:00");
    private static final List<String> FIELDS = List.of("iNN", "inn", "poYachejkam", "поле", "x y", "vidProcessa");

    private final Random random;
    private final Edmx edmx;

    RandomRecording(long seed, Edmx edmx) {
        this.random = new Random(seed);
        this.edmx = edmx;
    }

    /** Some entities of a type, with keys that differ. */
    List<Properties> entities(StructuredType type, int count) {
        List<Properties> entities = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            entities.add(object(type, type.name() + "-" + i, 0));
        }
        return entities;
    }

    private Properties object(StructuredType type, String key, int depth) {
        List<EdmProperty> declared = new ArrayList<>(type.properties().values());
        if (depth < 2) {
            type.navigations().values().stream()
                    .filter(nested -> random.nextBoolean())
                    .forEach(declared::add);
        }
        java.util.Collections.shuffle(declared, random);
        Map<String, Value> object = new LinkedHashMap<>();
        for (EdmProperty property : declared) {
            if (type.key().contains(property.name())) {
                object.put(property.name(), Value.text(key));
            } else if (random.nextInt(5) > 0) {
                if (random.nextInt(6) == 0) {
                    object.put(property.name() + "@odata.type", Value.text("#" + property.type()));
                }
                object.put(property.name(), value(property, key + "." + property.name(), depth + 1));
            }
        }
        for (int i = type.open() ? random.nextInt(4) : 0; i > 0; i--) {
            object.putIfAbsent(FIELDS.get(random.nextInt(FIELDS.size())), scalar());
        }
        return Properties.of(object);
    }

    private Value value(EdmProperty property, String key, int depth) {
        if (property.nullable() && random.nextInt(6) == 0) {
            return Value.NULL;
        }
        if (!property.type().collection()) {
            return single(property.type().name(), key, depth);
        }
        List<Value> items = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            items.add(single(property.type().name(), key + i, depth));
        }
        return Value.items(items);
    }

    private Value single(String type, String key, int depth) {
        return switch (type) {
            case "Edm.Boolean" -> Value.flag(random.nextBoolean());
            case "Edm.Int32", "Edm.Decimal", "Edm.Double" -> number();
            case "Edm.String", "Edm.DateTimeOffset", "Edm.Duration" -> text();
            default ->
                edmx.structured(type)
                        .<Value>map(nested -> object(nested, key, depth))
                        .orElseGet(this::text);
        };
    }

    private Value scalar() {
        return switch (random.nextInt(4)) {
            case 0 -> number();
            case 1 -> Value.flag(random.nextBoolean());
            case 2 -> Value.NULL;
            default -> text();
        };
    }

    private Value number() {
        return new Value.Number(NUMBERS.get(random.nextInt(NUMBERS.size())));
    }

    private Value text() {
        if (random.nextInt(2000) == 0) {
            return Value.text("Ж\ud83d\ude9a".repeat(350_000)); // more than 1 MB of UTF-8
        }
        return Value.text(TEXTS.get(random.nextInt(TEXTS.size())));
    }

    /** Writes an OData answer. */
    static void write(Path file, List<Properties> entities) throws IOException {
        write(
                file,
                Properties.builder()
                        .put("@odata.context", "x")
                        .put("value", entities)
                        .build());
    }

    /** Writes an object, with a byte-order mark as real recordings have. */
    static void write(Path file, Properties object) throws IOException {
        Files.createDirectories(file.getParent());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
            out.write(Json.bytes(object));
        }
    }
}
