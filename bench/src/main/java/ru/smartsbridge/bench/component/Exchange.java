package ru.smartsbridge.bench.component;

/** The work that both ways are measured by. Used by one thread. */
interface Exchange extends AutoCloseable {
    /** Merges so many products with one packing and one field into the base. */
    void uploadProducts(String prefix, int count);

    /** Reads all products; how many. */
    int readProducts();

    /** Writes a document with so many plan lines. */
    void writeDocument(String id, int lines);

    /** Reads a document with its lines; how many. */
    int readDocument(String id);

    /** Takes a document away. */
    void removeDocument(String id);

    @Override
    void close();
}
