package ru.smartsbridge.api.schema;

/** What an additional field belongs to. */
public sealed interface FieldOwner {
    /** The header of documents of one type, by {@code uni}. */
    record DocumentHeader(String uni) implements FieldOwner {}

    /** The lines of documents of one type, by {@code uni}. */
    record DocumentLines(String uni) implements FieldOwner {}

    /** The rows of a table of the base, or of a document's table, by {@code uni}. */
    record TableRows(String uni) implements FieldOwner {}

    /** Products and their packings: the schema of products does not tell them apart. */
    record Products() implements FieldOwner {}

    /** Entities of an open type that the base declares no fields for: users, cells, devices, messages. */
    record Undeclared(String type) implements FieldOwner {}
}
