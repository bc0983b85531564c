package ru.smartsbridge.api.answer;

import java.util.List;
import java.util.Set;
import ru.smartsbridge.api.schema.EdmProperty;
import ru.smartsbridge.api.schema.StructuredType;

/** Navigations that lead to what stands in the entity, but for some that lead nowhere. */
final class InsideLinks implements Links {
    private final Set<String> others;

    private InsideLinks(Set<String> others) {
        this.others = others;
    }

    static InsideLinks but(String... others) {
        return new InsideLinks(Set.of(others));
    }

    @Override
    public Source follow(StructuredType type, Node node, EdmProperty navigation) {
        return Source.of(List.<Node>of());
    }

    @Override
    public boolean leadsInside(StructuredType type, EdmProperty navigation) {
        return !others.contains(navigation.name());
    }
}
