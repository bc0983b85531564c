package ru.smartsbridge.api.value;

import java.util.List;
import java.util.Map;

/**
 * Which properties of an object are wanted; all names in any case. Immutable.
 *
 * @param names of the object's own
 * @param ofElements for some of these names, which properties of the objects in that list are enough
 */
public record Wanted(List<String> names, Map<String, List<String>> ofElements) {
    public Wanted {
        names = List.copyOf(names);
        ofElements = Map.copyOf(ofElements);
    }

    /** These, with everything in them. */
    public static Wanted of(List<String> names) {
        return new Wanted(names, Map.of());
    }
}
