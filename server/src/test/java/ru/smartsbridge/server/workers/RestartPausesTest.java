package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a worker is started again. */
class RestartPausesTest {
    private final RestartPauses pauses = new RestartPauses();

    private long seconds(long at) {
        return pauses.next(Duration.ofSeconds(at).toNanos()).toSeconds();
    }

    @Test
    void at_once_twice_in_a_minute_and_then_with_pauses_that_grow_to_a_bound() {
        assertThat(seconds(0)).isZero();
        assertThat(seconds(5)).isZero();
        assertThat(seconds(10)).isEqualTo(2);
        assertThat(seconds(15)).isEqualTo(4);
        assertThat(seconds(20)).isEqualTo(8);
        assertThat(seconds(30)).isEqualTo(16);
        assertThat(seconds(50)).isEqualTo(30);
        assertThat(seconds(55)).isEqualTo(30);
    }

    @Test
    void a_minute_without_an_end_is_a_new_beginning() {
        assertThat(seconds(0)).isZero();
        assertThat(seconds(1)).isZero();
        assertThat(seconds(2)).isEqualTo(2);
        assertThat(seconds(70)).isZero();
    }
}
