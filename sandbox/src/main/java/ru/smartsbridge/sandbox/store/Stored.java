package ru.smartsbridge.sandbox.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;

/**
 * An entity as it lies in the store: its JSON behind a tag that tells entities of one shelf apart without reading them.
 *
 * @param tag the {@code uni} of a document's type, the warehouse of a cell, else empty
 */
public record Stored(String tag, Properties entity) {

    /** An entity of a shelf that has but one kind. */
    public static Stored of(Properties entity) {
        return new Stored("", entity);
    }

    /** The same place, other properties. */
    public Stored with(Properties changed) {
        return new Stored(tag, changed);
    }

    /** The form in which it is stored. */
    public byte[] bytes() {
        byte[] tagBytes = tag.getBytes(StandardCharsets.UTF_8);
        byte[] json = Json.bytes(entity);
        return ByteBuffer.allocate(Integer.BYTES + tagBytes.length + json.length)
                .putInt(tagBytes.length)
                .put(tagBytes)
                .put(json)
                .array();
    }

    static Stored read(byte[] bytes) {
        int end = Integer.BYTES + ByteBuffer.wrap(bytes).getInt();
        return new Stored(tag(bytes), Json.parseObject(Arrays.copyOfRange(bytes, end, bytes.length)));
    }

    static String tag(byte[] bytes) {
        return new String(bytes, Integer.BYTES, ByteBuffer.wrap(bytes).getInt(), StandardCharsets.UTF_8);
    }
}
