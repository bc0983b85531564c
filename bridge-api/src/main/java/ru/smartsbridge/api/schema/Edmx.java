package ru.smartsbridge.api.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.error.ApiTexts;

/** {@code $metadata} of a base: its text, and the model that the text describes. Immutable. */
public final class Edmx {
    private final byte[] document;
    private final Map<String, StructuredType> structuredTypes;
    private final Map<String, EnumType> enumTypes;
    private final Map<String, SetInfo> sets;
    private final List<Action> actions;

    Edmx(
            byte[] document,
            Map<String, StructuredType> structuredTypes,
            Map<String, EnumType> enumTypes,
            Map<String, SetInfo> sets,
            List<Action> actions) {
        this.document = document;
        this.structuredTypes = structuredTypes;
        this.enumTypes = enumTypes;
        this.sets = Collections.unmodifiableMap(sets);
        this.actions = List.copyOf(actions);
    }

    /** The document byte for byte as the base gave it (a byte-order mark taken off). */
    public byte[] document() {
        return document.clone();
    }

    /** Sets and singletons by name, in order. */
    public Map<String, SetInfo> sets() {
        return sets;
    }

    public List<Action> actions() {
        return actions;
    }

    /** The set or singleton of that name; exact first, else ignoring case [client]. */
    public Optional<SetInfo> set(String name) {
        SetInfo exact = sets.get(name);
        if (exact != null) {
            return Optional.of(exact);
        }
        return sets.values().stream()
                .filter(set -> set.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The entity or complex type of that qualified name. */
    public Optional<StructuredType> structured(String name) {
        return Optional.ofNullable(structuredTypes.get(name));
    }

    /** The enumeration of that qualified name. */
    public Optional<EnumType> enumeration(String name) {
        return Optional.ofNullable(enumTypes.get(name));
    }

    /** The entity type of a set. */
    public StructuredType typeOf(SetInfo set) {
        return structured(set.type()).orElseThrow(() -> ApiTexts.notFound("edmx.type.unknown", set.type(), set.name()));
    }

    /** The action of that name (qualified or not, ignoring case) that is bound to {@code binding}. */
    public Optional<Action> action(String name, EdmType binding) {
        return actions.stream()
                .filter(action -> action.binding().equals(binding))
                .filter(action -> action.name().equalsIgnoreCase(name)
                        || (action.namespace() + "." + action.name()).equalsIgnoreCase(name))
                .findFirst();
    }
}
