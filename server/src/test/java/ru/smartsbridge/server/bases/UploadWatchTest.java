package ru.smartsbridge.server.bases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads at a server, as their addresses go by. */
class UploadWatchTest {
    private static final int OK = 204;

    private final Moving clock = new Moving();
    private final UploadWatch watch = new UploadWatch(Duration.ofHours(2), clock);

    private static final class Moving extends Clock {
        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Products/BeginUpdate, Products, Products/EndUpdate",
        "Products/Default.BeginOverwrite, products, Products/Default.ResetOverwrite",
        "Products/BeginUploadProducts, Products/AddProductsToUpload, Products/EndUploadProducts",
        "Tables/Ceny/BeginUpdate, Tables/Ceny, tables/ceny/endupdate",
        "Cells/BeginUpdate, Cells, Cells/EndUpdate()"
    })
    void an_upload_is_open_from_its_begin_to_its_end_or_reset(String begin, String portion, String end) {
        assertThat(watch.any()).isFalse();
        watch.answered("POST", begin, OK);
        assertThat(watch.any()).isTrue();
        assertThat(watch.goesOn("POST", end)).isTrue();
        watch.answered("POST", portion, OK);
        assertThat(watch.any()).isTrue();
        watch.answered("POST", end, OK);
        assertThat(watch.any()).isFalse();
    }

    @Test
    void what_was_refused_has_begun_and_ended_nothing() {
        watch.answered("POST", "Products/BeginUpdate", 409);
        assertThat(watch.any()).isFalse();
        watch.answered("POST", "Products/BeginUpdate", OK);
        watch.answered("POST", "Products/EndUpdate", 502);
        watch.answered("POST", "Products/EndUpdate", 0);
        assertThat(watch.any()).isTrue();
    }

    @Test
    void a_portion_and_an_end_go_on_with_an_upload_and_a_begin_or_a_reading_does_not() {
        watch.answered("POST", "Tables/Ceny/BeginUpdate", OK);
        assertThat(watch.goesOn("POST", "Tables/Ceny")).isTrue();
        assertThat(watch.goesOn("POST", "Docs/PrihodNaSklad")).isFalse();
        assertThat(watch.goesOn("POST", "Products/BeginUpdate")).isFalse();
        assertThat(watch.goesOn("GET", "Tables/Ceny")).isFalse();
        assertThat(watch.goesOn("POST", "Products/EndUpdate"))
                .as("one that was begun past the bridge")
                .isTrue();
    }

    @Test
    void one_that_nobody_goes_on_with_is_none_after_its_time() {
        watch.answered("POST", "Products/BeginUpdate", OK);
        clock.now = clock.now.plus(Duration.ofMinutes(90));
        watch.answered("POST", "Products", OK);
        clock.now = clock.now.plus(Duration.ofMinutes(90));
        assertThat(watch.any()).isTrue();
        clock.now = clock.now.plus(Duration.ofHours(1));
        assertThat(watch.any()).isFalse();
    }
}
