package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class RowKeyTest {
    private static final RowKey KEY = new RowKey(
            List.of("kod", "data"),
            Set.of("data"),
            Map.of("data", Value.text("0001-01-01T00:00:00")),
            ZoneId.of("Europe/Moscow"));

    private static String key(String code, String date) {
        Properties.Builder row = Properties.builder().put("kod", code);
        return KEY.of((date == null ? row : row.put("data", date)).build());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-02T03:04:05, 2026-01-02T03:04:05+03:00",
        "2026-01-02T00:04:05Z, 2026-01-02T03:04:05+03:00",
        "2026-01-02T03:04, 2026-01-02T03:04:00+03:00",
        "2026-01-02T03:04:05.123456789+03:00, 2026-01-02T03:04:05.1234567+03:00",
        "1900-01-01T00:00:00, 1900-01-01T00:00:00+02:30",
        "0001-01-01T00:00:00Z, "
    })
    void a_date_is_the_same_key_in_whatever_form_it_was_sent_and_comes_back(String sent, String back) {
        assertThat(key("a", sent)).isEqualTo(key("a", back));
    }

    @Test
    void another_date_is_another_key() {
        assertThat(key("a", "2026-01-02T03:04:05")).isNotEqualTo(key("a", "2026-01-02T03:04:05Z"));
    }

    @Test
    void texts_that_look_like_dates_are_keys_to_the_letter() {
        assertThat(key("2026-01-02T03:04", null)).isNotEqualTo(key("2026-01-02T03:04:00", null));
    }

    @Test
    void what_is_no_date_is_a_key_too_until_the_row_is_refused() {
        assertThat(key("a", "завтра")).isNotEqualTo(key("a", "вчера"));
    }
}
