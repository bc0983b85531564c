package ru.smartsbridge.server.http;

import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.error.Category;

/**
 * Keeps pages of other sites from writing. A browser sends what such a page makes it send, blindly, and with the login
 * that its user gave it for the bridge; where the body is called plain text, or nothing, it does not even ask before. But it
 * says where the page comes from. What is no browser does not say, and is not meant.
 */
final class ForeignPages {
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN = Set.of("same-origin", "none");
    private static final String SITE = "Sec-Fetch-Site";

    private ForeignPages() {}

    /**
     * Passes what no page of another site sends.
     *
     * @param allowed origins whose pages may write as well
     * @throws ru.smartsbridge.api.error.BridgeException {@code FORBIDDEN}
     */
    static void refuse(Request request, ClientView client, Set<String> allowed) {
        if (READS.contains(request.getMethod())) {
            return;
        }
        String site = request.getHeaders().get(SITE);
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean own = site == null
                ? origin == null || authority(origin).equals(authority(client.origin()))
                : OWN.contains(site.toLowerCase(Locale.ROOT));
        if (!own && (origin == null || !allowed.contains(origin.toLowerCase(Locale.ROOT)))) {
            throw HttpTexts.error(Category.FORBIDDEN, "origin.foreign", origin == null ? "?" : origin);
        }
    }

    /** Host and port; the scheme does not count, since a proxy in front may speak another one. */
    private static String authority(String origin) {
        String lower = origin.toLowerCase(Locale.ROOT);
        String authority = lower.substring(lower.indexOf("://") + 1);
        return authority.replaceFirst("^(//[^/]*?):(80|443)$", "$1");
    }
}
