package ru.smartsbridge.com.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.Transliteration;

/** Declarations of a base of our own: what a test declares, and transliterated names for all else. */
final class TestDeclarations implements Declarations {
    private final Map<FieldOwner, List<Field>> declared = new LinkedHashMap<>();

    /** Declares fields as {@code name, type, name, type …}. */
    TestDeclarations with(FieldOwner owner, String... namesAndTypes) {
        List<Field> fields = new java.util.ArrayList<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            String property = Transliteration.property(Transliteration.uni(namesAndTypes[i]));
            fields.add(new Field(namesAndTypes[i], property, namesAndTypes[i + 1]));
        }
        declared.put(owner, fields);
        return this;
    }

    @Override
    public FieldNames fields(FieldOwner owner) {
        List<Field> fields = declared.getOrDefault(owner, List.of());
        return new FieldNames() {
            @Override
            public Optional<Field> byProperty(String property) {
                return fields.stream()
                        .filter(field -> field.property().equals(property))
                        .findFirst();
            }

            @Override
            public Field byName(String name) {
                return fields.stream()
                        .filter(field -> field.name().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseGet(() -> new Field(name, Transliteration.property(Transliteration.uni(name)), ""));
            }

            @Override
            public Collection<Field> declared() {
                return fields;
            }
        };
    }

    @Override
    public String documentTypeUni(String name) {
        return Transliteration.uni(name);
    }

    @Override
    public String tableUni(String name) {
        return Transliteration.uni(name);
    }
}
