package ru.smartsbridge.com.mapping;

/** The classes of the component whose objects cross in batches, with their collections [asm]. */
public enum ComponentClass {
    PRODUCT("Product", "ProductCollection"),
    ROW("Row", "RowCollection"),
    CELL("Cell", "CellCollection"),
    DOCUMENT("Document", "DocumentCollection"),
    DOCUMENT_ITEM("DocumentItem", "DocumentItemCollection"),
    USER("User", "UserCollection"),
    USER_GROUP("UserGroup", "UserGroupCollection"),
    WAREHOUSE("Warehouse", "WarehouseCollection"),
    DEVICE("DeviceInfo", "DeviceInfoCollection");

    private final String element;
    private final String collection;

    ComponentClass(String element, String collection) {
        this.element = element;
        this.collection = collection;
    }

    /** The class's name without its namespace, which is its element in XML. */
    public String element() {
        return element;
    }

    /** The collection's name, which is the root of a batch in XML. */
    public String collection() {
        return collection;
    }
}
