package ru.smartsbridge.rest.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses as servers and people write them: with spaces and Cyrillic that no address may hold unencoded. */
public final class RawAddress {
    private static final String ILLEGAL = " \"<>\\^`{|}";

    private RawAddress() {}

    /** The address with what is illegal in it percent-encoded, and nothing else touched. */
    public static String clean(String address) {
        StringBuilder clean = new StringBuilder(address.length());
        for (byte b : address.getBytes(StandardCharsets.UTF_8)) {
            int c = b & 0xFF;
            if (c > 0x20 && c < 0x7F && ILLEGAL.indexOf(c) < 0) {
                clean.append((char) c);
            } else {
                clean.append(String.format("%%%02X", c));
            }
        }
        return clean.toString();
    }

    /** What {@code reference} means at {@code base}; empty where it means nothing. */
    public static Optional<URI> resolve(URI base, String reference) {
        try {
            return Optional.of(base.resolve(new URI(clean(reference))).normalize());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
