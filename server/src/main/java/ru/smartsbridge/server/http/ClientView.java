package ru.smartsbridge.server.http;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.server.config.TrustedProxies;

/**
 * Where a request comes from and by which address it came, as far as that can be believed.
 *
 * @param address of the client, as numbers
 * @param origin scheme, host and port that the client used
 */
record ClientView(String address, String origin) {
    private static final Pattern PAIR =
            Pattern.compile("\\s*([A-Za-z]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;,\\s]*))\\s*(?:;|$)");
    private static final Pattern NODE = Pattern.compile("\\[?([0-9A-Fa-f:.]+?)]?(?::\\d{1,5})?");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]+(:\\d{1,5})?|\\[[0-9A-Fa-f:.]+](:\\d{1,5})?");

    /** One step of {@code Forwarded} (RFC 7239); parts are null where it does not tell. */
    private record Hop(String client, String host, String proto) {}

    /**
     * The client behind a request. {@code Forwarded} counts only where the request comes from a trusted proxy, and
     * from there back to the first that is none.
     */
    static ClientView of(Request request, TrustedProxies trusted) {
        String scheme = request.isSecure() ? "https" : "http";
        String host = host(request);
        String address = remoteAddress(request);
        List<Hop> hops = hops(request.getHeaders().getValuesList(HttpHeader.FORWARDED));
        for (int i = hops.size() - 1; i >= 0 && isTrusted(address, trusted); i--) {
            Hop hop = hops.get(i);
            if (hop.client() == null) {
                break;
            }
            address = hop.client();
            host = hop.host() == null ? host : hop.host();
            scheme = hop.proto() == null ? scheme : hop.proto();
        }
        return new ClientView(address, scheme + "://" + host);
    }

    private static String host(Request request) {
        String header = request.getHeaders().get(HttpHeader.HOST);
        if (header != null && HOST.matcher(header).matches()) {
            return header;
        }
        return Request.getServerName(request) + ":" + Request.getServerPort(request);
    }

    private static String remoteAddress(Request request) {
        if (request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress socket
                && socket.getAddress() != null) {
            return socket.getAddress().getHostAddress();
        }
        return "";
    }

    private static boolean isTrusted(String address, TrustedProxies trusted) {
        if (trusted.networks().isEmpty() || !NODE.matcher(address).matches()) {
            return false;
        }
        try {
            return trusted.contains(InetAddress.getByName(address)); // numbers alone: no look-up
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<Hop> hops(List<String> headers) {
        List<Hop> hops = new ArrayList<>();
        for (String header : headers) {
            for (String hop : header.split(",")) {
                hop(hop).ifPresent(hops::add);
            }
        }
        return hops;
    }

    private static Optional<Hop> hop(String text) {
        String client = null;
        String host = null;
        String proto = null;
        Matcher pairs = PAIR.matcher(text);
        while (pairs.find()) {
            String value = pairs.group(2) == null ? pairs.group(3) : pairs.group(2);
            switch (pairs.group(1).toLowerCase(Locale.ROOT)) {
                case "for" -> client = node(value);
                case "host" -> host = HOST.matcher(value).matches() ? value : null;
                case "proto" -> proto = value.equals("https") || value.equals("http") ? value : null;
                default -> {
                    // "by" and extensions say nothing about the client
                }
            }
        }
        return Optional.of(new Hop(client, host, proto));
    }

    private static String node(String value) {
        Matcher node = NODE.matcher(value);
        return node.matches() ? node.group(1) : null;
    }
}
