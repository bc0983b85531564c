package ru.smartsbridge.server.odata;

import java.util.Optional;
import ru.smartsbridge.api.query.Kind;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * A place in the metadata that a path has come to.
 *
 * @param names the names that may follow; empty where nothing can
 * @param type what stands here, where it has properties
 * @param declared its type; empty for an additional field
 * @param kind what its values are
 */
record Place(Optional<Vocabulary> names, Optional<StructuredType> type, Optional<EdmType> declared, Kind kind) {
    static final Place NOWHERE = new Place(Optional.empty(), Optional.empty(), Optional.empty(), Kind.ANY);

    /** An entity of that type. */
    static Place of(Vocabulary names, StructuredType type) {
        return new Place(
                Optional.of(names), Optional.of(type), Optional.of(new EdmType(type.name(), false)), Kind.OBJECT);
    }

    /** What is below, the name spelled as the base spells it. */
    Place at(String spelled) {
        Vocabulary here = names.orElseThrow();
        StructuredType around = type.orElseThrow();
        Optional<EdmType> found =
                around.property(spelled).or(() -> around.navigation(spelled)).map(EdmProperty::type);
        return new Place(
                Optional.of(here.at(spelled)),
                here.below(around, spelled),
                found,
                found.map(here::kind).orElseGet(() -> here.kindOfField(spelled)));
    }

    /** One of the collection that stands here. */
    Place element() {
        Optional<EdmType> one = declared.map(found -> new EdmType(found.name(), false));
        return new Place(
                names,
                type,
                one,
                one.flatMap(found -> names.map(known -> known.kind(found))).orElse(Kind.ANY));
    }
}
