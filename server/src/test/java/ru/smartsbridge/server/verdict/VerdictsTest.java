package ru.smartsbridge.server.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A base goes over with a fresh verdict that says so, and with no other. */
class VerdictsTest {
    private static final Instant ENDED = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration DAY = Duration.ofHours(24);

    @TempDir
    Path state;

    private Verdicts verdicts;

    @BeforeEach
    void open() {
        verdicts = new Verdicts(state);
    }

    private void keep(boolean maySwitch, boolean complete) throws IOException {
        verdicts.keep(new Verdict("com x", "rest y", maySwitch, complete, ENDED, "next differs from main"));
    }

    private String refusal(String from, String to, Instant now) {
        return verdicts.refusal(from, to, DAY, now)
                .map(text -> text.in(Locale.ROOT))
                .orElse("");
    }

    @Test
    void a_fresh_one_lets_it_go_there_and_back() throws IOException {
        keep(true, true);
        assertThat(refusal("com x", "rest y", ENDED.plus(DAY))).isEmpty();
        assertThat(refusal("rest y", "com x", ENDED)).isEmpty();
    }

    @Test
    void none_an_old_one_a_part_and_a_no_do_not() throws IOException {
        assertThat(refusal("com x", "rest y", ENDED)).contains("there is no comparison of 'com x' with 'rest y'");
        keep(true, true);
        assertThat(refusal("com x", "rest y", ENDED.plus(DAY).plusSeconds(1))).contains("older than 24 h");
        assertThat(refusal("com x", "rest z", ENDED)).contains("there is no comparison");
        keep(true, false);
        assertThat(refusal("com x", "rest y", ENDED)).contains("a part only");
        keep(false, true);
        assertThat(refusal("com x", "rest y", ENDED)).contains("next differs from main");
    }

    @Test
    void one_that_cannot_be_read_is_none() throws IOException {
        keep(true, true);
        try (Stream<Path> files = Files.list(state.resolve("verdicts"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, "{");
            }
        }
        assertThat(refusal("com x", "rest y", ENDED)).contains("there is no comparison");
    }
}
