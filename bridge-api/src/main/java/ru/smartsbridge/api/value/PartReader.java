package ru.smartsbridge.api.value;

/**
 * Reads some properties of many objects of one kind, each as {@link Json#bytes} wrote it. Quicker than reading all of
 * them, and the quicker the more alike the objects are: it learns what names stand in them. Thread-safe.
 */
public final class PartReader {
    private final Wanted wanted;
    private final FollowingNames names;

    /** For objects of which this is wanted. */
    public PartReader(Wanted wanted) {
        this.wanted = wanted;
        this.names = FollowingNames.of(wanted);
    }

    /**
     * Those properties of an object that are wanted, with what is wanted of their elements at least. What comes behind the
     * last of them is not even looked at.
     *
     * @param offset where its JSON begins
     */
    public Properties read(byte[] bytes, int offset) {
        return WrittenPart.of(bytes, offset, names).orElseGet(() -> Json.parsedPart(bytes, offset, wanted.names()));
    }
}
