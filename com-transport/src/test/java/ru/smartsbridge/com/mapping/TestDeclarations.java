package ru.smartsbridge.com.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Transliteration;

/** Declarations of a base of our own: what a test declares, and transliterated names for all else. */
final class TestDeclarations implements Declarations {
    private final Map<FieldOwner, FieldNames> declared = new LinkedHashMap<>();

    /** Declares fields as {@code name, type, name, type …}. */
    TestDeclarations with(FieldOwner owner, String... namesAndTypes) {
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            String property = Transliteration.property(Transliteration.uni(namesAndTypes[i]));
            fields.add(new Field(namesAndTypes[i], property, namesAndTypes[i + 1]));
        }
        declared.put(owner, new Declared(fields));
        return this;
    }

    @Override
    public FieldNames fields(FieldOwner owner) {
        return declared.getOrDefault(owner, new Declared(List.of()));
    }

    @Override
    public String documentTypeUni(String name) {
        return Transliteration.uni(name);
    }

    @Override
    public String tableUni(String name) {
        return Transliteration.uni(name);
    }

    private static final class Declared implements FieldNames {
        private final List<Field> all;
        private final Map<String, Field> byProperty = new LinkedHashMap<>();
        private final Map<String, Field> byName = new LinkedHashMap<>();

        Declared(List<Field> fields) {
            all = fields;
            for (Field field : fields) {
                byProperty.put(field.property(), field);
                byName.put(field.name().toLowerCase(Locale.ROOT), field);
            }
        }

        @Override
        public Optional<Field> byProperty(String property) {
            return Optional.ofNullable(byProperty.get(property));
        }

        @Override
        public Field byName(String name) {
            Field known = byName.get(name.toLowerCase(Locale.ROOT));
            return known == null ? new Field(name, Transliteration.property(Transliteration.uni(name)), "") : known;
        }

        @Override
        public Collection<Field> declared() {
            return all;
        }
    }
}
