package ru.smartsbridge.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/** The host by which a client addressed the bridge, for a backend that is to write links which lead the client back. */
final class ClientHost {
    private static final Pattern ASCII = Pattern.compile("[!-~]+");

    private ClientHost() {}

    /**
     * Host and port as in the client's {@code Host}, or as a trusted proxy told them; empty where the request that came
     * has no {@code Host}, or one that cannot stand in an address.
     */
    static Optional<String> of(Request request, ClientView client) {
        String sent = request.getHeaders().get(HttpHeader.HOST);
        if (sent == null || !canStandInAnAddress(sent)) {
            return Optional.empty();
        }
        String origin = client.origin();
        return Optional.of(origin.substring(origin.indexOf("://") + 3));
    }

    private static boolean canStandInAnAddress(String host) {
        if (!ASCII.matcher(host).matches() || host.indexOf('@') >= 0) {
            return false; // nobody is to be named to the backend as a user of it
        }
        try {
            return host.equals(new URI("http://" + host + "/").getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
