package ru.smartsbridge.com.mapping;

import ru.smartsbridge.api.schema.FieldOwner;

/** What a base declares, as far as entities need it to be converted. Immutable, thread-safe. */
public interface Declarations {
    /** The fields of an owner; of one that the base does not know, none is declared. */
    FieldNames fields(FieldOwner owner);

    /** The {@code uni} of a document type by its Russian name. */
    String documentTypeUni(String name);

    /** The {@code uni} of a table of the base or of a document by its Russian name. */
    String tableUni(String name);
}
