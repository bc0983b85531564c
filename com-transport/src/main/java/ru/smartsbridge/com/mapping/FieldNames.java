package ru.smartsbridge.com.mapping;

import java.util.Collection;
import java.util.Optional;

/** The additional fields of one owner, found from either side. Immutable; names of the component ignore case [run]. */
public interface FieldNames {
    /** The field behind a JSON property. */
    Optional<Field> byProperty(String property);

    /** The field of that name; one that nobody declared has the property that its name gives. */
    Field byName(String name);

    /** Those that are declared. */
    Collection<Field> declared();
}
