package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Compares what was sent with what the base gives back: it may add properties, and change, drop or reorder none. */
final class Kept {
    private Kept() {}

    /** Everything that was sent is there, value for value, in the order in which it was sent. */
    static void isKept(Properties sent, Properties given) {
        object("", sent, given);
    }

    /** The same, with a word about where it comes from. */
    static void isKept(String about, Properties sent, Properties given) {
        object(about + ": ", sent, given);
    }

    private static void object(String path, Properties sent, Properties given) {
        List<String> order = given.names().stream().filter(sent::has).toList();
        assertThat(order).as("properties and their order at '%s'", path).isEqualTo(sent.names());
        for (Map.Entry<String, Value> property : sent) {
            String at = path + "/" + property.getKey();
            value(at, property.getValue(), given.get(property.getKey()).orElseThrow());
        }
    }

    private static void value(String path, Value sent, Value given) {
        if (sent instanceof Properties object) {
            assertThat(given).as(path).isInstanceOf(Properties.class);
            object(path, object, (Properties) given);
        } else if (sent instanceof Value.Items items) {
            assertThat(given).as(path).isInstanceOf(Value.Items.class);
            List<Value> theirs = ((Value.Items) given).values();
            assertThat(theirs).as(path).hasSameSizeAs(items.values());
            for (int i = 0; i < theirs.size(); i++) {
                value(path + "[" + i + "]", items.values().get(i), theirs.get(i));
            }
        } else {
            assertThat(given).as(path).isEqualTo(sent);
        }
    }
}
