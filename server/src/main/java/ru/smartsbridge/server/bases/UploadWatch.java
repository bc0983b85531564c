package ru.smartsbridge.server.bases;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Uploads that are open at a server to which requests are handed on unparsed, as far as their addresses tell: the server's
 * own rules stand, and this only watches. Thread-safe.
 */
public final class UploadWatch {
    private static final Pattern ACTION = Pattern.compile(
            "(.*?)/?(?:default\\.)?(begin|end|reset)(update|overwrite|uploadproducts)(?:\\(.*\\))?/?",
            Pattern.CASE_INSENSITIVE);
    private static final int SUCCESS = 300;

    private final Duration timeout;
    private final Clock clock;
    private final Map<String, Instant> open = new ConcurrentHashMap<>();

    /** @param timeout after which one that nobody goes on with is none any more */
    UploadWatch(Duration timeout, Clock clock) {
        this.timeout = timeout;
        this.clock = clock;
    }

    /** Whether a request goes on with an upload that is open. */
    public boolean goesOn(String method, String path) {
        return method.equals("POST")
                && (isOpen(target(path))
                        || action(path).filter(word -> !word.equals("begin")).isPresent());
    }

    /** Whether a request is for a target on which an upload is open here. */
    boolean isOpenFor(String method, String path) {
        return method.equals("POST") && isOpen(target(path));
    }

    /** A request was answered. */
    public void answered(String method, String path, int status) {
        if (!method.equals("POST") || status >= SUCCESS || status == 0) {
            return;
        }
        String target = target(path);
        Optional<String> action = action(path);
        if (action.isEmpty()) {
            open.computeIfPresent(target, (key, since) -> clock.instant());
        } else if (action.get().equals("begin")) {
            open.put(target, clock.instant());
        } else {
            open.remove(target);
        }
    }

    /** Whether any is open. */
    boolean any() {
        open.keySet().removeIf(target -> !isOpen(target));
        return !open.isEmpty();
    }

    private boolean isOpen(String target) {
        Instant last = open.get(target);
        return last != null && last.plus(timeout).isAfter(clock.instant());
    }

    private static Optional<String> action(String path) {
        Matcher matcher = ACTION.matcher(path);
        return matcher.matches() ? Optional.of(matcher.group(2).toLowerCase(Locale.ROOT)) : Optional.empty();
    }

    /** What stands before the action. */
    private static String target(String path) {
        Matcher matcher = ACTION.matcher(path);
        String target = matcher.matches() ? matcher.group(1) : path;
        return (target.endsWith("/") ? target.substring(0, target.length() - 1) : target).toLowerCase(Locale.ROOT);
    }
}
