package ru.smartsbridge.com.mapping;

import java.util.HashMap;
import java.util.Map;
import ru.smartsbridge.api.schema.FieldOwner;

/** Whose additional fields stand where, for the time of one batch; used by one thread. */
final class Owners {
    private final Declarations declarations;
    private final Map<FieldOwner, FieldNames> known = new HashMap<>();

    Owners(Declarations declarations) {
        this.declarations = declarations;
    }

    FieldNames fields(FieldOwner owner) {
        return known.computeIfAbsent(owner, declarations::fields);
    }

    /**
     * The owner of the fields of one entity.
     *
     * @param given what the caller says, which a document's own type and a table's own name outdo
     * @param name the document's {@code documentTypeName}, or the table's name; null where it has none
     */
    FieldOwner of(ClassTable table, FieldOwner given, String name) {
        if (name == null || name.isEmpty()) {
            return given;
        }
        if (table == ClassTables.DOCUMENT) {
            return new FieldOwner.DocumentHeader(declarations.documentTypeUni(name));
        }
        return table == ClassTables.TABLE ? new FieldOwner.TableRows(declarations.tableUni(name)) : given;
    }

    /** The property that names the owner of a class's entities; null where none does. */
    static String naming(ClassTable table) {
        if (table == ClassTables.DOCUMENT) {
            return "documentTypeName";
        }
        return table == ClassTables.TABLE ? "name" : null;
    }

    /** The owner of the fields of what stands in a collection. */
    static FieldOwner below(FieldOwner owner, Child child) {
        boolean lines = child.items() == ClassTables.ITEM && owner instanceof FieldOwner.DocumentHeader;
        return lines ? new FieldOwner.DocumentLines(((FieldOwner.DocumentHeader) owner).uni()) : owner;
    }
}
