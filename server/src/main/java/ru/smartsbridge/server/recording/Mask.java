package ru.smartsbridge.server.recording;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.plan.Plan;

/** Takes the values of secret properties out of what is kept. Immutable. */
public final class Mask {
    private static final Value MASK = Value.text("***");
    /** A comparison in a query: the name, what is done with it, and the text it is compared with. */
    private static final Pattern COMPARED =
            Pattern.compile("([A-Za-z_]\\w*)((?:\\s|%20|\\+|,|%2C)+(?:(?:eq|ne|gt|ge|lt|le)(?:\\s|%20|\\+)+)?)"
                    + "(?:'|%27)(?:''|%27%27|(?!'|%27).)*(?:'|%27)");

    private final Plan secrets;

    /** @param names of properties, beside those that are always secret */
    public Mask(Set<String> names) {
        this.secrets = Plan.COMPLETE.withSecrets(names);
    }

    private boolean isSecret(String property) {
        return secrets.isSecret(property);
    }

    /** A value without its secrets; all of it is one where the path that was asked for ends in a secret's name. */
    Value of(Value value, String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        boolean whole = isSecret(last) || last.startsWith("$") && path.contains("/") && secretBefore(path);
        if (!whole) {
            return of(value);
        }
        return value instanceof Properties object && object.has("value") ? object.with("value", MASK) : MASK;
    }

    private boolean secretBefore(String path) {
        String[] steps = path.split("/");
        return isSecret(steps[steps.length - 2]);
    }

    private Value of(Value value) {
        if (value instanceof Value.Items items) {
            List<Value> masked = new ArrayList<>();
            items.values().forEach(item -> masked.add(of(item)));
            return Value.items(masked);
        }
        if (!(value instanceof Properties object)) {
            return value;
        }
        Properties.Builder masked = Properties.builder();
        object.forEach(property -> masked.put(
                property.getKey(),
                isSecret(property.getKey()) && property.getValue() != Value.NULL ? MASK : of(property.getValue())));
        return masked.build();
    }

    /** A body of JSON without its secrets, any other as it is. */
    public byte[] body(byte[] body, String type, String path) {
        if (!type.toLowerCase(Locale.ROOT).contains("json")) {
            return body;
        }
        try {
            Value value = Json.parse(new ByteArrayInputStream(body));
            Value masked = of(value, path);
            return masked.equals(value) ? body : Json.bytes(masked);
        } catch (IOException | BridgeException noJson) {
            return body; // who reads it says so
        }
    }

    /** A query without the texts that secret properties are compared with. */
    String query(String query) {
        Matcher matcher = COMPARED.matcher(query);
        StringBuilder masked = new StringBuilder();
        while (matcher.find()) {
            String shown = isSecret(matcher.group(1)) ? matcher.group(1) + matcher.group(2) + "'***'" : matcher.group();
            matcher.appendReplacement(masked, Matcher.quoteReplacement(shown));
        }
        matcher.appendTail(masked);
        return masked.toString();
    }
}
