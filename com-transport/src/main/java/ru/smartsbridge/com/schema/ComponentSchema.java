package ru.smartsbridge.com.schema;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.model.Warehouse;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.com.mapping.Declarations;

/**
 * A base's environment as the component gave it at one time. Immutable.
 *
 * @param schema for the façade: metadata, names, declared fields
 * @param declarations the same fields under the names that the component knows
 * @param documentTypes with {@code fields}, {@code columns} and {@code tables} inline
 * @param tables of the base, with {@code fields} inline
 * @param products with {@code fields} inline
 * @param warehouses without their cells
 */
public record ComponentSchema(
        Schema schema,
        Declarations declarations,
        List<DocumentType> documentTypes,
        List<TableInfo> tables,
        Optional<ProductSchema> products,
        List<Warehouse> warehouses) {
    public ComponentSchema {
        documentTypes = List.copyOf(documentTypes);
        tables = List.copyOf(tables);
        warehouses = List.copyOf(warehouses);
    }
}
