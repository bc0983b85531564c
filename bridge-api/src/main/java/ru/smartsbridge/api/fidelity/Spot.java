package ru.smartsbridge.api.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * One place in an entity: the entity itself, or a property in it at any depth.
 *
 * @param names of the properties that lead there; which item of an array it is does not matter
 */
public record Spot(SetKind kind, List<String> names) {
    public Spot {
        names = List.copyOf(names);
    }

    /** The entity itself. */
    public static Spot of(SetKind kind) {
        return new Spot(kind, List.of());
    }

    Spot at(String name) {
        List<String> deeper = new ArrayList<>(names);
        deeper.add(name);
        return new Spot(kind, deeper);
    }

    /** Whether the last name is none that the types of Mobile SMARTS have themselves. */
    boolean isAdditional() {
        Optional<StructuredType> type =
                Standard.EDMX.set(kind.edmName()).flatMap(set -> Standard.EDMX.structured(set.type()));
        for (String name : names.subList(0, Math.max(0, names.size() - 1))) {
            type = type.flatMap(owner -> property(owner, name))
                    .flatMap(
                            property -> Standard.EDMX.structured(property.type().name()));
        }
        return !names.isEmpty()
                && type.filter(owner ->
                                property(owner, names.get(names.size() - 1)).isEmpty())
                        .isPresent();
    }

    private static Optional<EdmProperty> property(StructuredType owner, String name) {
        return Optional.ofNullable(owner.properties().get(name))
                .or(() -> Optional.ofNullable(owner.navigations().get(name)));
    }

    /** Read when it is first asked for. */
    private static final class Standard {
        static final Edmx EDMX = StandardMetadata.recorded();
    }
}
