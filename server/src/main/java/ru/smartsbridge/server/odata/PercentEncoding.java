package ru.smartsbridge.server.odata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of addresses: UTF-8, strict when reading; raw letters pass as they are, as 1C sends them. */
public final class PercentEncoding {
    private static final String UNRESERVED = "-._~";
    private static final int HEX = 16;

    private PercentEncoding() {}

    /**
     * The text that a part of an address stands for.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where an escape is broken or its bytes
     *     are not UTF-8
     */
    public static String decode(String raw) {
        if (raw.indexOf('%') < 0) {
            return raw;
        }
        ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.put((byte) escaped(raw, i));
                i += 3;
            } else {
                int codePoint = raw.codePointAt(i);
                bytes.put(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw ODataTexts.invalid("address.encoding", raw);
        }
    }

    private static int escaped(String raw, int at) {
        int high = at + 2 < raw.length() ? digit(raw.charAt(at + 1)) : -1;
        int low = at + 2 < raw.length() ? digit(raw.charAt(at + 2)) : -1;
        if (high < 0 || low < 0) {
            throw ODataTexts.invalid("address.encoding", raw);
        }
        return high * HEX + low;
    }

    /** Of ASCII alone: {@link Character#digit} takes the digits of every script. */
    private static int digit(char c) {
        return c < 0x80 ? Character.digit(c, HEX) : -1;
    }

    /** The text as a part of an address: everything but letters and digits of ASCII and {@code -._~} is escaped. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
            if (plain) {
                encoded.append(c);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, HEX)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, HEX)));
            }
        }
        return encoded.toString();
    }
}
