package ru.smartsbridge.server.config;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The proxies whose word about the caller's address is believed: single addresses and networks. */
public record TrustedProxies(List<Network> networks) {
    /** Nobody is believed. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    private static final Pattern FORM =
            Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,3}){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/([0-9]{1,3}))?");

    public TrustedProxies {
        networks = List.copyOf(networks);
    }

    /** All addresses whose first {@code prefix} bits are those of {@code address}. */
    public record Network(InetAddress address, int prefix) {
        private boolean contains(InetAddress other) {
            byte[] bytes = address.getAddress();
            byte[] others = other.getAddress();
            int host = bytes.length * 8 - prefix;
            return bytes.length == others.length
                    && new BigInteger(1, bytes).shiftRight(host).equals(new BigInteger(1, others).shiftRight(host));
        }

        @Override
        public String toString() {
            return address.getHostAddress() + "/" + prefix;
        }
    }

    /** Whether {@code address} is one of them. An IPv4 address is not one of an IPv6 network. */
    public boolean contains(InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }

    /** Reads {@code 10.0.0.1}, {@code 10.0.0.0/8}, {@code fd00::/8}; empty where it is no such thing. Never asks DNS. */
    static Optional<Network> network(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(matcher.group(1)); // digits and colons alone: no look-up
            int bits = address.getAddress().length * 8;
            int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
            return prefix > bits ? Optional.empty() : Optional.of(new Network(address, prefix));
        } catch (UnknownHostException noAddress) {
            return Optional.empty();
        }
    }
}
