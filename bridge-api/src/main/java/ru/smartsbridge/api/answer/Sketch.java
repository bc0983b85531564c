package ru.smartsbridge.api.answer;

import java.util.Map;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** An entity of which a part is read at first: most of those that a filter looks at are not wanted. */
public interface Sketch {
    /** False only where it certainly lacks a text that was asked for; its part need not be read then. */
    default boolean mayMatch() {
        return true;
    }

    /** With those properties at least that were asked for. */
    Node part();

    /** With all of them. */
    Node whole();

    /** What keeping it costs, in bytes or characters, roughly. */
    long weight();

    /** An entity that is at hand. */
    static Sketch of(Node node) {
        return new Sketch() {
            @Override
            public Node part() {
                return node;
            }

            @Override
            public Node whole() {
                return node;
            }

            @Override
            public long weight() {
                return characters(node.entity());
            }
        };
    }

    private static long characters(Value value) {
        long weight = 20;
        if (value instanceof Value.Text text) {
            weight += 2L * text.value().length();
        } else if (value instanceof Value.Items items) {
            for (Value item : items.values()) {
                weight += characters(item);
            }
        } else if (value instanceof Properties object) {
            for (Map.Entry<String, Value> property : object) {
                weight += 30 + characters(property.getValue());
            }
        }
        return weight;
    }
}
