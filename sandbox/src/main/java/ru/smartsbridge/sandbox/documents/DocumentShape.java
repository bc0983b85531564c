package ru.smartsbridge.sandbox.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Makes of a document as it was sent the document as the base keeps it. Stateless. */
final class DocumentShape {
    private static final String DOCUMENT = "Cleverence.Warehouse.Document";
    private static final String LINE = "Cleverence.Warehouse.DocumentItem";
    private static final String TABLE = "Cleverence.Warehouse.DocumentTable";
    private static final String ROW = "Cleverence.Warehouse.Row";

    private final Edmx edmx;
    private final String now;

    DocumentShape(Edmx edmx, String now) {
        this.edmx = edmx;
        this.now = now;
    }

    /** What the base computes itself is not kept. */
    static Properties withoutComputed(Properties document) {
        return document.without("combinedItems").without("extendedFields");
    }

    /** A whole document. */
    Properties document(Properties sent, String id, String typeName) {
        Map<String, Value> given = new LinkedHashMap<>();
        given.put("id", Value.text(id));
        given.put("documentTypeName", Value.text(typeName));
        Properties named = Defaults.withScalars(withoutComputed(sent), given);
        return nested(Defaults.complete(edmx, type(DOCUMENT), named, now));
    }

    /** A document, or changes of one, with all that is nested in it complete. */
    Properties nested(Properties document) {
        Map<String, Value> whole = document.asMap();
        whole.computeIfPresent("declaredItems", (name, lines) -> all(lines, LINE));
        whole.computeIfPresent("currentItems", (name, lines) -> all(lines, LINE));
        whole.computeIfPresent("tables", (name, tables) -> tables(tables));
        return Properties.of(whole);
    }

    private Value tables(Value tables) {
        if (!(tables instanceof Value.Items items)) {
            return new Value.Items(List.of());
        }
        List<Value> complete = new ArrayList<>();
        for (Value item : items.values()) {
            if (item instanceof Properties table) {
                Map<String, Value> whole =
                        Defaults.complete(edmx, type(TABLE), table, now).asMap();
                whole.computeIfPresent("rows", (name, rows) -> all(rows, ROW));
                complete.add(Properties.of(whole));
            }
        }
        return Value.items(complete);
    }

    /** Lines or rows, each with a uid and an index; a client's null is an empty collection. */
    private Value all(Value sent, String type) {
        if (!(sent instanceof Value.Items items)) {
            return new Value.Items(List.of());
        }
        List<Value> complete = new ArrayList<>(items.values().size());
        for (Value item : items.values()) {
            if (item instanceof Properties line) {
                complete.add(Defaults.complete(edmx, type(type), counted(line, complete.size()), now));
            }
        }
        return Value.items(complete);
    }

    private static Properties counted(Properties line, int index) {
        Map<String, Value> missing = new LinkedHashMap<>();
        String uid = line.text("uid");
        if (uid == null || uid.isEmpty()) {
            missing.put("uid", Value.text(UUID.randomUUID().toString()));
        }
        if (!line.has("index")) {
            missing.put("index", Value.number(index));
        }
        return missing.isEmpty() ? line : Defaults.withScalars(line, missing);
    }

    private StructuredType type(String name) {
        return edmx.structured(name).orElseThrow(() -> new IllegalStateException("no type " + name));
    }
}
