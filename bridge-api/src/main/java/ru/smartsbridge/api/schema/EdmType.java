package ru.smartsbridge.api.schema;

/**
 * The type of a property.
 *
 * @param name qualified, {@code Edm.String} or {@code Cleverence.Warehouse.Packing}
 * @param collection whether it is a collection of that
 */
public record EdmType(String name, boolean collection) {
    private static final String COLLECTION = "Collection(";

    /** Reads {@code Edm.String} and {@code Collection(Edm.String)}. */
    static EdmType parse(String text) {
        if (text.startsWith(COLLECTION) && text.endsWith(")")) {
            return new EdmType(text.substring(COLLECTION.length(), text.length() - 1), true);
        }
        return new EdmType(text, false);
    }

    /** One of the standard's own types. */
    public boolean primitive() {
        return name.startsWith("Edm.");
    }

    @Override
    public String toString() {
        return collection ? COLLECTION + name + ")" : name;
    }
}
