package ru.smartsbridge.com.mapping;

import static ru.smartsbridge.com.mapping.Form.CREATED_BY;
import static ru.smartsbridge.com.mapping.Form.DATE;
import static ru.smartsbridge.com.mapping.Form.FLAG;
import static ru.smartsbridge.com.mapping.Form.I4;
import static ru.smartsbridge.com.mapping.Form.QUANTITY;
import static ru.smartsbridge.com.mapping.Form.R8;
import static ru.smartsbridge.com.mapping.Form.SPAN;
import static ru.smartsbridge.com.mapping.Form.TEXT;
import static ru.smartsbridge.com.mapping.Form.UNITS;

import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Attribute.Crossing;
import ru.smartsbridge.com.mapping.Child.Empty;
import ru.smartsbridge.com.mapping.ClassTable.FieldForm;

/**
 * The component's classes as data: the one table that XML and the property way both work from; those of directories
 * are in {@link DirectoryTables}.
 */
final class ClassTables {
    private static final Value NULL = Value.NULL;
    private static final Value EMPTY = Value.text("");
    private static final Value NOTHING = Value.items(List.of());
    static final String PREFIX = "Cleverence.Warehouse.";

    static final ClassTable PACKING = new ClassTable(new ClassRow(
            "Packing",
            PREFIX + "Packing",
            FieldForm.ATTRIBUTES,
            true,
            List.of(
                    both("name", TEXT, NULL),
                    both("selfWeight", R8, Numbers.ZERO_R8),
                    both("selfVolume", R8, Numbers.ZERO_R8),
                    both("unitsQuantity", UNITS, Value.number(1)),
                    both("barcode", TEXT, NULL),
                    // the component would join them into the barcode with "|" [run]
                    none("barcodes", TEXT, NOTHING),
                    both("id", TEXT, NULL),
                    both("marking", TEXT, NULL)),
            List.of("barcode", "id", "marking", "name", "selfVolume", "selfWeight", "unitsQuantity"),
            List.of(),
            List.of(),
            Set.of(),
            Set.of()));

    static final ClassTable PRODUCT = new ClassTable(new ClassRow(
            "Product",
            PREFIX + "Product",
            FieldForm.ATTRIBUTES,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    both("name", TEXT, NULL),
                    // the component's XML forgets the property and keeps a field of that name [run]
                    new Attribute("unitId", TEXT, "unitId", "UnitId", NULL, Crossing.BAG, ""),
                    both("unitConvertionRate", R8, Numbers.ZERO_R8),
                    both("barcode", TEXT, NULL),
                    both("basePackingId", TEXT, NULL),
                    both("marking", TEXT, NULL),
                    both("versionNumber", I4, Numbers.ZERO)),
            List.of(
                    "barcode",
                    "basePackingId",
                    "id",
                    "marking",
                    "name",
                    "unitConvertionRate",
                    "versionNumber",
                    "unitId"),
            List.of(
                    new Child("packings", "Packings", "Packings", PACKING, true, Empty.LEFT_OUT),
                    new Child("classificatorIds", "ClassificatorIds", "ClassificatorIds", null, true, Empty.LEFT_OUT)),
            List.of("ClassificatorIds", "Packings"),
            Set.of(),
            // the number of packings, where it is more than two [run]
            Set.of("pcnt")));

    static final ClassTable ROW = new ClassTable(new ClassRow(
            "Row",
            PREFIX + "Row",
            FieldForm.ATTRIBUTES,
            true,
            List.of(
                    new Attribute("uid", TEXT, "uid", "Uid", EMPTY, Crossing.XML, ""),
                    new Attribute("index", I4, "", "", Numbers.ZERO, Crossing.POSITION, "")),
            List.of("uid"),
            List.of(),
            List.of(),
            Set.of("uid"),
            Set.of()));

    static final ClassTable CELL = new ClassTable(new ClassRow(
            "Cell",
            PREFIX + "Cell",
            FieldForm.ELEMENTS,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    both("barcode", TEXT, NULL),
                    both("name", TEXT, EMPTY),
                    both("description", TEXT, NULL)),
            List.of("barcode", "description", "id", "name"),
            List.of(),
            List.of(),
            Set.of("name"),
            Set.of()));

    static final ClassTable ITEM = new ClassTable(new ClassRow(
            "DocumentItem",
            PREFIX + "DocumentItem",
            FieldForm.ELEMENTS,
            true,
            List.of(
                    both("uid", TEXT, EMPTY),
                    both("createdBy", CREATED_BY, Value.text("Unknown")),
                    both("productId", TEXT, NULL),
                    both("declaredQuantity", QUANTITY, Numbers.ZERO),
                    both("currentQuantity", QUANTITY, Numbers.ZERO),
                    of("currentQuantityWithBinding", QUANTITY, Numbers.ZERO, Crossing.COPY, "currentQuantity"),
                    both("firstStorageId", TEXT, NULL),
                    both("secondStorageId", TEXT, NULL),
                    both("firstStorageBarcode", TEXT, NULL),
                    both("secondStorageBarcode", TEXT, NULL),
                    of("firstCellId", TEXT, NULL, Crossing.SAME, "firstStorageBarcode"),
                    of("secondCellId", TEXT, NULL, Crossing.SAME, "secondStorageBarcode"),
                    both("packingId", TEXT, NULL),
                    named("sscc", "sSCC", "SSCC", TEXT, NULL),
                    both("registeredDate", DATE, Dates.NO_DATE),
                    of("registrationDate", DATE, Dates.NO_DATE, Crossing.SAME, "registeredDate"),
                    // 0 in every line, whatever was put [run]
                    new Attribute("index", I4, "", "", Numbers.ZERO, Crossing.POSITION, ""),
                    both("expiredDate", DATE, Dates.NO_DATE),
                    // computed from the product; an element of that name is skipped by the component [run]
                    none("packing", TEXT, NULL),
                    none("pallet", TEXT, NULL),
                    named("bindedLineUid", "blUid", "BindedLine", TEXT, NULL),
                    both("productName", TEXT, EMPTY),
                    both("productMarking", TEXT, EMPTY),
                    both("productBarcode", TEXT, EMPTY),
                    both("packingName", TEXT, EMPTY),
                    both("packingUnitsQuantity", QUANTITY, Numbers.ZERO)),
            List.of(
                    "uid",
                    "productId",
                    "packingId",
                    "currentQuantity",
                    "declaredQuantity",
                    "firstStorageId",
                    "firstStorageBarcode",
                    "secondStorageId",
                    "secondStorageBarcode",
                    "sSCC",
                    "registeredDate",
                    "expiredDate",
                    "productName",
                    "productMarking",
                    "productBarcode",
                    "packingName",
                    "packingUnitsQuantity",
                    "blUid",
                    "createdBy"),
            List.of(),
            List.of(),
            Set.of("uid", "createdBy"),
            Set.of()));

    static final ClassTable STATE = new ClassTable(new ClassRow(
            "DocumentState",
            PREFIX + "DocumentState",
            FieldForm.NONE,
            false,
            List.of(
                    both("modified", FLAG, Value.Flag.FALSE),
                    both("modifiedDate", DATE, Dates.NO_DATE),
                    both("inProcess", FLAG, Value.Flag.FALSE),
                    both("inProcessDate", DATE, Dates.NO_DATE),
                    both("finished", FLAG, Value.Flag.FALSE),
                    both("finishedDate", DATE, Dates.NO_DATE),
                    new Attribute("processingTime", SPAN, "processingTime", "", Spans.ZERO, Crossing.XML, ""),
                    both("userId", TEXT, EMPTY)),
            List.of(
                    "finished",
                    "finishedDate",
                    "inProcess",
                    "inProcessDate",
                    "modified",
                    "modifiedDate",
                    "processingTime",
                    "userId"),
            List.of(),
            List.of(),
            // a date that is missing would become the present [run]
            Set.of(
                    "finished",
                    "finishedDate",
                    "inProcess",
                    "inProcessDate",
                    "modified",
                    "modifiedDate",
                    "processingTime",
                    "userId"),
            Set.of()));

    static final ClassTable TABLE = new ClassTable(new ClassRow(
            "DocumentTable",
            PREFIX + "Table",
            FieldForm.NONE,
            true,
            List.of(
                    both("name", TEXT, EMPTY),
                    new Attribute("version", TEXT, "version", "", EMPTY, Crossing.XML, ""),
                    none("lastChangeDate", DATE, Dates.NO_DATE),
                    none("searchOrder", TEXT, NOTHING)),
            List.of("name", "version"),
            List.of(new Child("rows", "Rows", "Rows", ROW, true, Empty.CLOSES_ITSELF)),
            List.of("Rows"),
            Set.of("name", "version"),
            Set.of()));

    static final ClassTable DOCUMENT = new ClassTable(new ClassRow(
            "Document",
            PREFIX + "Document",
            FieldForm.ELEMENTS,
            true,
            List.of(
                    both("id", TEXT, EMPTY),
                    both("name", TEXT, NULL),
                    both("appointment", TEXT, NULL),
                    both("userId", TEXT, NULL),
                    both("userName", TEXT, NULL),
                    new Attribute(
                            "lastChangeDate",
                            DATE,
                            "lastChangeDate",
                            "LastChangeDate",
                            Dates.NO_DATE,
                            Crossing.XML,
                            ""),
                    both("createDate", DATE, Dates.NO_DATE),
                    new Attribute("createdOnPDA", FLAG, "", "CreatedOnPDA", Value.Flag.FALSE, Crossing.READ, ""),
                    both("documentTypeName", TEXT, EMPTY),
                    of("modified", FLAG, Value.Flag.FALSE, Crossing.STATE, "modifiedDate"),
                    of("inProcess", FLAG, Value.Flag.FALSE, Crossing.STATE, "inProcessDate"),
                    of("finished", FLAG, Value.Flag.FALSE, Crossing.STATE, "finishedDate"),
                    both("warehouseId", TEXT, NULL),
                    both("barcode", TEXT, NULL),
                    both("priority", I4, Numbers.ZERO),
                    both("description", TEXT, NULL),
                    both("distributeByBarcode", FLAG, Value.Flag.FALSE),
                    of("autoAppointed", FLAG, Value.Flag.TRUE, Crossing.OPPOSITE, "distributeByBarcode"),
                    both("serverHosted", FLAG, Value.Flag.FALSE),
                    both("deviceId", TEXT, NULL),
                    both("deviceName", TEXT, NULL),
                    named("deviceIP", "deviceIP", "DeviceIP", TEXT, NULL),
                    both("licenseStatus", I4, Numbers.ZERO),
                    new Attribute("notOpenedYet", FLAG, "", "", Value.Flag.FALSE, Crossing.HIDDEN, "")),
            List.of(
                    "barcode",
                    "createDate",
                    "lastChangeDate",
                    "description",
                    "deviceId",
                    "deviceIP",
                    "deviceName",
                    "distributeByBarcode",
                    "documentTypeName",
                    "id",
                    "licenseStatus",
                    "name",
                    "priority",
                    "serverHosted",
                    "appointment",
                    "userId",
                    "userName",
                    "warehouseId"),
            List.of(
                    new Child("states", "States", "States", STATE, true, Empty.CLOSES_ITSELF),
                    new Child("declaredItems", "DeclaredItems", "DeclaredItems", ITEM, false, Empty.CLOSES_ITSELF),
                    new Child("currentItems", "CurrentItems", "CurrentItems", ITEM, false, Empty.CLOSES_ITSELF),
                    new Child("tables", "Tables", "Tables", TABLE, false, Empty.CLOSES_ITSELF)),
            List.of("States", "Tables", "DeclaredItems", "CurrentItems"),
            Set.of("createDate", "lastChangeDate", "deviceId", "deviceIP", "deviceName"),
            Set.of()));

    private ClassTables() {}

    /** The table of a class. */
    static ClassTable of(ComponentClass type) {
        return switch (type) {
            case PRODUCT -> PRODUCT;
            case ROW -> ROW;
            case CELL -> CELL;
            case DOCUMENT -> DOCUMENT;
            case DOCUMENT_ITEM -> ITEM;
            case USER -> DirectoryTables.USER;
            case USER_GROUP -> DirectoryTables.USER_GROUP;
            case WAREHOUSE -> DirectoryTables.WAREHOUSE;
            case DEVICE -> DirectoryTables.DEVICE;
        };
    }

    /** The name in JSON is that of XML, and with a capital that of the automation object. */
    static Attribute both(String name, Form form, Value shown) {
        return named(name, name, Character.toUpperCase(name.charAt(0)) + name.substring(1), form, shown);
    }

    static Attribute named(String json, String xml, String com, Form form, Value shown) {
        return new Attribute(json, form, xml, com, shown, Crossing.BOTH, "");
    }

    static Attribute none(String json, Form form, Value shown) {
        return new Attribute(json, form, "", "", shown, Crossing.NONE, "");
    }

    private static Attribute of(String json, Form form, Value shown, Crossing crossing, String other) {
        return new Attribute(json, form, "", "", shown, crossing, other);
    }
}
