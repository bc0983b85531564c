package ru.smartsbridge.rest.http;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ru.smartsbridge.rest.error.RestTexts;

/**
 * Where a server's API begins. Immutable.
 *
 * <p>The host may be a Windows name with an underscore, which {@link URI} knows no host for, or a name in Cyrillic.
 *
 * @param scheme {@code http} or {@code https}
 * @param host without brackets taken off, as Jetty wants it
 * @param path percent-encoded, without a slash at its end; {@code ""} for none
 */
public record BackendRoot(String scheme, String host, int port, String path) {
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9a-fA-F:.]+]|[^\\s@:\\[\\]/?#]+)(?::(\\d{1,5}))?");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)");

    /**
     * Reads the {@code url} of the configuration.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where it is not the address of an API
     */
    public static BackendRoot of(String url) {
        Matcher address = ADDRESS.matcher(url.strip());
        if (!address.matches()) {
            throw RestTexts.setting("url", "setting.url", shown(url));
        }
        Matcher authority = AUTHORITY.matcher(address.group(2));
        if (!authority.matches()) {
            throw RestTexts.setting("url", "setting.url", shown(url));
        }
        String scheme = address.group(1).toLowerCase(Locale.ROOT);
        int standard = scheme.equals("https") ? 443 : 80;
        int port = authority.group(2) == null ? standard : Integer.parseInt(authority.group(2));
        if (port < 1 || port > 65_535) {
            throw RestTexts.setting("url", "setting.url", shown(url));
        }
        try {
            URI path = new URI(withoutSlashes(RawAddress.clean(address.group(3))));
            return new BackendRoot(
                    scheme, ascii(authority.group(1)), port, path.normalize().getRawPath());
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw RestTexts.setting("url", "setting.url", shown(url));
        }
    }

    /** A user name or password that somebody put into the address does not belong into a message. */
    private static String shown(String url) {
        return url.replaceAll("//[^/]*@", "//***@");
    }

    private static String ascii(String host) {
        boolean plain = host.chars().allMatch(c -> c < 128);
        return plain ? host : IDN.toASCII(host);
    }

    private static String withoutSlashes(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /** The path and query of what stands at {@code relative} below the root. */
    public String target(String relative) {
        return path + "/" + relative;
    }

    /** Scheme, host and port. */
    public String origin() {
        boolean standard = port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host + (standard ? "" : ":" + port);
    }

    /** Whether an address is at this scheme, host and port. */
    public boolean serves(URI address) {
        return address.getScheme() != null
                && address.getRawAuthority() != null
                && withPort(address.getScheme(), address.getRawAuthority()).equals(withPort(scheme, host + ":" + port));
    }

    private static String withPort(String scheme, String authority) {
        boolean named = authority.matches(".*:\\d+");
        String standard = scheme.equalsIgnoreCase("https") ? ":443" : ":80";
        return (scheme + "://" + authority + (named ? "" : standard)).toLowerCase(Locale.ROOT);
    }

    /** The whole as an address, without a slash at its end. */
    public URI uri() {
        return URI.create(origin() + path);
    }

    @Override
    public String toString() {
        return origin() + path;
    }
}
