package ru.smartsbridge.api.model;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import ru.smartsbridge.api.value.Properties;

/** The kinds of entity sets that {@code $metadata} of Mobile SMARTS has [edmx]. */
public enum SetKind {
    USER_GROUPS("UserGroups", UserGroup::new),
    USERS("Users", User::new),
    WAREHOUSES("Warehouses", Warehouse::new),
    DEVICES("Devices", Device::new),
    LICENSES("Licenses", License::new),
    PRODUCTS("Products", Product::new),
    TABLES_INFO("TablesInfo", TableInfo::new),
    /** {@code Tables} and {@code Tables/{uni}}. */
    TABLES("Tables", Row::new),
    ROW("Row", Row::new),
    DOC_TYPES("DocTypes", DocumentType::new),
    MESSAGES("Messages", Message::new),
    DOCUMENT_ITEM("DocumentItem", DocumentItem::new),
    /** {@code Docs} and {@code Docs/{uni}}. */
    DOCS("Docs", Document::new),
    CELLS("Cells", Cell::new),
    OPERATIONS("Operations", OtherEntity::new),
    PRODUCT_SCHEMA("ProductSchema", ProductSchema::new),
    CUSTOM_SETTINGS("CustomSettings", OtherEntity::new),
    /** A set of this base's metadata that the list above does not have. */
    OTHER("", OtherEntity::new);

    private final String edmName;
    private final Function<Properties, ? extends Entity> shape;

    SetKind(String edmName, Function<Properties, ? extends Entity> shape) {
        this.edmName = edmName;
        this.shape = shape;
    }

    /** The set's name in {@code $metadata}; empty for {@link #OTHER}. */
    public String edmName() {
        return edmName;
    }

    /** The typed view on properties of this kind. */
    public Entity view(Properties properties) {
        return shape.apply(properties);
    }

    /** The kind with exactly this name. */
    public static Optional<SetKind> named(String edmName) {
        return Arrays.stream(values())
                .filter(kind -> kind != OTHER && kind.edmName.equals(edmName))
                .findFirst();
    }
}
