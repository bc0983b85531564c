package ru.smartsbridge.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smartsbridge.bench.SmallServer.answer;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final String GOOD = answer("200 OK", "0123456789");

    /** An answer that takes its time. */
    private static String after(long millis) throws InterruptedException {
        boolean ended = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
        return ended ? null : GOOD;
    }

    private static Tally run(SmallServer server, Load load) throws IOException, InterruptedException {
        try (Generator generator = Generator.connected(server.target().expecting(10), load)) {
            return generator.run();
        }
    }

    @Test
    void requests_go_out_by_the_schedule_while_answers_are_still_awaited() throws Exception {
        int connections = 8;
        CountDownLatch last = new CountDownLatch(1);
        try (SmallServer server = new SmallServer(request -> {
            if (request == connections * 2 - 1) {
                last.countDown(); // the eighth of eight requests arrived though none before it was answered
            }
            boolean warmingUp = request < connections;
            return warmingUp || last.await(10, TimeUnit.SECONDS) ? GOOD : null;
        })) {
            Tally tally = run(server, Load.atRate(100, connections, connections));

            assertThat(tally.answers()).isEqualTo(connections);
            assertThat(tally.errors()).isZero();
            List<Long> arrivals = server.arrivals();
            long apart = arrivals.get(arrivals.size() - 1) - arrivals.get(connections);
            assertThat(apart).as("seven steps of 10 ms").isGreaterThan(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    @Test
    void a_request_that_was_held_up_counts_from_when_it_was_due() throws Exception {
        try (SmallServer server = new SmallServer(request -> after(40))) {
            Tally tally = run(server, Load.atRate(100, 10, 1));

            assertThat(tally.answers()).isEqualTo(10);
            assertThat(tally.late())
                    .as("all but the first found the connection taken")
                    .isEqualTo(9);
            // ten answers of 40 ms one after the other, the last of which was due at 90 ms
            assertThat(tally.latency().getMaxValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(300));
            assertThat(tally.latency().getMinValue()).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(35));
        }
    }

    @Test
    void another_status_another_length_and_a_broken_answer_are_errors_and_no_answers() throws Exception {
        try (SmallServer server = new SmallServer(request -> switch (request) {
            case 2 -> answer("503 Service Unavailable", "0123456789");
            case 4 -> answer("200 OK", "012345678");
            case 6 -> "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n01234";
            default -> request == 7 ? null : GOOD;
        })) {
            Tally tally = run(server, Load.asFastAsPossible(8, 1));

            assertThat(tally.errors()).as(tally.firstError().orElse("none")).isEqualTo(4);
            assertThat(tally.answers()).isEqualTo(4);
            assertThat(tally.firstError())
                    .hasValueSatisfying(error -> assertThat(error).contains("503"));
        }
    }

    @Test
    void an_answer_in_chunks_is_as_long_as_its_chunks_together() throws Exception {
        String chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n012\r\n7\r\n3456789\r\n0\r\n\r\n";
        try (SmallServer server = new SmallServer(request -> chunked)) {
            Tally tally = run(server, Load.asFastAsPossible(20, 2));

            assertThat(tally.errors()).isZero();
            assertThat(tally.answers()).isEqualTo(20);
        }
    }

    @Test
    void a_server_that_gives_no_good_answer_at_all_is_not_measured() throws Exception {
        try (SmallServer server = new SmallServer(request -> answer("404 Not Found", ""))) {
            assertThatThrownBy(() -> run(server, Load.asFastAsPossible(1, 1))).hasMessageContaining("404");
        }
    }
}
