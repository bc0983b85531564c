package ru.smartsbridge.migration.difference;

import java.util.List;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;

/**
 * One difference between control and candidate. Immutable.
 *
 * @param set as {@code $metadata} names it
 * @param key of the entity; {@code ""} where the difference is one of the whole set
 * @param path names of the properties that lead to the value; empty for the entity itself. Which item of an array it
 *     is does not matter here: all differences of one path are of one field
 * @param place the same with the item's key behind each array, for people: {@code declaredItems[7]/sscc}
 * @param hint what a person would say at the sight of the two values
 * @param control null where control has no value
 * @param candidate null where the candidate has no value
 */
public record Difference(
        String set,
        String key,
        List<String> path,
        String place,
        Kind kind,
        Optional<Hint> hint,
        Value control,
        Value candidate) {
    public Difference {
        path = List.copyOf(path);
    }

    /** The path with slashes. */
    public String field() {
        return String.join("/", path);
    }

    /** The same as a difference of another set. */
    public Difference in(String other) {
        return new Difference(other, key, path, place, kind, hint, control, candidate);
    }

    /** The same with other values, as where they are secret. */
    public Difference with(Value newControl, Value newCandidate) {
        return new Difference(set, key, path, place, kind, Optional.empty(), newControl, newCandidate);
    }
}
