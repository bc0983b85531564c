package ru.smartsbridge.api.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Documents, lines, products and rows as a client of this base would send them. */
final class Specimens {
    private final Transport transport;
    private final Call call;

    Specimens(Transport transport, Call call) {
        this.transport = transport;
        this.call = call;
    }

    /** A document's header. */
    Properties header(EntitySet<Document> set, String id, String description) {
        return Properties.builder()
                .put("id", id)
                .put("name", "Документ " + id)
                .put("documentTypeName", typeName(set))
                .put("warehouseId", ContractPart.WAREHOUSE)
                .put("priority", 0)
                .put("description", description)
                .build();
    }

    /** The Russian name of the type whose documents the set holds. */
    String typeName(EntitySet<Document> set) {
        String uni = set.uni().orElseThrow();
        return transport
                .schema(call)
                .names()
                .documentTypeName(uni)
                .orElseThrow(() -> new AssertionError("the base has no document type " + uni));
    }

    /** A document with these plan lines. */
    Document document(EntitySet<Document> set, String id, Properties... lines) {
        return new Document(header(set, id, "").with("declaredItems", Value.items(Arrays.asList(lines))));
    }

    /** A plan line without a uid. */
    Properties line(String productId, String quantity) {
        return Properties.builder()
                .put("productId", productId)
                .put("declaredQuantity", new Value.Number(quantity))
                .put("currentQuantity", new Value.Number("0"))
                .build();
    }

    /** A line with a uid of the client's own. */
    Properties line(String uid, String productId, String quantity) {
        return Properties.builder()
                .put("uid", uid)
                .put("productId", productId)
                .put("declaredQuantity", new Value.Number(quantity))
                .put("currentQuantity", new Value.Number("0"))
                .build();
    }

    /** Ids of products that the base has from the start. */
    List<String> products(int count) {
        try (Rows<Product> rows = transport.list(EntitySet.PRODUCTS, Query.ALL.withTop(count), call)) {
            List<String> ids = new java.util.ArrayList<>();
            rows.forEachRemaining(product -> ids.add(product.id()));
            if (ids.size() < count) {
                throw new AssertionError("the contract needs a base with " + count + " products");
            }
            return ids;
        }
    }

    /** A product with its base packing. */
    Product product(String id, String name, String marking) {
        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("name", "шт")
                .put("unitsQuantity", new Value.Number("1"))
                .put("barcode", "2000000" + id)
                .build();
        return new Product(Properties.builder()
                .put("id", id)
                .put("name", name)
                .put("basePackingId", "шт")
                .put("marking", marking)
                .put("packings", List.of(packing))
                .build());
    }

    /** The row of a table with one text, in {@link #rowField}. */
    Row row(String table, String uid, String text) {
        return new Row(
                Properties.builder().put("uid", uid).put(rowField(table), text).build());
    }

    /** A text field of a table that the base knows and that is no part of the rows' key. */
    String rowField(String table) {
        Query one = ContractPart.where("uni", table).withExpand("fields");
        List<TableInfo> infos = ContractPart.all(transport.list(EntitySet.TABLES_INFO, one, call));
        Set<String> keys = infos.stream()
                .flatMap(info -> info.fields().stream())
                .filter(FieldInfo::keyIndex)
                .map(field -> Transliteration.property(field.uni()))
                .collect(Collectors.toSet());
        FieldOwner owner = new FieldOwner.TableRows(table);
        return fields(owner, "String")
                .filter(field -> !keys.contains(field))
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("the contract needs a text beside the key in " + table));
    }

    /** A text field that the base declares for the owner, or any name where it says nothing about the owner. */
    String textField(FieldOwner owner) {
        return fields(owner, "String")
                .min(Comparator.naturalOrder())
                .orElseThrow(() -> new AssertionError("the contract needs a base with a text field in " + owner));
    }

    /** A field of one of these types that the base declares for the owner. */
    String field(FieldOwner owner, String... types) {
        return Arrays.stream(types)
                .flatMap(type -> fields(owner, type).sorted())
                .findFirst()
                .orElseThrow(() -> new AssertionError(owner + " has no field of " + Arrays.toString(types)));
    }

    private Stream<String> fields(FieldOwner owner, String type) {
        Optional<FieldSet> declared = schema().fields(owner);
        if (declared.isEmpty()) {
            return Stream.of("dopolnitelno" + type);
        }
        return declared.get().types().entrySet().stream()
                .filter(field -> field.getValue().isEmpty() || field.getValue().equalsIgnoreCase(type))
                .map(Map.Entry::getKey);
    }

    /** A document type whose headers have a text field: the first of the base's that does. */
    EntitySet<Document> documentsWithTextField() {
        return schema().edmx().sets().keySet().stream()
                .filter(name -> name.startsWith("Docs/"))
                .map(name -> EntitySet.docs(name.substring("Docs/".length())))
                .filter(set -> fields(headerOf(set), "String").findAny().isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract needs a document type with a text field"));
    }

    static FieldOwner headerOf(EntitySet<Document> set) {
        return new FieldOwner.DocumentHeader(set.uni().orElseThrow());
    }

    /** The Russian name of a table that documents of this type may carry. */
    String documentTable(EntitySet<Document> set) {
        return transport
                .find(EntitySet.DOC_TYPES, set.uni().orElseThrow(), Query.ALL.withExpand("tables"), call)
                .map(Entity::properties)
                .flatMap(type -> type.objects("tables").stream().findFirst())
                .map(table -> table.text("name"))
                .orElse("Документы");
    }

    private Schema schema() {
        return transport.schema(call);
    }
}
