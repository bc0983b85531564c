package ru.smartsbridge.server.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import ru.smartsbridge.api.call.Credentials;

/**
 * Sessions with tokens: who opened them, for as long as they last. They end with the process. Bounded; thread-safe.
 */
final class Sessions {
    /** As the server gives it [doc]. */
    static final Duration LIFE = Duration.ofDays(1);

    private static final Duration REFRESH_LIFE = Duration.ofDays(30);
    private static final int MOST = 10_000;
    private static final int TOKEN_BYTES = 32;

    /** Whose it is, and the clock's reading at its end. */
    private record Held(Credentials.Password owner, long until) {}

    private final SecureRandom random = new SecureRandom();
    private final LongSupplier nanos;
    private final Map<String, Held> access = bounded();
    private final Map<String, Held> refresh = bounded();

    /** With the clock that lives are measured by, in the manner of {@link System#nanoTime}. */
    Sessions(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** The oldest goes where there is no room: its owner logs in anew. */
    private static Map<String, Held> bounded() {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Held> eldest) {
                return size() > MOST;
            }
        };
    }

    synchronized Tokens open(Credentials.Password owner) {
        return new Tokens(token(access, owner, LIFE), token(refresh, owner, REFRESH_LIFE), LIFE);
    }

    private String token(Map<String, Held> held, Credentials.Password owner, Duration life) {
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        held.put(token, new Held(owner, nanos.getAsLong() + life.toNanos()));
        return token;
    }

    /** Whose session it is; empty where there is none, or no more. */
    synchronized Optional<Credentials.Password> owner(String token) {
        return Optional.ofNullable(access.get(token)).filter(this::lasts).map(Held::owner);
    }

    /** Whom a refresh token belongs to; it serves once. */
    synchronized Optional<Credentials.Password> takeRefresh(String token) {
        return Optional.ofNullable(refresh.remove(token)).filter(this::lasts).map(Held::owner);
    }

    private boolean lasts(Held held) {
        return held.until() - nanos.getAsLong() > 0;
    }
}
