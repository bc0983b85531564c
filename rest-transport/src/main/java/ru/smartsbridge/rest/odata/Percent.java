package ru.smartsbridge.rest.odata;

import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8 as paths, queries and forms all take it: a space is {@code %20}. */
public final class Percent {
    private static final String PLAIN = "-._~'";

    private Percent() {}

    /** The text with everything encoded but letters and digits of ASCII and {@code -._~'}. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 16);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (letter || PLAIN.indexOf(c) >= 0) {
                encoded.append((char) c);
            } else {
                encoded.append('%').append(hex(c >> 4)).append(hex(c & 0xF));
            }
        }
        return encoded.toString();
    }

    private static char hex(int digit) {
        return "0123456789ABCDEF".charAt(digit);
    }
}
