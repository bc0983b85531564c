package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Transport;

/** What is told of a machine without COM. */
class MachineRemarksTest {
    private static final String ID = "6d7e3a2f-3967-4734-bb9c-d1ba605aaef8";

    @TempDir
    Path state;

    private List<Remark> remarks(String connection) {
        BaseSettings settings =
                new BaseSettings("main", ZoneOffset.UTC, state, Map.of("connection", connection, "isolation", "none"));
        try (Transport transport = new ComProvider().open(settings)) {
            return transport.surroundings();
        }
    }

    private static List<String> concerns(List<Remark> remarks, Locale language) {
        return remarks.stream()
                .filter(Remark::concern)
                .map(remark -> remark.text().in(language))
                .toList();
    }

    @Test
    void a_system_that_is_not_windows_is_told_with_what_to_do_and_the_jvm_and_the_account_too() {
        List<Remark> remarks = remarks(ID);
        assertThat(concerns(remarks, Locale.ENGLISH)).allMatch(text -> text.contains("on Windows only"));
        assertThat(concerns(remarks, Locale.forLanguageTag("ru")))
                .isNotEmpty()
                .allMatch(text -> text.contains("Windows"));
        assertThat(remarks)
                .extracting(remark -> remark.text().toString())
                .anyMatch(text -> text.startsWith("JVM ") && text.contains("bits"))
                .anyMatch(text -> text.contains("under the account " + System.getProperty("user.name")));
    }

    @ParameterizedTest
    @ValueSource(strings = {ID, "ms-server:10501/" + ID, "http://ms-server:10501/" + ID})
    void a_connection_string_of_a_known_form_is_no_concern(String connection) {
        assertThat(concerns(remarks(connection), Locale.ENGLISH)).noneMatch(text -> text.contains(connection));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Склад 15", "ms-server/" + ID, "http:\\\\ms-server:10501/" + ID, "https://ms-server:10501/" + ID
            })
    void one_of_another_form_is_told_with_what_to_write(String connection) {
        assertThat(concerns(remarks(connection), Locale.ENGLISH))
                .anyMatch(text -> text.contains(connection) && text.contains("http://host:port/id"));
    }
}
