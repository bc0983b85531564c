package ru.smartsbridge.com.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.com.text.ComTexts;

/**
 * The schema of a base that tells none, as far as the configuration does: tables and additional fields by their Russian
 * names, {@code ИдТовара, Цена: Double}.
 */
public final class ConfiguredSchema {
    private ConfiguredSchema() {}

    /**
     * The schema that has these.
     *
     * @param tables the fields of each table by its name
     * @param tablesKey the configuration's key for them
     * @param productFields the additional fields of products and packings; empty for none
     * @param productFieldsKey the configuration's key for them
     * @throws BridgeException {@code INVALID_REQUEST} at the key where a field has no name, two have one, a type is none, or
     *     a table has no field
     */
    public static ComponentSchema of(
            Map<String, String> tables, String tablesKey, String productFields, String productFieldsKey) {
        List<Described> described = new ArrayList<>();
        tables.forEach((name, fields) -> described.add(table(name, fields, tablesKey)));
        Map<String, List<Described>> lists = new LinkedHashMap<>();
        lists.put("Tables", described);
        if (!productFields.isBlank()) {
            List<Described> fields = fields(productFields, productFieldsKey);
            lists.put("ProductSchema", List.of(new Described(Map.of(), Map.of("Fields", fields))));
        }
        return SchemaReading.of(new Described(Map.of(), lists));
    }

    private static Described table(String name, String fields, String key) {
        if (name.isBlank() || fields.isBlank()) {
            throw ComTexts.error(Category.INVALID_REQUEST, "settings.table.empty", name)
                    .at(key);
        }
        return new Described(Map.of("name", name.strip()), Map.of("Fields", fields(fields, key)));
    }

    private static List<Described> fields(String written, String key) {
        Map<String, Described> fields = new LinkedHashMap<>();
        for (String one : written.split(",", -1)) {
            int colon = one.lastIndexOf(':');
            String name = (colon < 0 ? one : one.substring(0, colon)).strip();
            String type = colon < 0 ? "" : one.substring(colon + 1).strip();
            boolean typed = new FieldSet(Map.of(name, type)).edmType(name).isPresent();
            if (name.isEmpty() || colon >= 0 && !typed) {
                throw ComTexts.error(Category.INVALID_REQUEST, "settings.field.form", one.strip(), written)
                        .at(key);
            }
            if (fields.put(name, new Described(Map.of("fieldName", name, "fieldType", type), Map.of())) != null) {
                throw ComTexts.error(Category.INVALID_REQUEST, "settings.field.twice", name, written)
                        .at(key);
            }
        }
        return List.copyOf(fields.values());
    }
}
