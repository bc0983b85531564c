package ru.smartsbridge.server.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Entities with additional fields of every awkward kind, from a seed. */
final class OddEntities {
    private static final List<Value> VALUES = List.of(
            new Value.Number("1.0"),
            new Value.Number("-0.0"),
            new Value.Number("1E+2"),
            new Value.Number("12345678901234567890.1234567"),
            new Value.Number("0.10"),
            Value.text("2025-06-16T09:58:43.8348740+03:00"),
            Value.text("0001-01-01T00:00:00"),
            Value.text(""),
            Value.NULL,
            Value.flag(true),
            Value.flag(false),
            Value.text("010460007000000721mz98bPrK_zMG\u001d91EE06\u001d92<&\"'"),
            Value.text("𝒳😀 я\t\r\n\\ \u2028"),
            Value.items(List.of(new Value.Number("2.50"), Value.text("в массиве"), Value.NULL)),
            Properties.builder()
                    .put("вложено", "да")
                    .put("n", new Value.Number("3.0"))
                    .build());

    private OddEntities() {}

    static Properties entity(Random random, String key, String id) {
        List<String> names = new ArrayList<>();
        int count = 1 + random.nextInt(VALUES.size());
        for (int i = 0; i < count; i++) {
            names.add((random.nextBoolean() ? "pole" : "поле") + i);
        }
        int keyAt = random.nextInt(count);
        Properties.Builder entity = Properties.builder();
        for (int i = 0; i < count; i++) {
            if (i == keyAt) {
                entity.put(key, id);
            }
            String name = names.get(i);
            if (random.nextInt(5) == 0) {
                entity.put(name + "@odata.type", "#Decimal");
            }
            entity.put(name, VALUES.get(random.nextInt(VALUES.size())));
        }
        return entity.build();
    }
}
