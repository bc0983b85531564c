package ru.smartsbridge.com.mapping;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Entities as rows of values below the names of columns, which is how TerminalConnector takes them [doc]: a product as
 * one row for each of its packings, below {@code Product.Name} and {@code Packing.Name}, a row of a table below its
 * fields' names. Immutable.
 */
public final class Tabulation {
    private static final String PRODUCT = "Product.";
    private static final String PACKING = "Packing.";
    private static final String PACKINGS = "packings";

    private final Scalars scalars;
    private final List<Column> columns;
    private final Set<String> ofEntity = new HashSet<>();
    private final Set<String> ofPackings = new HashSet<>();
    private final Set<String> untold;

    /**
     * A column that there may be.
     *
     * @param json the property that stands in it
     * @param form of its values; null where it is that of each value
     */
    private record Column(String name, boolean ofPacking, String json, Form form) {}

    private Tabulation(ZoneId zone, List<Column> columns, Set<String> untold) {
        this.scalars = new Scalars(new Dates(zone));
        this.columns = List.copyOf(columns);
        this.untold = Set.copyOf(untold);
        columns.forEach(column -> (column.ofPacking() ? ofPackings : ofEntity).add(column.json()));
    }

    /** Of products and their packings. */
    public static Tabulation ofProducts(Declarations declarations, ZoneId zone) {
        FieldNames fields = declarations.fields(new FieldOwner.Products());
        List<Column> columns = new ArrayList<>(attributes(ClassTables.PRODUCT, PRODUCT, false));
        columns.addAll(fields(fields, PRODUCT, false));
        columns.addAll(attributes(ClassTables.PACKING, PACKING, true));
        columns.addAll(fields(fields, PACKING, true));
        return new Tabulation(zone, columns, Set.of());
    }

    /** Of the rows of a table: their own {@code uid} has no column that anybody knows of, and their index needs none. */
    public static Tabulation ofRows(Declarations declarations, ZoneId zone, FieldOwner.TableRows owner) {
        return new Tabulation(zone, fields(declarations.fields(owner), "", false), Set.of("index"));
    }

    private static List<Column> attributes(ClassTable table, String prefix, boolean ofPacking) {
        return table.attributes().stream()
                .filter(Attribute::inCom)
                .map(attribute -> new Column(prefix + attribute.com(), ofPacking, attribute.json(), attribute.form()))
                .toList();
    }

    private static List<Column> fields(FieldNames fields, String prefix, boolean ofPacking) {
        return fields.declared().stream()
                .map(field -> {
                    FieldType type = FieldType.declared(field.type());
                    return new Column(
                            prefix + field.name(), ofPacking, field.property(), type == null ? null : type.form());
                })
                .toList();
    }

    /**
     * Passes where there is a column for all that an entity holds.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code UNSUPPORTED_HERE} at the first property that has none
     */
    public void requirePlaces(Properties entity) {
        requirePlaces(entity, ofEntity, "");
        int index = 0;
        for (Properties packing : packings(entity)) {
            requirePlaces(packing, ofPackings, PACKINGS + "[" + index++ + "]");
        }
    }

    private void requirePlaces(Properties entity, Set<String> known, String path) {
        for (Map.Entry<String, Value> property : entity) {
            String name = property.getKey();
            boolean placed = known.contains(name)
                    || untold.contains(name)
                    || name.indexOf('@') >= 0
                    || path.isEmpty() && name.equals(PACKINGS) && !ofPackings.isEmpty()
                    || Defaults.isDefault(property.getValue());
            if (!placed) {
                throw Refusals.unsupported(Refusals.at(path, name));
            }
        }
    }

    private List<Properties> packings(Properties entity) {
        return ofPackings.isEmpty() ? List.of() : entity.objects(PACKINGS);
    }

    /** Nothing but what each of the entities to come needs; the first column is always there. */
    public Used used() {
        return new Used();
    }

    /** The columns that some entities need, in an order that does not depend on theirs. Used by one thread. */
    public final class Used {
        private final BitSet places = new BitSet(columns.size());

        private Used() {
            places.set(0);
        }

        /** Takes in what one more entity needs. */
        public void add(Properties entity) {
            mark(entity, false);
            packings(entity).forEach(packing -> mark(packing, true));
        }

        private void mark(Properties entity, boolean ofPacking) {
            for (int i = 0; i < columns.size(); i++) {
                Column column = columns.get(i);
                if (column.ofPacking() == ofPacking && entity.get(column.json()).isPresent()) {
                    places.set(i);
                }
            }
        }

        /** Their names. */
        public List<String> names() {
            return places.stream().mapToObj(i -> columns.get(i).name()).toList();
        }

        /**
         * An entity's rows of values, null where it has none for a column.
         *
         * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} at a value that its column does not hold
         */
        public List<List<Object>> rows(Properties entity) {
            List<Properties> packings = packings(entity);
            if (packings.isEmpty()) {
                return List.of(row(entity, Properties.EMPTY));
            }
            return packings.stream().map(packing -> row(entity, packing)).toList();
        }

        private List<Object> row(Properties entity, Properties packing) {
            Object[] row = places.stream()
                    .mapToObj(i -> value(columns.get(i), columns.get(i).ofPacking() ? packing : entity))
                    .toArray();
            return Collections.unmodifiableList(Arrays.asList(row));
        }
    }

    private Object value(Column column, Properties entity) {
        Value value = entity.get(column.json()).orElse(Value.NULL);
        if (value == Value.NULL) {
            return null;
        }
        Form form = column.form();
        try {
            if (form == null) {
                FieldType type = FieldType.of(value);
                if (type == null) {
                    throw Refusals.unsupported(column.json());
                }
                form = type.form();
            }
            return scalars.toCom(form, value);
        } catch (Scalars.Misfit e) {
            throw Refusals.misfit(column.json(), String.valueOf(form), e);
        }
    }
}
