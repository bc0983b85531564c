package ru.smartsbridge.bench;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What is asked, again and again, and how long each answer must be.
 *
 * @param address of the server
 * @param request the bytes of one GET on a connection that stays open
 * @param length of the body of each answer, in bytes; empty where it is not known yet
 */
record Target(InetSocketAddress address, byte[] request, Optional<Long> length) {

    /** A GET of a plain {@code http} address, path and query as they are. */
    static Target get(URI uri) {
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        String head = "GET " + uri.getRawPath() + query + " HTTP/1.1\r\nHost: " + uri.getRawAuthority()
                + "\r\nAccept: application/json\r\n\r\n";
        return new Target(
                new InetSocketAddress(uri.getHost(), uri.getPort()),
                head.getBytes(StandardCharsets.US_ASCII),
                Optional.empty());
    }

    /** The same, and every answer has this length. */
    Target expecting(long bytes) {
        return new Target(address, request, Optional.of(bytes));
    }
}
