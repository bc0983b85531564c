package ru.smartsbridge.api.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.value.Properties;

/**
 * The additional fields that a base declares, from its document types, tables and product schema as they come with
 * {@code fields} and {@code columns} expanded.
 *
 * <p>A base that declares no field at all of a kind (documents, tables, products) says nothing about that kind, which
 * is not the same as allowing none: recorded document types come without their fields [rec].
 */
public final class DeclaredFields {
    private DeclaredFields() {}

    /** What is declared, by owner; an owner that nothing is said about is not there. */
    public static Map<FieldOwner, FieldSet> of(
            List<DocumentType> documentTypes, List<TableInfo> tables, Optional<ProductSchema> products) {
        Map<FieldOwner, FieldSet> documentFields = new LinkedHashMap<>();
        Map<FieldOwner, FieldSet> tableFields = new LinkedHashMap<>();
        for (DocumentType type : documentTypes) {
            Properties own = type.properties();
            documentFields.put(new FieldOwner.DocumentHeader(type.uni()), fields(own, "fields"));
            documentFields.put(new FieldOwner.DocumentLines(type.uni()), fields(own, "columns"));
            own.objects("tables").forEach(table -> addTable(tableFields, new TableInfo(table)));
        }
        tables.forEach(table -> addTable(tableFields, table));
        Map<FieldOwner, FieldSet> all = new LinkedHashMap<>();
        Stream.of(documentFields, tableFields)
                .filter(declared -> declared.values().stream()
                        .anyMatch(fields -> !fields.types().isEmpty()))
                .forEach(all::putAll);
        products.map(schema -> fields(schema.properties(), "fields"))
                .filter(fields -> !fields.types().isEmpty())
                .ifPresent(fields -> all.put(new FieldOwner.Products(), fields));
        return all;
    }

    private static void addTable(Map<FieldOwner, FieldSet> tableFields, TableInfo table) {
        String uni = table.uni() == null ? Transliteration.uni(table.name()) : table.uni();
        tableFields.put(new FieldOwner.TableRows(uni), fields(table.properties(), "fields"));
    }

    private static FieldSet fields(Properties owner, String navigation) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        for (Properties field : owner.objects(navigation)) {
            FieldInfo info = new FieldInfo(field);
            uni(info).map(Transliteration::property).ifPresent(property -> {
                types.put(property, info.fieldType() == null ? "" : info.fieldType());
                Optional.ofNullable(info.fieldName()).ifPresent(name -> names.put(property, name));
            });
        }
        return new FieldSet(types, names);
    }

    /** The field's own, else what its Russian name gives; a field with neither cannot stand in JSON. */
    private static Optional<String> uni(FieldInfo field) {
        return Optional.ofNullable(field.uni())
                .or(() -> Optional.ofNullable(field.fieldName()).map(Transliteration::uni))
                .filter(uni -> !uni.isEmpty());
    }
}
