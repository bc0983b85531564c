package ru.smartsbridge.server.http;

import java.util.Locale;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.access.AccessRules;

/**
 * Keeps another site from passing for the bridge where nobody is asked who he is. Whoever owns a name can have it lead to
 * this machine (DNS rebinding), and a browser that runs here takes his page for the bridge's own then: it reads and writes.
 * So the bridge answers to names that no public name server knows, and to those that it is told.
 */
final class AskedName {
    /** Numbers; names without a dot; domains that are reserved for machines near by (RFC 6761, RFC 6762, RFC 8375). */
    private static final Pattern NOBODYS = Pattern.compile(
            "\\[?[0-9a-f:.]*:[0-9a-f:.]*]?|[0-9.]+|[^.]+\\.?|.*\\.(local|localhost|internal|test|home\\.arpa)\\.?");

    private AskedName() {}

    /**
     * Passes what asks for the bridge by a name of its own.
     *
     * @throws ru.smartsbridge.api.error.BridgeException {@code FORBIDDEN}
     */
    static void requireOwn(Request request, AccessRules rules) {
        if (rules.mode() != AccessRules.Mode.NONE) {
            return; // a browser has no login for that site, so it sends none
        }
        String name = Request.getServerName(request);
        if (name == null) {
            return; // no browser
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (!NOBODYS.matcher(lower).matches() && !rules.hosts().contains(lower)) {
            throw HttpTexts.error(Category.FORBIDDEN, "host.foreign", name);
        }
    }
}
