package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs inside the Windows JVM, as this side sees them. */
class WindowsJvmIT {
    private static final Duration SOON = Duration.ofSeconds(60);

    private static WindowsJvm jvm() {
        return WindowsJvm.of(Lab.forTests()).classPath(WindowsJvm.ownClassPath());
    }

    @Test
    void a_program_gets_its_arguments_properties_and_variables() throws Exception {
        WindowsJvm jvm = jvm().property("sample", "with a space").environment("SAMPLE", "Ё \"кавычки\" & №");
        try (WindowsProcess process = jvm.start(WindowsSamples.class.getName(), "it's \"one\" argument")) {
            process.await(Pattern.compile("^waits$"), SOON);
            assertThat(process.lines())
                    .contains("argument it's \"one\" argument", "property with a space", "variable Ё \"кавычки\" & №");
            assertThat(process.await(Pattern.compile("^os "), SOON)).startsWith("os Windows");
        }
    }

    @Test
    void what_windows_would_garble_on_a_command_line_is_refused() {
        WindowsJvm jvm = jvm();
        assertThatThrownBy(
                        () -> jvm.start(WindowsSamples.class.getName(), "Цены").close())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Цены");
    }

    @Test
    void ending_it_ends_the_program_and_the_programs_that_it_started() throws Exception {
        try (WindowsProcess process = jvm().start(WindowsSamples.class.getName(), "parent", "with a child")) {
            process.await(Pattern.compile("^waits$"), SOON);
            assertThat(process.family()).hasSize(2);
            process.end();
            assertThat(process.isAlive()).isFalse();
            assertThat(process.family()).isEmpty();
            assertThat(process.exitCode(SOON)).isNotZero();
        }
    }

    @Test
    void a_program_that_ends_by_itself_tells_its_status_and_its_last_line() throws Exception {
        try (WindowsProcess process = jvm().start(WindowsSamples.Ending.class.getName(), "7")) {
            assertThat(process.exitCode(SOON)).isEqualTo(7);
            assertThat(process.lines()).contains("last line");
            assertThatThrownBy(() -> process.await(Pattern.compile("another"), SOON))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("last line");
        }
    }

    @Test
    void tests_that_run_inside_tell_each_how_it_ended(@TempDir Path reports) throws Exception {
        String ends = WindowsSamples.Ends.class.getName();
        try (WindowsProcess process = jvm().start(InsideWindows.class.getName(), WindowsJvm.path(reports), ends)) {
            assertThat(process.exitCode(SOON)).isEqualTo(1);
        }
        List<WindowsReport.Case> cases = WindowsReport.read(reports.resolve(InsideWindows.REPORT));
        assertThat(cases)
                .extracting(WindowsReport.Case::name)
                .containsExactlyInAnyOrder("passes()", "fails()", "aborts()");
        for (WindowsReport.Case each : cases) {
            assertThat(each.type()).isEqualTo(ends);
            switch (each.name()) {
                case "fails()" -> assertThat(each.failed().orElseThrow()).contains("Ёж", "ёж");
                case "aborts()" -> assertThat(each.left().orElseThrow()).contains("не сегодня");
                default -> assertThat(each.failed().or(each::left)).isEmpty();
            }
        }
    }

    @Test
    void a_class_that_is_not_there_is_no_success(@TempDir Path reports) throws Exception {
        try (WindowsProcess process =
                jvm().start(InsideWindows.class.getName(), WindowsJvm.path(reports), "ru.smartsbridge.NoSuchClass")) {
            assertThat(process.exitCode(SOON)).isNotZero();
        }
    }
}
