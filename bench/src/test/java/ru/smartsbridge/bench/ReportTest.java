package ru.smartsbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static Figures figures(String name, long... processorMicros) {
        Figures figures = new Figures(Candidate.parse("Scenario\t" + name + "\thttp://127.0.0.1:1/\t1\t100\t0"));
        for (long micros : processorMicros) {
            Tally tally = new Tally();
            tally.answered(TimeUnit.MICROSECONDS.toNanos(500));
            tally.answered(TimeUnit.MICROSECONDS.toNanos(500));
            figures.round(tally, TimeUnit.MICROSECONDS.toNanos(2 * micros), 0);
        }
        return figures;
    }

    @Test
    void each_round_is_set_beside_the_round_of_nginx_in_the_same_turn() throws IOException {
        Figures nginx = figures("nginx", 10, 20, 40);
        Figures bridge = figures("verbatim", 30, 60, 160);

        Report report = new Report(List.of(nginx, bridge), new Ceiling(1, 1), 3, 1);

        assertThat(report.markdown()).contains("| verbatim | 60.0 (30.0–160.0) | 3.0 (3.0–4.0) |");
        assertThat(new String(report.json(), StandardCharsets.UTF_8)).contains("\"way\" : \"verbatim\"");
    }

    @Test
    void errors_of_any_candidate_are_the_report_s() {
        Figures nginx = figures("nginx", 10);
        Tally broken = new Tally();
        broken.answered(1000);
        broken.failed(new IOException("no more"));
        nginx.round(broken, 1, 0);

        Report report = new Report(List.of(nginx), new Ceiling(1, 1), 2, 1);

        assertThat(report.errors()).isEqualTo(1);
        assertThat(report.markdown()).contains("1 errors").contains("no more");
    }
}
