package ru.smartsbridge.bench.component;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The exchange as it comes to the transport from the façade. */
final class ByTransport implements Exchange {
    private static final Call CALL = new Call("bench", Caller.BRIDGE);

    private final Transport transport;
    private final EntitySet<Document> documents;
    private final String typeName;

    ByTransport(Transport transport, String typeUni, String typeName) {
        this.transport = transport;
        this.documents = EntitySet.docs(typeUni);
        this.typeName = typeName;
    }

    /** Asks the base who it is, so that no measured call pays for the way to it. */
    void connect() {
        transport.baseInfo(CALL);
    }

    @Override
    public void uploadProducts(String prefix, int count) {
        Upload<Product> upload = transport.begin(new UploadPlan.Products(UploadPlan.Mode.UPDATE), CALL);
        Iterator<Product> products =
                IntStream.range(0, count).mapToObj(i -> product(prefix + i, i)).iterator();
        upload.add(products, CALL);
        upload.end(CALL);
    }

    private Product product(String id, int number) {
        Properties packing = Properties.builder()
                .put("id", "шт")
                .put("name", "штука")
                .put("unitsQuantity", 1)
                .put("barcode", "246" + number)
                .build();
        return new Product(Properties.builder()
                .put("id", id)
                .put("name", "Товар " + number)
                .put("barcode", "46" + number)
                .put("marking", "А-" + number)
                .put("basePackingId", "шт")
                .put("vidTovara", "Обувь")
                .put("stavkaNDS", "НДС20")
                .put("etoMarkiruemyj", true)
                .put("cena", new BigDecimal("1250.50"))
                .put("packings", List.of(packing))
                .build());
    }

    @Override
    public int readProducts() {
        int count = 0;
        try (Rows<Product> products = transport.list(EntitySet.PRODUCTS, Query.ALL, CALL)) {
            while (products.hasNext()) {
                products.next();
                count++;
            }
        }
        return count;
    }

    @Override
    public void writeDocument(String id, int lines) {
        List<Properties> declared = IntStream.range(0, lines)
                .mapToObj(i -> Properties.builder()
                        .put("productId", "p" + i)
                        .put("packingId", "шт")
                        .put("declaredQuantity", i)
                        .put("firstStorageId", "я" + i)
                        .put("sscc", "0046" + i)
                        .put("expiredDate", "2025-12-09T00:00:00+03:00")
                        .put("seriya", "С-" + i)
                        .put("markaISMP", "0104600439931256215B\u001D91EE06" + i)
                        .put("cena", new BigDecimal("12.50"))
                        .build())
                .toList();
        transport.create(
                documents,
                new Document(Properties.builder()
                        .put("id", id)
                        .put("name", "Документ " + id)
                        .put("documentTypeName", typeName)
                        .put("warehouseId", "1")
                        .put("declaredItems", Value.items(declared))
                        .build()),
                CALL);
    }

    @Override
    public int readDocument(String id) {
        return transport
                .find(documents, id, Query.ALL.withExpand("declaredItems"), CALL)
                .orElseThrow(() -> new IllegalStateException("the base has no document " + id))
                .declaredItems()
                .size();
    }

    @Override
    public void removeDocument(String id) {
        transport.delete(documents, id, CALL);
    }

    @Override
    public void close() {
        transport.close();
    }
}
