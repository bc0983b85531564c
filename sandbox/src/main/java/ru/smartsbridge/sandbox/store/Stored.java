package ru.smartsbridge.sandbox.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.h2.mvstore.Cursor;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.PartReader;
import ru.smartsbridge.api.value.Properties;

/**
 * An entity as it lies in the store: its JSON behind a tag that tells entities of one shelf apart without reading them.
 * Immutable.
 */
public final class Stored {
    private final String tag;
    /** Read when it is first asked for; null before. Two threads may both read it, and read the same. */
    private volatile Properties entity;
    /** What it is read from, so that it need not be written out again; null for what is new. */
    private final byte[] source;

    /**
     * A new entity.
     *
     * @param tag the {@code uni} of a document's type, the warehouse of a cell, else empty
     */
    public Stored(String tag, Properties entity) {
        this(tag, entity, null);
    }

    private Stored(String tag, Properties entity, byte[] source) {
        this.tag = tag;
        this.entity = entity;
        this.source = source;
    }

    /** An entity of a shelf that has but one kind. */
    public static Stored of(Properties entity) {
        return new Stored("", entity);
    }

    public String tag() {
        return tag;
    }

    public Properties entity() {
        Properties known = entity;
        if (known == null) {
            known = Json.parseOwn(source, start(source));
            entity = known;
        }
        return known;
    }

    /** With what is wanted of it at least; quicker than reading all of it. */
    public Properties part(PartReader wanted) {
        Properties known = entity;
        return known == null ? wanted.read(source, start(source)) : known;
    }

    /** Whether these bytes are part of its JSON; true for what is new. */
    public boolean mayHave(Bytes part) {
        return source == null || part.isIn(source, start(source));
    }

    /** How many bytes it takes where it lies; 0 for what is new. */
    public int size() {
        return source == null ? 0 : source.length;
    }

    private static int start(byte[] bytes) {
        return Integer.BYTES + ByteBuffer.wrap(bytes).getInt();
    }

    /** The same place, other properties. */
    public Stored with(Properties changed) {
        return changed == entity ? this : new Stored(tag, changed);
    }

    /** The form in which it is stored. */
    byte[] bytes() {
        if (source != null) {
            return source;
        }
        byte[] tagBytes = tag.getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.bytes(entity());
        return ByteBuffer.allocate(Integer.BYTES + tagBytes.length + json.length)
                .putInt(tagBytes.length)
                .put(tagBytes)
                .put(json)
                .array();
    }

    /** What a cursor meets, read one by one. */
    static Iterator<Stored> each(Cursor<Long, byte[]> cursor) {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return cursor.hasNext();
            }

            @Override
            public Stored next() {
                cursor.next();
                return read(cursor.getValue());
            }
        };
    }

    static Stored read(byte[] bytes) {
        return new Stored(tag(bytes), null, bytes);
    }

    static String tag(byte[] bytes) {
        int length = ByteBuffer.wrap(bytes).getInt();
        return length == 0 ? "" : new String(bytes, Integer.BYTES, length, StandardCharsets.UTF_8);
    }
}
