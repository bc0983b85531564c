package ru.smartsbridge.server.config;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address on which requests are taken.
 *
 * @param host a name or an address, IPv6 without brackets; empty: all of the machine's addresses
 * @param port 0 to 65535; 0: any free one
 */
public record Listen(String host, int port) {
    /** Where nothing is configured: this machine alone. */
    public static final Listen DEFAULT = new Listen("127.0.0.1", 9080);

    private static final Pattern FORM =
            Pattern.compile("(?:([A-Za-z0-9._-]*)|\\[([0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?)]):([0-9]{1,5})");

    /** Reads {@code host:port}, {@code [::1]:port} or {@code :port}; empty where it is none of them. */
    static Optional<Listen> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || Integer.parseInt(matcher.group(3)) > 65535) {
            return Optional.empty();
        }
        String host = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return Optional.of(new Listen(host, Integer.parseInt(matcher.group(3))));
    }

    /** The address to bind; looks the host's name up, so it can be unresolved. */
    public InetSocketAddress address() {
        return host.isEmpty() ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }

    /** Whether nobody but this machine reaches it; a name that is not known cannot be listened on anyway. */
    public boolean isLocal() {
        InetSocketAddress bound = address();
        return bound.isUnresolved() || bound.getAddress().isLoopbackAddress();
    }

    /** As it is configured. */
    @Override
    public String toString() {
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    }
}
