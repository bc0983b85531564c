package ru.smartsbridge.rest.rows;

import java.net.URI;
import java.util.Locale;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.BackendRoot;
import ru.smartsbridge.rest.http.RawAddress;

/**
 * Follows {@code @odata.nextLink} without ever leaving the server that was configured.
 *
 * <p>Servers write their own idea of their name and path into it [rec: {@code @odata.context} names another path than
 * the client used], so what counts is that it goes on with the same set; host and root stay ours.
 */
final class NextLink {
    private final BackendRoot root;
    private final String relative;

    NextLink(BackendRoot root, String relative) {
        this.root = root;
        this.relative = relative;
    }

    /**
     * What to ask for next.
     *
     * @param current what the link stood in the answer to
     * @throws ru.smartsbridge.api.error.BridgeException {@code BACKEND_FAILED} for a link that leads elsewhere
     */
    String target(String current, String link) {
        URI here = URI.create(root.origin() + current);
        String reference = link.startsWith("?") ? here.getRawPath() + link : link;
        URI there = RawAddress.resolve(here, reference).orElseThrow(() -> elsewhere(link));
        String path = there.getRawPath();
        if (path == null || there.getRawQuery() == null) {
            throw elsewhere(link);
        }
        boolean below = root.serves(there) && path.startsWith(root.path() + "/");
        boolean sameSet = plain(path).endsWith(plain("/" + relative));
        if (!below && !sameSet) {
            throw elsewhere(link);
        }
        String next = (below ? path : root.target(relative)) + "?" + there.getRawQuery();
        if (next.equals(current)) {
            throw RestTexts.failed(null, "nextLink.same", root, link);
        }
        return next;
    }

    private static String plain(String path) {
        return URI.create(path).getPath().toLowerCase(Locale.ROOT);
    }

    private RuntimeException elsewhere(String link) {
        return RestTexts.failed(null, "nextLink.elsewhere", root, link);
    }
}
