package ru.smartsbridge.api.upload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The columns of {@code BeginUploadProducts}: {@code Product.<Field>} and {@code Packing.<Field>} [doc].
 *
 * <p>How texts become a product, kept in this one place because the vendor's text leaves it open [guess]: a record is
 * a product with one packing; records with the same {@code Product.Id} are one product with several packings; field
 * names match ignoring case; an empty text of a column that is not a text leaves the property out; a number is read
 * with a point, {@code true}/{@code false} and {@code 1}/{@code 0} are taken for flags; {@code barcodes} is divided
 * at {@code ;}. Immutable.
 */
public final class ProductColumns {
    private static final String PRODUCT = "Product.";
    private static final String PACKING = "Packing.";

    private final List<String> names;

    private ProductColumns(List<String> names) {
        this.names = names;
    }

    /**
     * Columns as a client names them.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} for a name of another form, one that
     *     comes twice, or where {@code Product.Id} is missing
     */
    public static ProductColumns of(List<String> names) {
        Set<String> seen = new LinkedHashSet<>();
        for (String name : names) {
            boolean formed = startsWith(name, PRODUCT) || startsWith(name, PACKING);
            if (!formed || name.length() <= PRODUCT.length()) {
                throw ApiTexts.invalid("columns.form", name).at("lschema");
            }
            if (!seen.add(name.toLowerCase(java.util.Locale.ROOT))) {
                throw ApiTexts.invalid("columns.twice", name).at("lschema");
            }
        }
        if (!seen.contains("product.id")) {
            throw ApiTexts.invalid("columns.noId").at("lschema");
        }
        return new ProductColumns(List.copyOf(names));
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** As the client named them. */
    public List<String> names() {
        return names;
    }

    /** Index of {@code Product.Id}. */
    public int idColumn() {
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(PRODUCT + "Id")) {
                return i;
            }
        }
        throw new IllegalStateException("checked when it was made");
    }

    /**
     * The product that a record tells, with its one packing where the columns name any.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} naming the column
     */
    public Properties product(ProductRecord record, Schema schema) {
        if (record.values().size() != names.size()) {
            throw ApiTexts.invalid("columns.size", record.values().size(), names.size());
        }
        StructuredType productType = type(schema, "Cleverence.Warehouse.Product");
        StructuredType packingType = type(schema, "Cleverence.Warehouse.Packing");
        Properties.Builder product = Properties.builder();
        Properties.Builder packing = Properties.builder();
        boolean packed = false;
        for (int i = 0; i < names.size(); i++) {
            boolean ofPacking = startsWith(names.get(i), PACKING);
            String field = names.get(i).substring(PRODUCT.length());
            Optional<Map.Entry<String, Value>> property = property(
                    schema,
                    ofPacking ? packingType : productType,
                    field,
                    record.values().get(i),
                    names.get(i));
            if (property.isPresent()) {
                (ofPacking ? packing : product)
                        .put(property.get().getKey(), property.get().getValue());
                packed |= ofPacking;
            }
        }
        if (packed) {
            product.put("packings", List.of(packing.build()));
        }
        return product.build();
    }

    /** Two records' products as one: the later one's own properties win, its packings are added, by id where they have one. */
    public static Properties merged(Properties earlier, Properties later) {
        Map<String, Properties> packings = new LinkedHashMap<>();
        List<Properties> all = new ArrayList<>(earlier.objects("packings"));
        all.addAll(later.objects("packings"));
        for (Properties packing : all) {
            String id = packing.text("id");
            packings.put(id == null ? "#" + packings.size() : "=" + id, packing);
        }
        Properties merged = earlier.merged(later);
        return packings.isEmpty() ? merged : merged.with("packings", Value.items(List.copyOf(packings.values())));
    }

    private static StructuredType type(Schema schema, String name) {
        return schema.edmx()
                .structured(name)
                .orElseThrow(() -> ApiTexts.notFound("edmx.type.unknown", name, "Products"));
    }

    private static Optional<Map.Entry<String, Value>> property(
            Schema schema, StructuredType type, String field, String text, String column) {
        if (text == null) {
            return Optional.empty();
        }
        Optional<EdmProperty> declared = type.property(field);
        String name = declared.map(EdmProperty::name).orElseGet(() -> additionalName(schema, field));
        String edmType = declared.map(property -> property.type().name()).orElseGet(() -> edmOfField(schema, name));
        if (declared.isPresent() && declared.get().type().collection()) {
            List<Value> items = text.isEmpty()
                    ? List.of()
                    : List.of(text.split(";")).stream().map(Value::text).toList();
            return Optional.of(Map.entry(name, Value.items(items)));
        }
        return value(edmType, text, column).map(value -> Map.entry(name, value));
    }

    private static String additionalName(Schema schema, String field) {
        String property = Transliteration.property(field);
        return schema.fields(new FieldOwner.Products())
                .flatMap(fields -> fields.types().keySet().stream()
                        .filter(field::equalsIgnoreCase)
                        .findFirst())
                .orElse(property);
    }

    private static String edmOfField(Schema schema, String name) {
        return schema.fields(new FieldOwner.Products())
                .flatMap(fields -> fields.edmType(name))
                .orElse("Edm.String");
    }

    private static Optional<Value> value(String edmType, String text, String column) {
        return switch (edmType) {
            case "Edm.Boolean" -> text.isEmpty() ? Optional.empty() : Optional.of(Value.flag(flag(text, column)));
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.Decimal", "Edm.Double", "Edm.Single" ->
                text.isEmpty() ? Optional.empty() : Optional.of(Value.number(number(text, column)));
            default -> Optional.of(Value.text(text));
        };
    }

    private static boolean flag(String text, String column) {
        if (text.equalsIgnoreCase("true") || text.equals("1")) {
            return true;
        }
        if (text.equalsIgnoreCase("false") || text.equals("0")) {
            return false;
        }
        throw ApiTexts.invalid("columns.flag", column, text).at(column);
    }

    private static BigDecimal number(String text, String column) {
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw ApiTexts.invalid("columns.number", column, text).at(column);
        }
    }
}
