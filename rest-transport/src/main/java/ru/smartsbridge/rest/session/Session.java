package ru.smartsbridge.rest.session;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * A token as the server gave it.
 *
 * @param header the value of {@code Authorization}
 * @param refresh what the next token can be had for
 * @param lifetime of the token; empty where the server told none
 * @param since {@link System#nanoTime} of when it was asked for
 */
record Session(String header, Optional<String> refresh, Optional<Duration> lifetime, long since) {
    /** Longer lives are not counted: nobody waits for their end. */
    private static final BigDecimal LONGEST_SECONDS =
            new BigDecimal(Duration.ofDays(3650).toSeconds());

    /**
     * Reads the answer of {@code session}; names in any case, as the vendor's text and its server differ [doc].
     *
     * @return empty where it holds no token
     */
    static Optional<Session> of(Properties answer, long since) {
        return value(answer, "access_token")
                .filter(token -> !token.isBlank())
                .map(token -> new Session("Bearer " + token, value(answer, "refresh_token"), lifetime(answer), since));
    }

    private static Optional<Duration> lifetime(Properties answer) {
        return value(answer, "expires_in").flatMap(seconds -> {
            try {
                BigDecimal exact = new BigDecimal(seconds.strip()).min(LONGEST_SECONDS);
                return exact.signum() > 0 ? Optional.of(Duration.ofSeconds(exact.longValue())) : Optional.empty();
            } catch (NumberFormatException unknown) {
                return Optional.empty(); // then the server's 401 tells
            }
        });
    }

    private static Optional<String> value(Properties answer, String name) {
        return answer.nameIgnoringCase(name).flatMap(answer::get).flatMap(value -> {
            if (value instanceof Value.Text text) {
                return Optional.of(text.value());
            }
            return value instanceof Value.Number number ? Optional.of(number.literal()) : Optional.empty();
        });
    }

    /** Whether so many hundredths of its life are over. */
    boolean older(long now, int percent) {
        return lifetime.filter(life -> now - since >= life.toNanos() / 100 * percent)
                .isPresent();
    }

    /** With another refresh token where it came without one. */
    Session orRefresh(Optional<String> other) {
        return new Session(header, refresh.or(() -> other), lifetime, since);
    }

    /** Without the tokens. */
    @Override
    public String toString() {
        return "session of " + lifetime.map(Duration::toString).orElse("unknown length");
    }
}
