package ru.smartsbridge.server.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Divides the part of an address below the API's root into segments with keys.
 *
 * <p>Takes what clients of Mobile SMARTS send: a space before the bracket [doc], an unquoted key [client], a named
 * key ({@code id='1'}), a key with brackets, doubled quotes and (quoted) slashes in it, raw and encoded letters.
 */
final class ResourcePath {
    private static final String QUOTE = "%27";
    private static final Pattern NAMED_KEY = Pattern.compile("\\s*[A-Za-z_]\\w*\\s*=\\s*('.*')\\s*", Pattern.DOTALL);

    private ResourcePath() {}

    /** The segments of a raw path; none for the root. Empty steps ({@code //}, a slash at the end) are passed over. */
    static List<Segment> segments(String rawPath) {
        List<Segment> segments = new ArrayList<>();
        for (String raw : split(rawPath)) {
            if (!raw.isEmpty()) {
                segments.add(segment(PercentEncoding.decode(raw)));
            }
        }
        return segments;
    }

    /** At slashes that are not within a key. */
    private static List<String> split(String rawPath) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean bracket = false;
        boolean quoted = false;
        for (int i = 0; i < rawPath.length(); i++) {
            char c = rawPath.charAt(i);
            boolean quote = c == '\'' || rawPath.startsWith(QUOTE, i);
            if (c == '(' && !quoted) {
                bracket = true;
            } else if (c == ')' && !quoted) {
                bracket = false;
            } else if (quote && bracket) {
                quoted = !quoted;
            }
            if (c == '/' && !quoted && !bracket) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        if (quoted) {
            throw ODataTexts.invalid("address.quote", rawPath);
        }
        parts.add(part.toString());
        return parts;
    }

    private static Segment segment(String text) {
        int open = text.indexOf('(');
        if (open < 0) {
            return new Segment(text.strip(), Optional.empty());
        }
        String trimmed = text.stripTrailing();
        if (!trimmed.endsWith(")")) {
            throw ODataTexts.invalid("address.bracket", text);
        }
        String key = trimmed.substring(open + 1, trimmed.length() - 1);
        return new Segment(text.substring(0, open).strip(), Optional.of(key(key)));
    }

    private static String key(String written) {
        Matcher named = NAMED_KEY.matcher(written);
        String value = named.matches() ? named.group(1) : written.strip();
        boolean quoted = value.length() >= 2 && value.startsWith("'") && value.endsWith("'");
        if (!quoted) {
            return value;
        }
        String inner = value.substring(1, value.length() - 1);
        if (inner.replace("''", "").indexOf('\'') >= 0) {
            throw ODataTexts.invalid("address.quote", written);
        }
        return inner.replace("''", "'");
    }
}
