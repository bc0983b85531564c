package ru.smartsbridge.com.mapping;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import ru.smartsbridge.com.automation.Automation;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.OleDate;

/** The component's classes in memory, as far as the mapping touches them; counts the objects that are not closed. */
final class MemoryComponent implements Automation {
    static final int E_FAIL = 0x80004005;
    static final int E_INVALIDARG = 0x80070057;

    private static final Object NO_DATE = new OleDate(0.0);
    private static final Map<String, Map<String, Object>> CLASSES = Map.of(
            "product",
            of(
                    "Id",
                    "",
                    "Name",
                    String.class,
                    "UnitId",
                    String.class,
                    "UnitConvertionRate",
                    0.0,
                    "Barcode",
                    "",
                    "BasePackingId",
                    String.class,
                    "Marking",
                    "",
                    "VersionNumber",
                    0),
            "packing",
            of(
                    "Name",
                    String.class,
                    "SelfWeight",
                    0.0,
                    "SelfVolume",
                    0.0,
                    "UnitsQuantity",
                    1.0,
                    "Barcode",
                    "",
                    "Id",
                    String.class,
                    "Marking",
                    ""),
            "row",
            of("Uid", ""),
            "cell",
            of("Id", String.class, "Barcode", String.class, "Name", "", "Description", String.class),
            "documentitem",
            of(
                    "Uid",
                    "",
                    "CreatedBy",
                    3,
                    "ProductId",
                    String.class,
                    "DeclaredQuantity",
                    0.0,
                    "CurrentQuantity",
                    0.0,
                    "FirstStorageId",
                    String.class,
                    "SecondStorageId",
                    String.class,
                    "FirstStorageBarcode",
                    String.class,
                    "SecondStorageBarcode",
                    String.class,
                    "PackingId",
                    String.class,
                    "SSCC",
                    String.class,
                    "RegisteredDate",
                    NO_DATE,
                    "ExpiredDate",
                    NO_DATE,
                    "BindedLine",
                    AutomationObject.class,
                    "ProductName",
                    "",
                    "ProductMarking",
                    "",
                    "ProductBarcode",
                    "",
                    "PackingName",
                    "",
                    "PackingUnitsQuantity",
                    0.0),
            "documentstate",
            of(
                    "Modified",
                    false,
                    "ModifiedDate",
                    NO_DATE,
                    "InProcess",
                    false,
                    "InProcessDate",
                    NO_DATE,
                    "Finished",
                    false,
                    "FinishedDate",
                    NO_DATE,
                    "UserId",
                    String.class),
            "table",
            of("Name", String.class),
            "document",
            of(
                    "Id",
                    String.class,
                    "Name",
                    String.class,
                    "Appointment",
                    String.class,
                    "UserId",
                    String.class,
                    "UserName",
                    String.class,
                    "LastChangeDate",
                    new OleDate(45_000.5),
                    "CreateDate",
                    new OleDate(45_000.5),
                    "CreatedOnPDA",
                    false,
                    "DocumentTypeName",
                    String.class,
                    "WarehouseId",
                    String.class,
                    "Barcode",
                    String.class,
                    "Priority",
                    0,
                    "Description",
                    String.class,
                    "DistributeByBarcode",
                    false,
                    "ServerHosted",
                    false,
                    "DeviceId",
                    "",
                    "DeviceName",
                    "",
                    "DeviceIP",
                    "",
                    "LicenseStatus",
                    0),
            "fieldvalue",
            of("FieldName", String.class, "Value", Object.class));
    private static final Map<String, List<String>> COLLECTIONS = Map.of(
            "product", List.of("Packings", "ClassificatorIds"),
            "document", List.of("States", "DeclaredItems", "CurrentItems", "Tables"),
            "table", List.of("Rows"));

    private int open;

    /** Names, each with its default, or with its type where that is null. */
    private static Map<String, Object> of(Object... namesAndDefaults) {
        Map<String, Object> properties = new HashMap<>();
        for (int i = 0; i < namesAndDefaults.length; i += 2) {
            properties.put(((String) namesAndDefaults[i]).toLowerCase(Locale.ROOT), namesAndDefaults[i + 1]);
        }
        return properties;
    }

    @Override
    public AutomationObject create(String progId) {
        String name = progId.replace("Cleverence.Warehouse.", "").toLowerCase(Locale.ROOT);
        if (name.endsWith("collection")) {
            return opened(new MemoryCollection(this));
        }
        if (!CLASSES.containsKey(name)) {
            throw new ComFailure(progId, 0x800401F3, null, null);
        }
        return opened(new MemoryObject(this, name));
    }

    static Map<String, Object> properties(String name) {
        return CLASSES.get(name);
    }

    static List<String> collections(String name) {
        return COLLECTIONS.getOrDefault(name, List.of());
    }

    <T extends AutomationObject> T opened(T object) {
        open++;
        return object;
    }

    void closed() {
        open--;
    }

    /** How many references were given out and not closed. */
    int open() {
        return open;
    }

    static <T> T refused(String what, int hresult, Supplier<String> description) {
        throw new ComFailure(what, hresult, description.get(), null);
    }
}
