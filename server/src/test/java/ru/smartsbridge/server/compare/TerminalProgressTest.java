package ru.smartsbridge.server.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class TerminalProgressTest {
    private static final long SECOND = 1_000_000_000L;

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private long now;

    private TerminalProgress progress(boolean terminal) {
        return new TerminalProgress(
                new PrintStream(shown, true, StandardCharsets.UTF_8), terminal, Locale.ROOT, () -> now);
    }

    private String shown() {
        return shown.toString(StandardCharsets.UTF_8);
    }

    @Test
    void a_terminal_shows_a_bar_with_counts_rate_and_time_left() {
        TerminalProgress progress = progress(true);
        progress.begins("Products", 10, 43);
        now = 10 * SECOND;
        progress.reads(250_000, OptionalLong.of(1_000_000));
        assertThat(shown())
                .endsWith(
                        "\r\u001B[K[10/43] ######------------------ Products 250 000 of 1 000 000 25 000/s 30 s left");
    }

    @Test
    void a_terminal_is_not_drawn_more_often_than_anybody_sees() {
        TerminalProgress progress = progress(true);
        progress.begins("Products", 1, 1);
        shown.reset();
        for (int i = 0; i < 1000; i++) {
            now += SECOND / 1000;
            progress.reads(i, OptionalLong.empty());
        }
        assertThat(shown().chars().filter(c -> c == '\r')).hasSize(10);
    }

    @Test
    void a_terminal_keeps_a_line_of_what_differs_only() {
        TerminalProgress progress = progress(true);
        progress.begins("Users", 1, 2);
        progress.ends("Users", "compared", 6, 0);
        progress.begins("Products", 2, 2);
        progress.ends("Products", "compared", 300, 7);
        assertThat(shown().lines().filter(line -> line.contains("differences")))
                .singleElement()
                .asString()
                .endsWith("[2/2] Products: compared, entities 300, differences 7");
    }

    @Test
    void elsewhere_there_are_plain_lines_every_ten_seconds() {
        TerminalProgress progress = progress(false);
        progress.begins("Products", 1, 1);
        for (int i = 1; i <= 25; i++) {
            now += SECOND;
            progress.reads(i * 1000L, OptionalLong.empty());
        }
        progress.ends("Products", "compared", 25_000, 0);
        assertThat(shown().lines())
                .containsExactly(
                        "[1/1] Products 10 000 1 000/s",
                        "[1/1] Products 20 000 1 000/s",
                        "[1/1] Products: compared, entities 25 000, differences 0");
        assertThat(shown()).doesNotContain("\r\u001B");
    }
}
