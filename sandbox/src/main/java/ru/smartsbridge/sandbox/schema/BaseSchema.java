package ru.smartsbridge.sandbox.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.DocumentType;
import ru.smartsbridge.api.model.ProductSchema;
import ru.smartsbridge.api.model.TableInfo;
import ru.smartsbridge.api.schema.DeclaredFields;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.FieldSet;
import ru.smartsbridge.api.schema.Names;
import ru.smartsbridge.api.schema.Schema;

/**
 * The schema of a base as it is now: what it declares, and where it declares nothing, what was ever stored.
 *
 * <p>Fields that were seen stay known when the entities that showed them are gone. Thread-safe; reading takes no lock.
 */
public final class BaseSchema {
    private final Edmx edmx;
    private final Map<FieldOwner, FieldSet> seen = new LinkedHashMap<>();
    private Names names = Names.of(List.of(), List.of());
    private Map<FieldOwner, FieldSet> declared = Map.of();
    private volatile Schema current;

    public BaseSchema(Edmx edmx) {
        this.edmx = edmx;
        this.current = new Schema(edmx, names, Map.of());
    }

    public Edmx edmx() {
        return edmx;
    }

    /** The schema now. */
    public Schema current() {
        return current;
    }

    /** Takes over what the base declares, in place of what it declared before. */
    public synchronized void declare(
            List<DocumentType> documentTypes, List<TableInfo> tables, Optional<ProductSchema> products) {
        names = Names.of(documentTypes, tables);
        declared = DeclaredFields.of(documentTypes, tables, products);
        publish();
    }

    /** Takes over what stored entities show. */
    public synchronized void add(Sightings sightings) {
        boolean more = false;
        for (var owner : sightings.fields().entrySet()) {
            FieldSet before = seen.get(owner.getKey());
            FieldSet after = before == null ? new FieldSet(Map.of()) : before;
            for (String field : owner.getValue()) {
                after = after.withSeen(field);
            }
            if (after != before) {
                seen.put(owner.getKey(), after);
                more |= !isDeclared(owner.getKey());
            }
        }
        if (more) {
            publish();
        }
    }

    private void publish() {
        Map<FieldOwner, FieldSet> fields = new LinkedHashMap<>(declared);
        seen.forEach((owner, set) -> {
            if (!isDeclared(owner)) {
                fields.put(owner, set);
            }
        });
        current = new Schema(edmx, names, fields);
    }

    /** Whether the base declares fields of that kind at all: then what it does not declare is not there. */
    private boolean isDeclared(FieldOwner owner) {
        return declared.keySet().stream().anyMatch(known -> kind(known) == kind(owner));
    }

    private static Class<? extends FieldOwner> kind(FieldOwner owner) {
        return owner instanceof FieldOwner.DocumentLines ? FieldOwner.DocumentHeader.class : owner.getClass();
    }
}
