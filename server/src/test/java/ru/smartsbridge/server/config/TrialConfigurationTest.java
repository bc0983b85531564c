package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a base that is to be switched does beside serving. */
class TrialConfigurationTest {
    @TempDir
    private Path folder;

    private Given file(String ofMain) {
        folder.resolve("conf").toFile().mkdirs();
        return Given.in(folder).file("default-base: main\nbases:\n  main: { " + ofMain + " }\n  next:\n");
    }

    private Trial trial(String ofMain) throws ConfigurationException {
        return file(ofMain).configuration().base("main").orElseThrow().trial();
    }

    @Test
    void a_base_does_nothing_beside_serving_unless_it_is_told_to() throws Exception {
        assertThat(trial("")).isEqualTo(Trial.NONE);
        assertThat(file("").configuration().base("main").orElseThrow().rehearsal())
                .isFalse();
    }

    @Test
    void a_shadow_needs_a_candidate_and_has_bounds_of_its_own() throws Exception {
        assertThat(trial("shadow: { candidate: next }").shadow().orElseThrow())
                .satisfies(shadow -> assertThat(shadow.candidate()).isEqualTo("next"))
                .satisfies(shadow -> assertThat(shadow.sample()).isEqualTo(1.0))
                .satisfies(shadow -> assertThat(shadow.timeout()).isEqualTo(Duration.ofSeconds(30)));
        assertThat(trial("shadow: { candidate: next, sample: 10%, concurrent: 3, waiting: 9, timeout: 5s }")
                        .shadow()
                        .orElseThrow())
                .isEqualTo(new Trial.Shadowing("next", 0.1, 3, 9, Duration.ofSeconds(5)));
    }

    @Test
    void what_cannot_be_a_shadow_is_told_with_its_place() {
        assertThat(file("shadow: { sample: 2, concurrent: 0, waiting: 0, nonsense: 1 }")
                        .problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).contains("main.shadow.candidate: the base whose answers"),
                        problem -> assertThat(problem)
                                .startsWith("bridge.yaml:3:29: bases.main.shadow.sample: \"2\" is no share"),
                        problem -> assertThat(problem).contains("main.shadow.concurrent: from 1 to "),
                        problem -> assertThat(problem).contains("main.shadow.waiting: from 1 to "),
                        problem -> assertThat(problem).contains("main.shadow.nonsense: there is no such key"));
    }

    @Test
    void the_candidate_is_another_base_of_the_configuration() {
        assertThat(file("shadow: { candidate: nxt }").problems())
                .singleElement()
                .asString()
                .contains("bases.main.shadow.candidate: the candidate must be another base", "next");
        assertThat(file("shadow: { candidate: main }").problems()).hasSize(1);
    }

    @Test
    void a_recording_is_beside_the_file_that_names_it_and_knows_what_else_is_secret() throws Exception {
        Trial trial = trial("record: kept, secrets: [inn, phone]");
        assertThat(trial.record()).contains(folder.resolve("conf/kept").toAbsolutePath());
        assertThat(trial.secrets()).isEqualTo(Set.of("inn", "phone"));
        assertThat(Given.in(folder)
                        .file("bases: { main: }")
                        .set("bases.main.record=kept")
                        .configuration()
                        .base("main")
                        .orElseThrow()
                        .trial()
                        .record())
                .as("on the command line, where one is")
                .contains(folder.resolve("working/kept").toAbsolutePath());
    }

    @Test
    void a_verdict_has_an_age_and_a_rehearsal_is_yes_or_no() throws Exception {
        assertThat(trial("switch-needs-verdict: 24h").verdict()).contains(Duration.ofHours(24));
        assertThat(file("switch-needs-verdict: soon").problems())
                .singleElement()
                .asString()
                .contains("main.switch-needs-verdict: ");
        assertThat(file("rehearsal: true")
                        .configuration()
                        .base("main")
                        .orElseThrow()
                        .rehearsal())
                .isTrue();
        assertThat(file("rehearsal: perhaps").problems()).hasSize(1);
    }
}
