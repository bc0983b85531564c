package ru.smartsbridge.migration.rehearsal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.side.Side;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * What a rehearsal writes, made from what a base declares: for each document type a document with awkward values in
 * every field and, where there is one, a copy of a document; for each table with a key a row; a product. Keys begin
 * with {@link #KEY}, and are the same in each run, so that nothing piles up.
 */
final class Specimens {
    static final String KEY = "smarts-bridge-rehearsal";

    private static final String TEXT = "Проба «ёЁ» <&>\"' 0012 \u001D91";
    private static final String DATE = "2025-06-16T09:58:43.123+03:00";

    /** What 1C does not write into a document: who wrote it and when, what a device did, what is computed. */
    private static final List<String> NOT_WRITTEN = List.of(
            "lastChangeDate",
            "createDate",
            "createdOnPDA",
            "modified",
            "inProcess",
            "finished",
            "serverHosted",
            "deviceId",
            "deviceName",
            "deviceIP",
            "licenseStatus",
            "states",
            "notOpenedYet",
            "currentItems",
            "combinedItems",
            "tables",
            "extendedFields",
            "userId",
            "userName",
            "appointment");

    private static final List<String> NOT_OF_LINE = List.of("packing", "pallet", "product", "bindedLine");

    private final Side side;
    private final Schema schema;
    private final Vocabulary vocabulary;

    Specimens(Side side, Schema schema, Vocabulary vocabulary) {
        this.side = side;
        this.schema = schema;
        this.vocabulary = vocabulary;
    }

    /**
     * Something to write.
     *
     * @param number among those of its set
     * @param entity with {@link #KEY} wherever its key stands
     */
    record Specimen(String set, int number, Properties entity) {
        /** The entity as one of the writers writes it: with a key of its own. */
        Properties as(String writer) {
            return (Properties) Renaming.of(KEY, key(writer)).apply(entity);
        }

        String key(String writer) {
            return KEY + "-" + set.substring(set.indexOf('/') + 1) + "-" + number + "-" + writer;
        }
    }

    /** All of them; asks the base for its first products and documents. */
    List<Specimen> all() {
        List<Specimen> specimens = new ArrayList<>();
        List<Properties> products = first("Products", 2, List.of());
        for (SetInfo set : schema.edmx().sets().values()) {
            String name = set.name();
            if (name.startsWith("Docs/")) {
                specimens.add(new Specimen(name, 1, document(name.substring(5), products)));
                first(name, 1, List.of("declaredItems"))
                        .forEach(there -> specimens.add(new Specimen(name, 2, copy(there))));
            } else if (name.startsWith("Tables/") && !vocabulary.key(name).isEmpty()) {
                specimens.add(new Specimen(name, 1, row(name)));
            }
        }
        specimens.add(new Specimen("Products", 1, product()));
        return specimens;
    }

    private List<Properties> first(String set, int most, List<String> expand) {
        List<Properties> first = new ArrayList<>();
        try (Rows<Properties> rows = side.rows(set, expand, false)) {
            while (first.size() < most && rows.hasNext()) {
                first.add(rows.next());
            }
        }
        return first;
    }

    private Properties document(String uni, List<Properties> products) {
        Map<String, Value> document = new LinkedHashMap<>();
        document.put("id", Value.text(KEY));
        document.put("name", Value.text(TEXT));
        document.put(
                "documentTypeName",
                Value.text(schema.names().documentTypeName(uni).orElse(uni)));
        document.put("description", Value.text(TEXT));
        document.put("priority", Value.number(3));
        document.putAll(fields(new FieldOwner.DocumentHeader(uni), document));
        List<Value> lines = new ArrayList<>();
        for (Properties product : products) {
            lines.add(line(uni, product, lines.size()));
        }
        document.put("declaredItems", Value.items(lines));
        return Properties.of(document);
    }

    private Properties line(String uni, Properties product, int number) {
        Map<String, Value> line = new LinkedHashMap<>();
        line.put("uid", Value.text(KEY + "-line-" + number));
        line.put("productId", product.get("id").orElse(Value.NULL));
        line.put("packingId", product.get("basePackingId").orElse(Value.NULL));
        line.put("declaredQuantity", new Value.Number(number == 0 ? "1.5" : "3"));
        line.put("expiredDate", Value.text(DATE));
        line.putAll(fields(new FieldOwner.DocumentLines(uni), line));
        return Properties.of(line);
    }

    private static Properties copy(Properties document) {
        Map<String, Value> copy = document.asMap();
        NOT_WRITTEN.forEach(copy::remove);
        copy.keySet().removeIf(name -> name.indexOf('@') >= 0);
        copy.put("id", Value.text(KEY));
        List<Value> lines = new ArrayList<>();
        for (Properties there : document.objects("declaredItems")) {
            Map<String, Value> line = there.asMap();
            NOT_OF_LINE.forEach(line::remove);
            line.put("uid", Value.text(KEY + "-line-" + lines.size()));
            lines.add(Properties.of(line));
        }
        copy.put("declaredItems", Value.items(lines));
        return Properties.of(copy);
    }

    private Properties row(String set) {
        Map<String, Value> row = new LinkedHashMap<>();
        row.putAll(fields(new FieldOwner.TableRows(set.substring(set.indexOf('/') + 1)), row));
        for (String key : vocabulary.key(set)) {
            if (row.getOrDefault(key, Value.text("")) instanceof Value.Text) {
                row.put(key, Value.text(KEY));
            }
        }
        return Properties.of(row);
    }

    private Properties product() {
        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("name", "шт")
                .put("unitsQuantity", 1)
                .put("barcode", "4600000000017")
                .build();
        Map<String, Value> product = new LinkedHashMap<>();
        product.put("id", Value.text(KEY));
        product.put("name", Value.text(TEXT));
        product.put("basePackingId", Value.text("шт"));
        product.put("marking", Value.text(KEY));
        product.put("barcode", Value.text("4600000000017"));
        product.putAll(fields(new FieldOwner.Products(), product));
        product.put("packings", Value.items(List.of(packing)));
        return Properties.of(product);
    }

    /** A value for each field that an owner declares with a type, but those that are there. */
    private Map<String, Value> fields(FieldOwner owner, Map<String, Value> there) {
        Map<String, Value> fields = new TreeMap<>();
        Optional<FieldSet> declared = schema.fields(owner);
        declared.ifPresent(set -> set.types().keySet().stream()
                .filter(name -> !there.containsKey(name))
                .forEach(name ->
                        set.edmType(name).flatMap(Specimens::value).ifPresent(value -> fields.put(name, value))));
        return fields;
    }

    private static Optional<Value> value(String edmType) {
        return switch (edmType) {
            case "Edm.String" -> Optional.of(Value.text(TEXT));
            case "Edm.Boolean" -> Optional.of(Value.flag(true));
            case "Edm.Decimal", "Edm.Double", "Edm.Single" -> Optional.of(new Value.Number("1234.5"));
            case "Edm.Byte", "Edm.Int16", "Edm.Int32", "Edm.Int64" -> Optional.of(Value.number(42));
            case "Edm.DateTimeOffset" -> Optional.of(Value.text(DATE));
            default -> Optional.empty();
        };
    }
}
