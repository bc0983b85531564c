package ru.smartsbridge.com.schema;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.model.Warehouse;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The schema's objects as REST shows them. {@code uni} is what the component computes from the name, and nothing else
 * [run], so it is computed here too.
 */
final class SchemaJson {
    /** REST gives some key there, ours is told by nobody [guess]. */
    private static final String PRODUCT_SCHEMA_KEY = "ProductSchema";

    private SchemaJson() {}

    static List<DocumentType> documentTypes(Described environment) {
        return environment.list("DocumentTypes").stream()
                .filter(SchemaJson::isNamed)
                .map(type -> new DocumentType(documentType(type)))
                .toList();
    }

    static List<TableInfo> tables(Described owner) {
        return owner.list("Tables").stream()
                .filter(SchemaJson::isNamed)
                .map(table -> new TableInfo(table(table)))
                .toList();
    }

    static Optional<ProductSchema> products(Described environment) {
        return environment.list("ProductSchema").stream()
                .map(schema -> new ProductSchema(productSchema(schema)))
                .findFirst();
    }

    static List<Warehouse> warehouses(Described environment) {
        return environment.list("Warehouses").stream()
                .map(warehouse -> new Warehouse(plain(Shape.WAREHOUSE, warehouse)))
                .toList();
    }

    private static boolean isNamed(Described object) {
        return object.value("name") != null && !object.value("name").isEmpty();
    }

    private static Properties documentType(Described type) {
        String name = type.value("name");
        Properties.Builder json = Properties.builder()
                .put("uni", Transliteration.uni(name))
                .put("name", name)
                .put("displayName", name);
        Shape.DOCUMENT_TYPE.put(json, type);
        List<Properties> infoStrings = type.list("InfoStrings").stream()
                .map(info -> plain(Shape.INFO_STRING, info))
                .toList();
        return json.put("infoStrings", infoStrings)
                .put("tables", tables(type).stream().map(TableInfo::properties).toList())
                .put("fields", fields(type.list("Fields"), "Document"))
                .put("columns", fields(type.list("Columns"), "DocumentItem"))
                .build();
    }

    private static Properties table(Described table) {
        String name = table.value("name");
        Properties.Builder json = Properties.builder()
                .put("name", name)
                .put("filePath", Value.NULL)
                .put("displayName", name)
                .put("uni", Transliteration.uni(name));
        Shape.TABLE.put(json, table);
        return json.put("searchOrder", searchOrder(table))
                .put("fields", fields(table.list("Fields"), "Row"))
                .build();
    }

    /** Where nothing is said of the sides, products are on the device [run]. */
    private static Properties productSchema(Described written) {
        Described schema = written.value("searchOrder") == null && written.value("deviceSide") == null
                ? with(written, "deviceSide", "True")
                : written;
        Properties.Builder json = Properties.builder().put("oDataKey", PRODUCT_SCHEMA_KEY);
        Shape.PRODUCT_SCHEMA.put(json, schema);
        List<Value> templates = schema.list("CommonTemplates").stream()
                .map(template -> Value.text(template.value(Described.TEXT)))
                .toList();
        return json.put("commonTemplates", templates)
                .put("searchOrder", searchOrder(schema))
                .put("fields", fields(schema.list("Fields"), "PackedProduct, Product"))
                .build();
    }

    private static Described with(Described object, String name, String value) {
        Map<String, String> values = new HashMap<>(object.values());
        values.put(name, value);
        return new Described(values, object.lists());
    }

    /** XML writes {@code Server|Device|Erp}; properties give the sides and whether the server comes first [run]. */
    private static List<Value> searchOrder(Described object) {
        String written = object.value("searchOrder");
        List<String> order = new ArrayList<>();
        if (written != null) {
            order.addAll(List.of(written.split("\\|")));
            order.removeIf(String::isBlank);
        } else {
            addIf(object, "deviceSide", "Device", order);
            addIf(object, "serverSide", "Server", order);
            if (Boolean.parseBoolean(object.value("serverSearchPriority"))) {
                Collections.reverse(order);
            }
            addIf(object, "erpSide", "Erp", order);
        }
        return order.stream().map(Value::text).map(Value.class::cast).toList();
    }

    private static void addIf(Described object, String side, String name, List<String> order) {
        if (Boolean.parseBoolean(object.value(side))) {
            order.add(name);
        }
    }

    private static List<Properties> fields(List<Described> fields, String owners) {
        return fields.stream().map(field -> field(field, owners)).toList();
    }

    private static Properties field(Described field, String owners) {
        String name = field.value("fieldName");
        Properties.Builder json = Properties.builder()
                .put("uni", name == null ? "" : Transliteration.uni(name))
                .put("dirName", Value.NULL);
        Shape.FIELD.put(json, field);
        return json.put("isEmbedded", false)
                .put("comment", Value.NULL)
                .put("fieldOwners", owners)
                .build();
    }

    private static Properties plain(Shape shape, Described object) {
        Properties.Builder json = Properties.builder();
        shape.put(json, object);
        return json.build();
    }
}
