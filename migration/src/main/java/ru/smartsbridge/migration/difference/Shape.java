package ru.smartsbridge.migration.difference;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * What a schema tells of the objects at one place: their type, their additional fields, how the items of their arrays
 * are told apart and whether the order of these matters. Immutable.
 */
public final class Shape {
    /** How dates and times of {@code $metadata} are called. */
    private static final Set<String> MOMENTS = Set.of("Edm.DateTimeOffset", "Edm.DateTime");

    /** Plain values whose order says nothing; of every other array it is taken to say something [guess]. */
    private static final Set<String> BAGS = Set.of(
            "warehouseIds",
            "classificatorIds",
            "packingIds",
            "barcodes",
            "readedBy",
            "sendedTo",
            "deliveredTo",
            "allConnectionStrings");

    /** Lines and rows are shown on a device in the order in which they came [client]. */
    private static final Set<String> SEQUENCES = Set.of("declaredItems", "currentItems", "rows");

    private final Schema schema;
    private final Optional<StructuredType> type;
    private final Optional<FieldOwner> owner;

    private Shape(Schema schema, Optional<StructuredType> type, Optional<FieldOwner> owner) {
        this.schema = schema;
        this.type = type;
        this.owner = owner;
    }

    /** Of the entities of a set; of nothing known where the schema has no such set. */
    public static Shape of(Schema schema, String set) {
        Optional<StructuredType> type =
                schema.edmx().set(set).flatMap(info -> schema.edmx().structured(info.type()));
        Optional<FieldOwner> owner = Optional.empty();
        int slash = set.indexOf('/');
        if (set.startsWith("Docs/")) {
            owner = Optional.of(new FieldOwner.DocumentHeader(set.substring(slash + 1)));
        } else if (set.startsWith("Tables/")) {
            owner = Optional.of(new FieldOwner.TableRows(set.substring(slash + 1)));
        } else if (set.equals("Products")) {
            owner = Optional.of(new FieldOwner.Products());
        }
        return new Shape(schema, type, owner);
    }

    /** Of the object, or of the objects in the array, that a property holds. */
    Shape below(String property, String holderName) {
        Optional<StructuredType> target = declared(property)
                .flatMap(found -> schema.edmx().structured(found.type().name()));
        Optional<FieldOwner> owned = Optional.empty();
        if (owner.orElse(null) instanceof FieldOwner.DocumentHeader header) {
            if (itemType(target).equals("DocumentItem")) {
                owned = Optional.of(new FieldOwner.DocumentLines(header.uni()));
            }
        } else if (owner.orElse(null) instanceof FieldOwner.Products products) {
            owned = Optional.of(products);
        }
        if (itemType(target).equals("Row")) {
            owned = Optional.of(new FieldOwner.TableRows(schema.names().tableUni(holderName)));
        }
        return new Shape(schema, target, owned);
    }

    private Optional<EdmProperty> declared(String property) {
        return type.flatMap(known -> Optional.ofNullable(known.properties().get(property))
                .or(() -> Optional.ofNullable(known.navigations().get(property))));
    }

    /** The last step of the type's name; {@code ""} where it is not known. */
    String typeName() {
        return itemType(type);
    }

    private static String itemType(Optional<StructuredType> type) {
        return type.map(StructuredType::simpleName).orElse("");
    }

    /** Whether a text here is a moment; empty where nobody says. */
    Optional<Boolean> isMoment(String property) {
        return primitive(property).map(MOMENTS::contains);
    }

    /** Whether a text here is a length of time. */
    boolean isDuration(String property) {
        return primitive(property).filter("Edm.Duration"::equals).isPresent();
    }

    private Optional<String> primitive(String property) {
        Optional<EdmProperty> declared = declared(property);
        return declared.isPresent()
                ? declared.map(found -> found.type().name())
                : owner.flatMap(schema::fields).flatMap((FieldSet fields) -> fields.edmType(property));
    }

    /** Whether the order of an array's items matters. */
    boolean isOrdered(String property) {
        Shape items = below(property, "");
        return items.type.isEmpty()
                ? !BAGS.contains(property)
                : SEQUENCES.contains(property) || items.keyProperty().isEmpty();
    }

    /** The property by which the objects of this type are told apart, where one alone does it. */
    Optional<String> keyProperty() {
        return switch (typeName()) {
            case "FieldInfo", "ReturnFieldInfo", "DocumentTableInfo" -> Optional.of("uni");
            case "DocumentTable" -> Optional.of("name");
            case "Packing" -> Optional.of("id");
            default ->
                type.map(StructuredType::key).filter(key -> key.size() == 1).map(key -> key.get(0));
        };
    }

    /** A second property to tell them apart where the first is not set. */
    Optional<String> otherKeyProperty() {
        return switch (typeName()) {
            case "FieldInfo", "ReturnFieldInfo" -> Optional.of("fieldName");
            case "Packing", "DocumentTableInfo" -> Optional.of("name");
            default -> Optional.empty();
        };
    }

    /** Whether these are lines of a document. */
    boolean isLine() {
        return typeName().equals("DocumentItem");
    }

    /** Whether these are rows of a table. */
    boolean isRow() {
        return typeName().equals("Row");
    }

    /** Names of the navigations of the type, none where it is not known. */
    public List<String> navigations() {
        return type.map(known -> List.copyOf(known.navigations().keySet())).orElse(List.of());
    }
}
