package ru.smartsbridge.com.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.automation.OleDate;

/** Dates between REST, the component's XML and VT_DATE. */
class DatesTest {
    private static final Dates MOSCOW = new Dates(ZoneId.of("Europe/Moscow"));
    private static final Dates BERLIN = new Dates(ZoneId.of("Europe/Berlin"));

    @ParameterizedTest
    @CsvSource({
        "2025-06-16T09:58:43.7526682+03:00, 2025-06-16T09:58:43.7526682",
        "2025-06-16T06:58:43Z, 2025-06-16T09:58:43.0000000",
        "2013-06-16T09:58:43+04:00, 2013-06-16T09:58:43.0000000",
        "2013-06-16T09:58:43+03:00, 2013-06-16T10:58:43.0000000",
        "2025-06-16T09:58:43, 2025-06-16T09:58:43.0000000",
        "2025-06-16T09:58, 2025-06-16T09:58:00.0000000",
        "2025-06-16T09:58:43.123456789012+03:00, 2025-06-16T09:58:43.1234567"
    })
    void towards_the_component_a_date_is_local_time_of_the_base(String json, String xml) {
        StringBuilder out = new StringBuilder();
        Dates.appendXml(out, MOSCOW.local(json).orElseThrow());
        assertThat(out).hasToString(xml);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-16T09:58:43.8348740, 2025-06-16T09:58:43.834874+03:00",
        "2013-06-16T09:58:43.0000000, 2013-06-16T09:58:43+04:00",
        "2025-06-16T02:39:31.7252420+00:00, 2025-06-16T05:39:31.725242+03:00",
        "2025-06-16, 2025-06-16T00:00:00+03:00",
        "'', 0001-01-01T00:00:00",
        "0001-01-01T00:00:00.0000000, 0001-01-01T00:00:00",
        "0001-01-01T00:00:00.0000000+00:00, 0001-01-01T00:00:00"
    })
    void from_the_component_a_date_gets_the_offset_that_the_zone_had_then(String xml, String json) {
        assertThat(MOSCOW.ofXml(xml)).isEqualTo(Value.text(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1900-01-01T00:00:00", "1899-12-31T00:00:00", "1918-07-01T12:00:00", "1753-01-01T00:00:00"})
    void a_date_of_a_time_whose_offset_had_seconds_does_not_move_when_it_is_read_and_written(String local) {
        for (Dates dates : List.of(MOSCOW, BERLIN, new Dates(ZoneId.of("America/New_York")))) {
            Value shown = dates.ofXml(local);
            assertThat(dates.local(((Value.Text) shown).value())).contains(LocalDateTime.parse(local));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01T00:00:00", "0001-01-01T00:00:00+03:00", "0001-01-01T00:00:00Z"})
    void no_date_is_no_date_in_any_form(String json) {
        assertThat(MOSCOW.local(json)).isEmpty();
        assertThat(new Dates(ZoneId.of("America/New_York")).local(json)).isEmpty();
    }

    @Test
    void a_time_that_the_zone_skips_is_moved_forward_and_of_one_that_comes_twice_the_earlier_is_meant() {
        assertThat(BERLIN.ofXml("2025-03-30T02:30:00")).isEqualTo(Value.text("2025-03-30T03:30:00+02:00"));
        assertThat(BERLIN.ofXml("2025-10-26T02:30:00")).isEqualTo(Value.text("2025-10-26T02:30:00+02:00"));
        LocalDateTime twice = LocalDateTime.parse("2025-10-26T02:30:00");
        assertThat(BERLIN.local("2025-10-26T02:30:00+02:00")).contains(twice);
        assertThat(BERLIN.local("2025-10-26T02:30:00+01:00")).contains(twice);
    }

    @ParameterizedTest
    @CsvSource({
        "1899-12-31T00:00:00, 1.0",
        "1899-12-25T06:00:00, -5.25",
        "1899-12-29T06:00:00, -1.25",
        "1899-12-30T12:00:00, 0.5",
        "2023-03-15T12:00:00, 45000.5"
    })
    void a_vt_date_counts_days_and_its_fraction_goes_forward_also_before_its_zero(String local, double days) {
        LocalDateTime date = LocalDateTime.parse(local);
        assertThat(OleDates.of(date)).isEqualTo(new OleDate(days));
        assertThat(OleDates.whole(new OleDate(days))).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.0, -1.25, 0.999, -657_434, Double.NaN})
    void what_lies_before_the_last_day_of_1899_is_no_date(double days) {
        assertThat(OleDates.local(new OleDate(days))).isEmpty();
    }

    @Test
    void a_vt_date_is_exact_to_the_millisecond() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        LocalDateTime first = LocalDateTime.of(100, 1, 1, 0, 0);
        long span = ChronoUnit.MILLIS.between(first, LocalDateTime.of(9999, 12, 31, 23, 59));
        for (int i = 0; i < 20_000; i++) {
            LocalDateTime date = first.plus((long) (random.nextDouble() * span), ChronoUnit.MILLIS);
            assertThat(OleDates.whole(OleDates.of(date))).as("seed %d", seed).isEqualTo(date);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 00:00:00",
        "PT26H3M4.5S, 1.02:03:04.5000000",
        "PT-26H-3M-4.5S, -1.02:03:04.5000000",
        "PT0.0000001S, 00:00:00.0000001"
    })
    void a_duration_is_a_span_of_time(String json, String xml) {
        assertThat(Spans.toXml(json)).isEqualTo(xml);
        assertThat(Spans.ofXml(xml)).isEqualTo(Value.text(json));
    }
}
