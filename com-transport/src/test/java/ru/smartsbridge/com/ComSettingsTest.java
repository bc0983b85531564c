package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class ComSettingsTest {
    private final Map<String, Object> values = new HashMap<>(Map.of("connection", "srv:10501/b1"));

    private ComSettings read() {
        return ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, Path.of("state"), values));
    }

    private BridgeException refused(String key, Object value) {
        values.put(key, value);
        BridgeException failure = catchThrowableOfType(BridgeException.class, this::read);
        assertThat(failure).as("%s: %s", key, value).isNotNull();
        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        return failure;
    }

    @Test
    void a_connection_is_enough() {
        ComSettings settings = read();
        assertThat(settings.connection().connection()).isEqualTo("srv:10501/b1");
        assertThat(settings.timeout()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.endTimeout()).isGreaterThan(settings.timeout());
        assertThat(settings.allowUnsupported()).isFalse();
        assertThat(settings.dll()).isEmpty();
        assertThat(settings.members()).isEmpty();
    }

    @Test
    void what_is_configured_is_taken() {
        values.put("timeout", Duration.ofSeconds(7));
        values.put("queue", 1L);
        values.put("recycle-calls", 10_000_000L);
        values.put("allow-unsupported", true);
        values.put("members", Map.of("GetDocument", "GetDoc"));
        values.put("dll", Path.of("jacob.dll"));
        ComSettings settings = read();
        assertThat(settings.timeout()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.queue()).isEqualTo(1);
        assertThat(settings.recycleCalls()).isEqualTo(10_000_000);
        assertThat(settings.allowUnsupported()).isTrue();
        assertThat(settings.members()).containsExactly(Map.entry("GetDocument", "GetDoc"));
        assertThat(settings.dll()).contains(Path.of("jacob.dll"));
    }

    @Test
    void a_connection_that_is_missing_or_blank_is_told_at_its_key() {
        assertThat(refused("connection", "  ").target()).contains("connection");
        values.remove("connection");
        BridgeException failure = catchThrowableOfType(BridgeException.class, this::read);
        assertThat(failure.target()).contains("connection");
        assertThat(failure).hasMessageContaining("bases.main.com.connection");
    }

    @Test
    void a_password_without_a_login_is_told_at_the_login_and_not_shown() {
        BridgeException failure = refused("password", "s3cret");
        assertThat(failure.target()).contains("login");
        assertThat(failure.text().in(Locale.ROOT)).doesNotContain("s3cret");
    }

    @Test
    void numbers_out_of_bounds_are_told_at_their_key() {
        for (String key : List.of("queue", "recycle-calls")) {
            for (long number : new long[] {0, -1, 1_000_000_000, Long.MAX_VALUE}) {
                BridgeException failure = refused(key, number);
                assertThat(failure.target()).contains(key);
                assertThat(failure.text().in(Locale.forLanguageTag("ru"))).startsWith(key);
            }
            values.remove(key);
        }
    }

    @Test
    void times_that_no_clock_measures_are_told_at_their_key() {
        for (String key : List.of("timeout", "end-timeout", "recycle-age")) {
            for (Duration time : List.of(Duration.ZERO, Duration.ofDays(366), Duration.ofHours(999_999_999))) {
                BridgeException failure = refused(key, time);
                assertThat(failure.target()).contains(key);
                assertThat(failure.text().in(Locale.forLanguageTag("ru"))).startsWith(key);
            }
            values.remove(key);
        }
    }

    @Test
    void without_a_word_of_it_the_component_is_storage() {
        assertThat(read().terminal()).isEmpty();
        values.put("component", "storage");
        assertThat(read().terminal()).isEmpty();
    }

    @Test
    void the_terminal_component_has_members_tables_and_fields() {
        values.put("component", "terminal");
        values.put("members", Map.of("EndUploadTable", "ЗакончитьТаблицу()"));
        values.put("tables", Map.of("Цены", "ИдТовара"));
        values.put("product-fields", "Артикул");
        ComSettings settings = read();
        assertThat(settings.members()).containsExactly(Map.entry("EndUploadTable", "ЗакончитьТаблицу"));
        assertThat(settings.terminal().orElseThrow().schema().tables()).hasSize(1);
        assertThat(refused("members", Map.of("GetDocument", "GetDoc")).target()).contains("members");
    }

    @Test
    void keys_of_one_component_are_refused_for_the_other() {
        for (String key : List.of("tables", "product-fields")) {
            assertThat(refused(key, key.equals("tables") ? Map.of("Цены", "Цена") : "Цена")
                            .target())
                    .contains(key);
            values.remove(key);
        }
        values.put("component", "terminal");
        values.put("login", "bridge");
        for (String key : List.of("password", "token", "exchange", "crossing")) {
            BridgeException failure = refused(key, "properties");
            assertThat(failure.text().in(Locale.forLanguageTag("ru"))).contains("TerminalConnector");
            values.remove(key);
        }
    }

    @Test
    void every_key_has_a_name_of_its_own_and_secrets_are_marked() {
        List<Setting> keys = ComSettings.keys();
        assertThat(new HashSet<>(keys.stream().map(Setting::name).toList())).hasSameSizeAs(keys);
        assertThat(keys.stream().filter(Setting::secret).map(Setting::name))
                .containsExactlyInAnyOrder("password", "token");
    }

    @Test
    void settings_that_are_printed_show_no_secret() {
        values.putAll(Map.of("login", "bridge", "password", "s3cret", "token", "t0ken"));
        assertThat(read().toString()).doesNotContain("s3cret").doesNotContain("t0ken");
    }
}
