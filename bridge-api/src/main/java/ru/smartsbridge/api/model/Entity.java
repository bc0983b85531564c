package ru.smartsbridge.api.model;

import ru.smartsbridge.api.value.Properties;

/**
 * Something that has a key in a Mobile SMARTS base: a typed view on properties that are kept as they came.
 *
 * <p>Every record of this family holds its {@link Properties} whole, additional fields and order included, and
 * names the ones that the bridge itself relies on. Immutable. Property names are those of {@code $metadata} [edmx].
 */
public sealed interface Entity
        permits BaseInfo,
                Cell,
                Device,
                Document,
                DocumentItem,
                DocumentType,
                FieldInfo,
                License,
                Message,
                OtherEntity,
                Packing,
                Product,
                ProductSchema,
                Row,
                TableInfo,
                User,
                UserGroup,
                Warehouse {
    /** All that the base gave, in its order. */
    Properties properties();

    /** Name of the property that is the key. */
    default String keyName() {
        return "id";
    }

    /** The key; null where the base has still to give one. */
    default String key() {
        return properties().text(keyName());
    }
}
