package ru.smartsbridge.server.http;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.odata.PercentEncoding;

/**
 * What an address of the API is divided into.
 *
 * @param base that it is for; empty where there is none of that name
 * @param step the first step as written
 * @param path below the API's root, as on the wire, without a slash at its beginning
 */
record ApiTarget(Optional<ServedBase> base, String step, String path) {
    private static final String STANDARD = "MobileSMARTS";
    private static final String ROOT = "api/v1";
    private static final String SESSION = "session";
    private static final Pattern DOTS = Pattern.compile("(^|.*/)(\\.|%2[eE]){1,2}(;.*)?(/.*|$)");

    /** The target of a raw path; empty where it is no address of the API ({@code /health/live}). */
    static Optional<ApiTarget> of(String rawPath, Bases bases) {
        int step = rawPath.indexOf('/', 1);
        if (step < 2 || !rawPath.startsWith("/")) {
            return Optional.empty();
        }
        String rest = rawPath.substring(step + 1);
        boolean api = rest.regionMatches(true, 0, ROOT, 0, ROOT.length())
                && (rest.length() == ROOT.length() || rest.charAt(ROOT.length()) == '/');
        if (!api) {
            return Optional.empty();
        }
        String name = PercentEncoding.decode(rawPath.substring(1, step));
        String path = rest.length() <= ROOT.length() + 1 ? "" : rest.substring(ROOT.length() + 1);
        Optional<ServedBase> base = name.equalsIgnoreCase(STANDARD) ? Optional.of(bases.standard()) : bases.find(name);
        return Optional.of(new ApiTarget(base, name, path));
    }

    /** Whether a step of the path is {@code .} or {@code ..}, encoded or not: such a path leads elsewhere. */
    boolean leadsAway() {
        return DOTS.matcher(path).matches();
    }

    /** Whether it is where a session is opened, which no set of a base is called. */
    boolean opensSession() {
        return path.equalsIgnoreCase(SESSION) || path.equalsIgnoreCase(SESSION + "/");
    }

    /** Whether it is an End action, which may take minutes. */
    boolean ends() {
        String last = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return last.startsWith("end") || last.startsWith("default.end");
    }
}
