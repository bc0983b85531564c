package ru.smartsbridge.api.upload;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.schema.EntityCheck;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * The columns of {@code BeginUploadProducts}: {@code Product.<Field>} and {@code Packing.<Field>} [doc].
 *
 * <p>How texts become a product, kept in this one place because the vendor's text leaves it open [guess]: a record is
 * a product with one packing; records with the same {@code Product.Id} are one product with several packings; field
 * names match ignoring case; an empty text of a column that is not a text leaves the property out; a number is read
 * with a point, {@code true}/{@code false} and {@code 1}/{@code 0} are taken for flags; {@code barcodes} is divided
 * at {@code ;}. A field is named by its JSON property, its {@code uni} or its Russian name; where a base declares no
 * fields of products, a column that is no property is a text. Thread-safe.
 */
public final class ProductColumns {
    private static final String PRODUCT = "Product.";
    private static final String PACKING = "Packing.";

    /** Characters of a number; what nobody can mean is not computed. */
    private static final int LONGEST_NUMBER = 1_000;

    private static final int MOST_SHOWN = 40;

    private final List<String> names;
    private volatile InBase last;

    /** What the columns are in the base that they were asked for last. */
    private record InBase(Schema schema, List<ProductColumn> columns) {}

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
     * Passes where the base has all columns. Called at Begin, before anything is sent.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} naming a column that the base does not
     *     know though it declares fields of products, one that no text can fill, or two that are the same property
     */
    public void requireKnown(Schema schema) {
        of(schema);
    }

    /**
     * Passes where the record has a value for each column.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST}
     */
    public void requireSize(ProductRecord record) {
        if (record.values().size() != names.size()) {
            throw ApiTexts.invalid("columns.size", record.values().size(), names.size());
        }
    }

    /**
     * The product that a record tells, with its one packing where the columns name any.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} naming the column
     */
    public Properties product(ProductRecord record, Schema schema) {
        requireSize(record);
        List<ProductColumn> columns = of(schema);
        Properties.Builder product = Properties.builder();
        Properties.Builder packing = Properties.builder();
        boolean packed = false;
        for (int i = 0; i < columns.size(); i++) {
            ProductColumn column = columns.get(i);
            Optional<Value> value = value(column, record.values().get(i));
            if (value.isPresent()) {
                (column.ofPacking() ? packing : product).put(column.property(), value.get());
                packed |= column.ofPacking();
            }
        }
        if (packed) {
            product.put("packings", List.of(packing.build()));
        }
        return product.build();
    }

    /** The columns in a base; a base's schema stays the same object until it changes. */
    private List<ProductColumn> of(Schema schema) {
        InBase before = last;
        if (before != null && before.schema() == schema) {
            return before.columns();
        }
        StructuredType product = type(schema, "Cleverence.Warehouse.Product");
        StructuredType packing = type(schema, "Cleverence.Warehouse.Packing");
        List<ProductColumn> columns = new ArrayList<>(names.size());
        Set<String> properties = new HashSet<>();
        for (String name : names) {
            boolean ofPacking = startsWith(name, PACKING);
            ProductColumn column = ProductColumn.of(
                    name, ofPacking ? PACKING : PRODUCT, ofPacking ? packing : product, ofPacking, schema);
            if (!properties.add(ofPacking + "." + column.property())) {
                throw ApiTexts.invalid("columns.twice", name).at("lschema");
            }
            columns.add(column);
        }
        last = new InBase(schema, List.copyOf(columns));
        return columns;
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

    private static Optional<Value> value(ProductColumn column, String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!column.type().collection()) {
            return single(column, text);
        }
        List<Value> items = new ArrayList<>();
        for (String item : text.isEmpty() ? new String[0] : text.split(";")) {
            single(column, item).ifPresent(items::add);
        }
        return Optional.of(Value.items(items));
    }

    private static Optional<Value> single(ProductColumn column, String text) {
        String edmType = column.type().name();
        if (edmType.equals("Edm.String")) {
            return Optional.of(Value.text(text));
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Value value = switch (edmType) {
            case "Edm.Boolean" -> Value.flag(flag(text, column.column()));
            case "Edm.Int16", "Edm.Int32", "Edm.Int64", "Edm.Byte", "Edm.Decimal", "Edm.Double", "Edm.Single" ->
                Value.number(number(text, column.column()));
            default -> Value.text(text);
        };
        return Optional.of(EntityCheck.value(edmType, value, column.column()));
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
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        if (text.length() > LONGEST_NUMBER) {
            throw ApiTexts.invalid("columns.number", column, shown).at(column);
        }
        try {
            return new BigDecimal(text.trim());
        } catch (NumberFormatException e) {
            throw ApiTexts.invalid("columns.number", column, shown).at(column);
        }
    }
}
