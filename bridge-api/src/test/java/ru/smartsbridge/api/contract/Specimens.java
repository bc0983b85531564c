package ru.smartsbridge.api.contract;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Schema;
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

    /** The row of a table with one text in a field that the base knows. */
    Row row(String table, String uid, String text) {
        return new Row(Properties.builder()
                .put("uid", uid)
                .put(textField(new FieldOwner.TableRows(table)), text)
                .build());
    }

    /** A text field that the base declares for the owner, or any name where it says nothing about the owner. */
    String textField(FieldOwner owner) {
        return field(owner, "String")
                .orElseThrow(() -> new AssertionError("the contract needs a base with a text field in " + owner));
    }

    /** A field of one of these types. */
    Optional<String> field(FieldOwner owner, String... types) {
        Optional<FieldSet> declared = schema().fields(owner);
        if (declared.isEmpty()) {
            return Optional.of("dopolnitelno" + types[0]);
        }
        return declared.get().types().entrySet().stream()
                .filter(field ->
                        field.getValue().isEmpty() || Arrays.stream(types).anyMatch(field.getValue()::equalsIgnoreCase))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder());
    }

    /** A document type whose headers have a text field: the first of the base's that does. */
    EntitySet<Document> documentsWithTextField() {
        return schema().edmx().sets().keySet().stream()
                .filter(name -> name.startsWith("Docs/"))
                .map(name -> EntitySet.docs(name.substring("Docs/".length())))
                .filter(set -> field(headerOf(set), "String").isPresent())
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
