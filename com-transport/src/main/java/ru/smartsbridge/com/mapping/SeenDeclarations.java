package ru.smartsbridge.com.mapping;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;

/**
 * Declarations that remember the names of undeclared fields that were read, so that what is written back has the same:
 * from the JSON property a Russian name cannot be told. For one entity that is read and written; used by one thread.
 */
final class SeenDeclarations implements Declarations {
    private final Declarations declared;
    private final Map<FieldOwner, FieldNames> names = new HashMap<>();

    SeenDeclarations(Declarations declared) {
        this.declared = declared;
    }

    @Override
    public FieldNames fields(FieldOwner owner) {
        return names.computeIfAbsent(owner, of -> new SeenNames(declared.fields(of)));
    }

    @Override
    public String documentTypeUni(String name) {
        return declared.documentTypeUni(name);
    }

    @Override
    public String tableUni(String name) {
        return declared.tableUni(name);
    }

    private static final class SeenNames implements FieldNames {
        private final FieldNames declared;
        private final Map<String, Field> seen = new HashMap<>();

        SeenNames(FieldNames declared) {
            this.declared = declared;
        }

        @Override
        public Optional<Field> byProperty(String property) {
            return declared.byProperty(property).or(() -> Optional.ofNullable(seen.get(property)));
        }

        @Override
        public Field byName(String name) {
            Field field = declared.byName(name);
            seen.putIfAbsent(field.property(), field);
            return field;
        }

        @Override
        public Collection<Field> declared() {
            return declared.declared();
        }
    }
}
