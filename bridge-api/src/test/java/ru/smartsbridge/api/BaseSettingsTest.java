package ru.smartsbridge.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaseSettingsTest {
    @Test
    void a_key_that_is_set_gives_its_value_and_another_what_stands_for_it() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "url",
                "http://ms",
                "timeout",
                Duration.ofSeconds(5),
                "data",
                Path.of("/d"),
                "seed",
                7L,
                "demo",
                true,
                "members",
                Map.of("Имя", "Name")));
        BaseSettings settings = new BaseSettings("main", ZoneId.of("Europe/Moscow"), Path.of("state"), values);
        values.clear();
        assertThat(settings.text("url")).hasValue("http://ms");
        assertThat(settings.text("login")).isEmpty();
        assertThat(settings.duration("timeout", Duration.ZERO)).hasSeconds(5);
        assertThat(settings.duration("idle", Duration.ofHours(1))).hasHours(1);
        assertThat(settings.path("data")).hasValue(Path.of("/d"));
        assertThat(settings.path("trust")).isEmpty();
        assertThat(settings.number("seed", 1)).isEqualTo(7);
        assertThat(settings.number("products", 300)).isEqualTo(300);
        assertThat(settings.flag("demo", false)).isTrue();
        assertThat(settings.flag("other", true)).isTrue();
        assertThat(settings.names("members")).containsExactly(Map.entry("Имя", "Name"));
        assertThat(settings.names("aliases")).isEmpty();
    }

    @Test
    void settings_in_a_log_show_which_keys_are_set_and_no_value() {
        BaseSettings settings =
                new BaseSettings("main", ZoneId.of("UTC"), Path.of("state"), Map.of("password", "geheim"));
        assertThat(settings.toString()).contains("main", "password").doesNotContain("geheim");
    }

    @Test
    void only_a_secret_setting_is_secret() {
        assertThat(Setting.secret("password").secret()).isTrue();
        assertThat(Setting.text("url").secret()).isFalse();
        assertThat(Setting.duration("timeout").type()).isEqualTo(Setting.Type.DURATION);
    }
}
