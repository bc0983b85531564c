package ru.smartsbridge.rest.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Value;

/** What a request carries. */
public sealed interface Body {
    /** Nothing: a GET or DELETE. */
    Body NONE = new None();

    /** A body of no bytes, which an action without parameters has. */
    Body EMPTY = new Bytes(new byte[0], "application/json");

    /** A value as JSON. */
    static Body json(Value value) {
        return new Bytes(Json.bytes(value), "application/json");
    }

    /** A form, already encoded. */
    static Body form(String encoded) {
        return new Bytes(encoded.getBytes(StandardCharsets.US_ASCII), "application/x-www-form-urlencoded");
    }

    /** No body at all. */
    record None() implements Body {}

    /** Bytes at hand, which can be sent a second time. */
    record Bytes(byte[] content, String type) implements Body {}

    /** JSON that is written while it is sent, once. */
    record Streamed(Writer writer) implements Body {}

    /** Writes a streamed body. */
    @FunctionalInterface
    interface Writer {
        /**
         * Writes all of it; an exception means that the server must not take what it got for the whole. Lets the
         * exceptions of {@code body} pass and does not close it.
         */
        void writeTo(OutputStream body) throws IOException;
    }
}
