package ru.smartsbridge.migration.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Puts one key in the place of another wherever it stands in a text of an entity. */
record Renaming(String from, String to) {
    static Renaming of(String from, String to) {
        return new Renaming(from, to);
    }

    Value apply(Value value) {
        if (value instanceof Value.Text text) {
            return Value.text(text.value().replace(from, to));
        }
        if (value instanceof Value.Items items) {
            List<Value> renamed = new ArrayList<>();
            items.values().forEach(item -> renamed.add(apply(item)));
            return Value.items(renamed);
        }
        if (value instanceof Properties object) {
            Map<String, Value> renamed = new LinkedHashMap<>();
            object.forEach(property -> renamed.put(property.getKey(), apply(property.getValue())));
            return Properties.of(renamed);
        }
        return value;
    }
}
