package ru.smartsbridge.api.model;

import java.util.Objects;
import java.util.Optional;
import ru.smartsbridge.api.value.Properties;

/**
 * An entity set as a typed address: what a read of it gives is a {@code T}. Immutable, compared by name.
 *
 * @param <T> what the set holds
 */
public final class EntitySet<T extends Entity> {
    public static final EntitySet<UserGroup> USER_GROUPS = new EntitySet<>(SetKind.USER_GROUPS, null);
    public static final EntitySet<User> USERS = new EntitySet<>(SetKind.USERS, null);
    public static final EntitySet<Warehouse> WAREHOUSES = new EntitySet<>(SetKind.WAREHOUSES, null);
    public static final EntitySet<Device> DEVICES = new EntitySet<>(SetKind.DEVICES, null);
    public static final EntitySet<License> LICENSES = new EntitySet<>(SetKind.LICENSES, null);
    public static final EntitySet<Product> PRODUCTS = new EntitySet<>(SetKind.PRODUCTS, null);
    public static final EntitySet<TableInfo> TABLES_INFO = new EntitySet<>(SetKind.TABLES_INFO, null);
    public static final EntitySet<DocumentType> DOC_TYPES = new EntitySet<>(SetKind.DOC_TYPES, null);
    public static final EntitySet<Message> MESSAGES = new EntitySet<>(SetKind.MESSAGES, null);
    public static final EntitySet<Cell> CELLS = new EntitySet<>(SetKind.CELLS, null);
    public static final EntitySet<ProductSchema> PRODUCT_SCHEMA = new EntitySet<>(SetKind.PRODUCT_SCHEMA, null);
    /** Documents of every type. */
    public static final EntitySet<Document> DOCS = new EntitySet<>(SetKind.DOCS, null);

    private final SetKind kind;
    private final String part;

    private EntitySet(SetKind kind, String part) {
        this.kind = kind;
        this.part = part;
    }

    /** Documents of one type, by its {@code uni}. */
    public static EntitySet<Document> docs(String uni) {
        return new EntitySet<>(SetKind.DOCS, Objects.requireNonNull(uni));
    }

    /** Rows of one table of the base, by its {@code uni}. */
    public static EntitySet<Row> table(String uni) {
        return new EntitySet<>(SetKind.TABLES, Objects.requireNonNull(uni));
    }

    /** The set with this name of {@code $metadata}, such as {@code Users} or {@code Docs/PrihodNaSklad}; names are exact. */
    public static EntitySet<? extends Entity> named(String name) {
        int slash = name.indexOf('/');
        if (slash > 0) {
            String part = name.substring(slash + 1);
            if (name.substring(0, slash).equals(SetKind.DOCS.edmName())) {
                return docs(part);
            }
            if (name.substring(0, slash).equals(SetKind.TABLES.edmName())) {
                return table(part);
            }
        }
        return SetKind.named(name)
                .<EntitySet<? extends Entity>>map(kind -> new EntitySet<>(kind, null))
                .orElseGet(() -> new EntitySet<OtherEntity>(SetKind.OTHER, name));
    }

    public SetKind kind() {
        return kind;
    }

    /** The {@code uni} of the document type or table, where the set is of one. */
    public Optional<String> uni() {
        return kind == SetKind.OTHER ? Optional.empty() : Optional.ofNullable(part);
    }

    /** The name in {@code $metadata} and in addresses. */
    public String name() {
        if (kind == SetKind.OTHER) {
            return part;
        }
        return part == null ? kind.edmName() : kind.edmName() + "/" + part;
    }

    /** The typed view on properties of an entity of this set. */
    @SuppressWarnings("unchecked") // a set is only ever made with the kind whose view is T
    public T view(Properties properties) {
        return (T) kind.view(properties);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntitySet<?> that && name().equals(that.name());
    }

    @Override
    public int hashCode() {
        return name().hashCode();
    }

    @Override
    public String toString() {
        return name();
    }
}
