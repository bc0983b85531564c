package ru.smartsbridge.com.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.model.FieldInfo;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.com.mapping.Field;
import ru.smartsbridge.com.mapping.FieldNames;

/**
 * The fields that one owner declares.
 *
 * <p>A field without a name is left out: nothing could set it. Where two names give one property, the later field has
 * it, and the earlier one, which is read and written by its own name alone, is not reached from JSON. A dot in a name
 * stays in the property, which is how the component's own {@code Uni} has it [run].
 */
final class DeclaredNames implements FieldNames {
    /** Nothing declared. */
    static final DeclaredNames NONE = of(List.of());

    private final Map<String, Field> byProperty = new LinkedHashMap<>();
    private final Map<String, Field> byName = new LinkedHashMap<>();
    private final List<String> oddities = new ArrayList<>();

    private DeclaredNames() {}

    static DeclaredNames of(List<FieldInfo> fields) {
        DeclaredNames names = new DeclaredNames();
        fields.forEach(names::add);
        return names;
    }

    private void add(FieldInfo info) {
        String name = info.fieldName();
        if (name == null || name.isEmpty()) {
            oddities.add("a field without a name is left out");
            return;
        }
        Field field = new Field(name, property(name), info.fieldType() == null ? "" : info.fieldType());
        Field sameName = byName.put(folded(name), field);
        Field sameProperty = byProperty.put(field.property(), field);
        if (sameName != null) {
            oddities.add("the field " + name + " is declared twice, the later one counts");
        } else if (sameProperty != null) {
            oddities.add("the fields " + sameProperty.name() + " and " + name + " are both " + field.property()
                    + " in JSON, which means the latter");
        }
    }

    private static String property(String name) {
        return Transliteration.property(Transliteration.uni(name));
    }

    /** The component's names ignore case [run]. */
    private static String folded(String name) {
        return name.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    @Override
    public Optional<Field> byProperty(String property) {
        return Optional.ofNullable(byProperty.get(property));
    }

    @Override
    public Field byName(String name) {
        Field declared = byName.get(folded(name));
        return declared == null ? new Field(name, property(name), "") : declared;
    }

    @Override
    public Collection<Field> declared() {
        return Collections.unmodifiableCollection(byName.values());
    }

    /** What is odd about the declaration, for the log. */
    List<String> oddities() {
        return List.copyOf(oddities);
    }
}
