package ru.smartsbridge.server.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Puts the address that a client used in the place of a backend's own, in a body that passes by in pieces. Used for one
 * answer, by one thread at a time.
 */
final class LinkRewriting {
    private final List<byte[]> addresses;
    private final byte[] instead;
    /** The end of what has come, where it may be the beginning of an address. */
    private byte[] held = new byte[0];

    /**
     * @param addresses none the beginning of another, none empty
     */
    LinkRewriting(List<String> addresses, String instead) {
        this.addresses = addresses.stream()
                .distinct()
                .map(address -> address.getBytes(StandardCharsets.UTF_8))
                .toList();
        this.instead = instead.getBytes(StandardCharsets.UTF_8);
    }

    /** A text that is at hand whole. */
    String of(String whole) {
        ByteBuffer rewritten = of(ByteBuffer.wrap(whole.getBytes(StandardCharsets.UTF_8)), true);
        return StandardCharsets.UTF_8.decode(rewritten).toString();
    }

    /** The next piece, with what was held back of the one before. */
    ByteBuffer of(ByteBuffer piece, boolean last) {
        byte[] bytes = Arrays.copyOf(held, held.length + piece.remaining());
        piece.get(bytes, held.length, piece.remaining());
        held = new byte[0];
        ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + instead.length);
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            int length = addressAt(bytes, at);
            if (length > 0) {
                out.write(bytes, from, at - from);
                out.writeBytes(instead);
                from = at + length;
                at = from - 1;
            } else if (!last && mayBegin(bytes, at)) {
                held = Arrays.copyOfRange(bytes, at, bytes.length);
                out.write(bytes, from, at - from);
                return ByteBuffer.wrap(out.toByteArray());
            }
        }
        out.write(bytes, from, bytes.length - from);
        return ByteBuffer.wrap(out.toByteArray());
    }

    private int addressAt(byte[] bytes, int at) {
        for (byte[] address : addresses) {
            if (bytes[at] == address[0]
                    && bytes.length - at >= address.length
                    && Arrays.equals(bytes, at, at + address.length, address, 0, address.length)) {
                return address.length;
            }
        }
        return 0;
    }

    private boolean mayBegin(byte[] bytes, int at) {
        int rest = bytes.length - at;
        for (byte[] address : addresses) {
            if (rest < address.length && Arrays.equals(bytes, at, bytes.length, address, 0, rest)) {
                return true;
            }
        }
        return false;
    }
}
