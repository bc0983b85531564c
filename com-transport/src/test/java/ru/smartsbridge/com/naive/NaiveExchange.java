package ru.smartsbridge.com.naive;

import com.jacob.activeX.ActiveXComponent;
import com.jacob.com.ComThread;
import com.jacob.com.Dispatch;
import com.jacob.com.Variant;
import java.math.BigDecimal;

/**
 * Products and documents property by property, with nothing of ours in between. Lives on the thread that made it, in a
 * Windows JVM whose {@code jacob.dll.path} is set.
 *
 * <p>It does what a loop in 1C does and no more: no checks, no merging, and one batch of a thousand at a time.
 */
public final class NaiveExchange implements AutoCloseable {
    private static final int BATCH = 1_000;

    /** What the transport gives of each too, and the component has as a property. */
    private static final String[] PRODUCT = {
        "Id", "Name", "UnitId", "UnitConvertionRate", "Barcode", "BasePackingId", "Marking", "VersionNumber"
    };

    private static final String[] PRODUCT_FIELDS = {"ВидТовара", "СтавкаНДС", "ЭтоМаркируемый", "Цена"};
    private static final String[] PACKING = {
        "Id", "Name", "UnitsQuantity", "Barcode", "Marking", "SelfWeight", "SelfVolume"
    };
    private static final String[] LINE = {
        "Uid",
        "CreatedBy",
        "ProductId",
        "PackingId",
        "DeclaredQuantity",
        "CurrentQuantity",
        "FirstStorageId",
        "SecondStorageId",
        "FirstStorageBarcode",
        "SecondStorageBarcode",
        "SSCC",
        "RegisteredDate",
        "ExpiredDate",
        "ProductName",
        "ProductMarking",
        "ProductBarcode",
        "PackingName",
        "PackingUnitsQuantity"
    };
    private static final String[] LINE_FIELDS = {"Серия", "МаркаИСМП", "Цена"};

    private final String connection;
    private final Dispatch connector;

    /** Selects the base of {@code connection}. */
    public NaiveExchange(String connection) {
        ComThread.InitSTA();
        this.connection = connection;
        connector = connected();
    }

    private Dispatch connected() {
        Dispatch connected = create("StorageConnector");
        call(connected, "SelectCurrentApp", connection);
        return connected;
    }

    private static Variant call(Dispatch object, String method, Object... arguments) {
        return Dispatch.callN(object, method, arguments);
    }

    private static Dispatch object(Dispatch from, String method, Object... arguments) {
        return call(from, method, arguments).toDispatch();
    }

    private static Dispatch create(String name) {
        return new ActiveXComponent("Cleverence.Warehouse." + name);
    }

    private static void read(Dispatch object, String... properties) {
        for (String property : properties) {
            Dispatch.get(object, property);
        }
    }

    private static void read(Dispatch object, String[] properties, String[] fields) {
        read(object, properties);
        for (String field : fields) {
            call(object, "GetField", field);
        }
    }

    /** Uploads products {@code <prefix>0} to {@code <prefix>count-1}, merging them into those that are there. */
    public void uploadProducts(String prefix, int count) {
        call(connector, "BeginUploadProducts", true, false, false);
        for (int from = 0; from < count; from += BATCH) {
            Dispatch batch = create("ProductCollection");
            for (int i = from; i < Math.min(count, from + BATCH); i++) {
                Dispatch product = product(prefix + i, i);
                call(batch, "Add", product);
                product.safeRelease();
            }
            call(connector, "UploadProducts", batch);
            batch.safeRelease();
        }
        call(connector, "EndUploadProducts");
    }

    private static Dispatch product(String id, int number) {
        Dispatch product = create("Product");
        Dispatch.put(product, "Id", id);
        Dispatch.put(product, "Name", "Товар " + number);
        Dispatch.put(product, "Barcode", "46" + number);
        Dispatch.put(product, "Marking", "А-" + number);
        Dispatch.put(product, "BasePackingId", "шт");
        call(product, "SetField", "ВидТовара", "Обувь");
        call(product, "SetField", "СтавкаНДС", "НДС20");
        call(product, "SetField", "ЭтоМаркируемый", true);
        call(product, "SetField", "Цена", new Variant(new BigDecimal("1250.50")));
        Dispatch packing = create("Packing");
        Dispatch.put(packing, "Id", "шт");
        Dispatch.put(packing, "Name", "штука");
        Dispatch.put(packing, "UnitsQuantity", 1.0);
        Dispatch.put(packing, "Barcode", "246" + number);
        Dispatch packings = Dispatch.get(product, "Packings").toDispatch();
        call(packings, "Add", packing);
        packings.safeRelease();
        packing.safeRelease();
        return product;
    }

    /** Reads every product with its packings; how many there were. A connector that uploaded does not see it [run]. */
    public int readProducts() {
        Dispatch connector = connected();
        int count = call(connector, "GetProductsCount").getInt();
        for (int i = 0; i < count; i++) {
            Dispatch product = object(connector, "GetProductByIndex", i);
            read(product, PRODUCT, PRODUCT_FIELDS);
            Dispatch packings = Dispatch.get(product, "Packings").toDispatch();
            int size = call(packings, "Count").getInt();
            for (int j = 0; j < size; j++) {
                Dispatch packing = object(packings, "Item", j);
                read(packing, PACKING);
                packing.safeRelease();
            }
            packings.safeRelease();
            product.safeRelease();
        }
        connector.safeRelease();
        return count;
    }

    /** Writes a document with so many plan lines. */
    public void writeDocument(String id, String typeName, int lines) {
        Dispatch document = create("Document");
        Dispatch.put(document, "Id", id);
        Dispatch.put(document, "Name", "Документ " + id);
        Dispatch.put(document, "DocumentTypeName", typeName);
        Dispatch.put(document, "WarehouseId", "1");
        Dispatch declared = Dispatch.get(document, "DeclaredItems").toDispatch();
        Variant expires = new Variant();
        expires.putDate(46_000.0);
        for (int i = 0; i < lines; i++) {
            Dispatch line = create("DocumentItem");
            Dispatch.put(line, "ProductId", "p" + i);
            Dispatch.put(line, "PackingId", "шт");
            Dispatch.put(line, "DeclaredQuantity", (double) i);
            Dispatch.put(line, "FirstStorageId", "я" + i);
            Dispatch.put(line, "SSCC", "0046" + i);
            Dispatch.put(line, "ExpiredDate", expires);
            call(line, "SetField", "Серия", "С-" + i);
            call(line, "SetField", "МаркаИСМП", "0104600439931256215B\u001D91EE06" + i);
            call(line, "SetField", "Цена", new Variant(new BigDecimal("12.50")));
            call(declared, "Add", line);
            line.safeRelease();
        }
        call(connector, "SetDocument", document);
        declared.safeRelease();
        document.safeRelease();
    }

    /** Reads a document with its plan lines; how many there were. */
    public int readDocument(String id) {
        Dispatch document = object(connector, "GetDocument", id);
        read(document, "Id", "Name", "DocumentTypeName", "WarehouseId", "Finished", "CreateDate");
        Dispatch declared = Dispatch.get(document, "DeclaredItems").toDispatch();
        int size = call(declared, "Count").getInt();
        for (int i = 0; i < size; i++) {
            Dispatch line = object(declared, "Item", i);
            read(line, LINE, LINE_FIELDS);
            line.safeRelease();
        }
        declared.safeRelease();
        document.safeRelease();
        return size;
    }

    /** Takes a document away. */
    public void removeDocument(String id) {
        call(connector, "RemoveDocument", id);
    }

    @Override
    public void close() {
        connector.safeRelease();
        ComThread.Release();
    }
}
