package ru.smartsbridge.server.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Small pieces that an OpenAPI document is full of. */
final class Json {
    private Json() {}

    static Properties ref(String component) {
        return object("$ref", Value.text("#/components/" + component));
    }

    static Properties object(String name, Value value) {
        return Properties.builder().put(name, value).build();
    }

    static Properties type(String type) {
        return object("type", Value.text(type));
    }

    static Properties type(String type, String format) {
        return type(type).with("format", Value.text(format));
    }

    static Properties array(Properties items) {
        return type("array").with("items", items);
    }

    static Value texts(Stream<String> texts) {
        return Value.items(texts.map(Value::text).toList());
    }

    /** A body or an answer of one kind. */
    static Properties content(String contentType, Properties schema) {
        return object("content", object(contentType, object("schema", schema)));
    }

    static Properties of(List<Map.Entry<String, Properties>> entries) {
        Map<String, Value> all = new LinkedHashMap<>();
        entries.forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return Properties.of(all);
    }
}
