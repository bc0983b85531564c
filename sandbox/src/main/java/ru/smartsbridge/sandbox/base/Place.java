package ru.smartsbridge.sandbox.base;

import java.util.Optional;
import java.util.function.Predicate;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.SetInfo;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.sandbox.text.SandboxTexts;

/**
 * Where the entities of a set lie.
 *
 * @param shelf name of the set in the store
 * @param uni the document type or table, where the set is of one
 */
public record Place(SetInfo info, StructuredType type, SetKind kind, String shelf, Optional<String> uni) {
    /** Shelf of the documents of all types. */
    public static final String DOCS = "Docs";

    /** Shelf of the cells of all warehouses. */
    public static final String CELLS = "Cells";

    /** What the names of the shelves of tables begin with. */
    public static final String TABLES = "Tables/";

    /** Which entities of the shelf are of the set, by their tag. */
    public Predicate<String> tags() {
        return kind == SetKind.DOCS && uni.isPresent() ? uni.get()::equalsIgnoreCase : tag -> true;
    }

    /** Whether all of the shelf is the set. */
    public boolean whole() {
        return kind != SetKind.DOCS || uni.isEmpty();
    }

    /** The key under which the shelf has an entity of this set, given the key in the set. */
    public String shelfKey(String key) {
        if (single()) {
            return "";
        }
        return kind == SetKind.DOCS && uni.isPresent() ? Base.documentKey(key, uni.get()) : key;
    }

    /** Whether there is but one entity, which needs no key. */
    public boolean single() {
        return info.singleton() || kind == SetKind.PRODUCT_SCHEMA;
    }

    /** {@code NOT_FOUND} for an entity that is not there: what there is but one of was not recorded. */
    public BridgeException missing(String key) {
        return single()
                ? SandboxTexts.notFound("set.notRecorded", info.name())
                : ApiTexts.notFound("entity.unknown", info.name(), key);
    }

    /** Name of the property that is the key; empty for a singleton, which needs none. */
    public Optional<String> keyName() {
        return info.singleton() || type.key().isEmpty()
                ? Optional.empty()
                : Optional.of(type.key().get(0));
    }

    /**
     * Whose additional fields stand in an entity.
     *
     * @param tag as it is stored with the entity
     */
    public FieldOwner fields(String tag) {
        return switch (kind) {
            case DOCS -> new FieldOwner.DocumentHeader(tag);
            case TABLES ->
                uni.<FieldOwner>map(FieldOwner.TableRows::new).orElseGet(() -> new FieldOwner.Undeclared(type.name()));
            case PRODUCTS -> new FieldOwner.Products();
            default -> new FieldOwner.Undeclared(type.name());
        };
    }
}
