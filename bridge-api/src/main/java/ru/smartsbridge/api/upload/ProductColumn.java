package ru.smartsbridge.api.upload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Nearest;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.schema.Transliteration;

/**
 * What a column is in a base.
 *
 * @param column as the client named it
 * @param ofPacking whether the packing has it, else the product
 * @param property JSON property
 * @param type of the property, or of its items
 */
record ProductColumn(String column, boolean ofPacking, String property, EdmType type) {
    private static final EdmType TEXT = new EdmType("Edm.String", false);
    /** More of a wrong name is not compared with the known ones. */
    private static final int LONGEST_NAME = 100;

    /** The column of that name, by JSON property, uni or Russian name of the field, ignoring case. */
    static ProductColumn of(String column, String prefix, StructuredType type, boolean ofPacking, Schema schema) {
        String field = column.substring(prefix.length());
        for (String name : List.of(field, Transliteration.uni(field))) {
            Optional<EdmProperty> declared = type.property(name).or(() -> type.navigation(name));
            if (declared.isPresent()) {
                EdmType edmType = declared.get().type();
                if (!edmType.primitive()) {
                    throw ApiTexts.invalid("columns.complex", column, edmType).at("lschema");
                }
                return new ProductColumn(column, ofPacking, declared.get().name(), edmType);
            }
        }
        Map<String, String> fields = schema.fields(new FieldOwner.Products())
                .map(known -> known.types())
                .orElse(Map.of());
        Optional<String> known = additional(fields, field);
        // fields that were only seen in stored products have no type, and there may be others
        if (known.isEmpty() && fields.values().stream().anyMatch(fieldType -> !fieldType.isEmpty())) {
            throw unknown(column, field, column.substring(0, prefix.length()), type, fields);
        }
        String property = known.orElseGet(() -> Transliteration.property(Transliteration.uni(field)));
        EdmType edmType = schema.fields(new FieldOwner.Products())
                .flatMap(set -> set.edmType(property))
                .map(name -> new EdmType(name, false))
                .orElse(TEXT);
        return new ProductColumn(column, ofPacking, property, edmType);
    }

    /** Exact first: names may differ in nothing but case. */
    private static Optional<String> additional(Map<String, String> fields, String field) {
        String property = Transliteration.property(Transliteration.uni(field));
        return Stream.of(field, property)
                .filter(fields::containsKey)
                .findFirst()
                .or(() -> fields.keySet().stream()
                        .filter(known -> known.equalsIgnoreCase(field) || known.equalsIgnoreCase(property))
                        .min(Comparator.naturalOrder()));
    }

    private static BridgeException unknown(
            String column, String field, String prefix, StructuredType type, Map<String, String> fields) {
        List<String> names = new ArrayList<>(fields.keySet());
        type.properties().values().stream()
                .filter(property -> property.type().primitive())
                .forEach(property -> names.add(property.name()));
        String wanted = Transliteration.uni(field.substring(0, Math.min(field.length(), LONGEST_NAME)));
        return Nearest.to(wanted, names)
                .map(nearest -> ApiTexts.invalid("columns.unknown.nearest", column, prefix + nearest))
                .orElseGet(() -> ApiTexts.invalid("columns.unknown", column))
                .at("lschema");
    }
}
