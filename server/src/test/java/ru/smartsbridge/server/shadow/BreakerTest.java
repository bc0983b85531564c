package ru.smartsbridge.server.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A candidate that fails again and again is left alone, and is tried by one request at a time afterwards. */
class BreakerTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Breaker breaker = new Breaker(3, Duration.ofSeconds(30));

    private void fails(int times, long now) {
        for (int i = 0; i < times; i++) {
            breaker.failed(now);
        }
    }

    @Test
    void failures_that_are_not_in_a_row_open_nothing() {
        fails(2, 0);
        breaker.succeeded();
        fails(2, 0);
        assertThat(breaker.allows(0)).isTrue();
    }

    @Test
    void so_many_in_a_row_open_it_for_a_while() {
        fails(3, 0);
        assertThat(breaker.isOpen()).isTrue();
        assertThat(breaker.allows(29 * SECOND)).isFalse();
        assertThat(breaker.wouldAllow(31 * SECOND)).isTrue();
    }

    @Test
    void then_one_request_tries_and_decides() {
        fails(3, 0);
        assertThat(breaker.allows(31 * SECOND)).isTrue();
        assertThat(breaker.allows(31 * SECOND)).as("a second one meanwhile").isFalse();
        breaker.failed(31 * SECOND);
        assertThat(breaker.allows(60 * SECOND)).isFalse();
        assertThat(breaker.allows(62 * SECOND)).isTrue();
        breaker.succeeded();
        assertThat(breaker.isOpen()).isFalse();
        assertThat(breaker.allows(62 * SECOND)).isTrue();
    }
}
