package ru.smartsbridge.server.workers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.value.Properties;

/** What goes between a server and its worker by the standard streams. */
class WorkerOrderTest {
    @Test
    void an_order_comes_as_it_was_given_and_nothing_behind_it_is_read() throws IOException {
        Properties base = Properties.builder()
                .put("base", "main")
                .put(
                        "section",
                        Properties.builder().put("password", "тайна\n\"").build())
                .build();
        WorkerOrder order = WorkerOrder.of(base);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        order.write(out);
        out.write('x');
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(WorkerOrder.read(in)).isEqualTo(order);
        assertThat(in.read()).isEqualTo('x');
        assertThat(order.toString()).doesNotContain("тайна").doesNotContain(order.token());
        assertThat(WorkerOrder.of(base).token()).isNotEqualTo(order.token());
    }

    @Test
    void one_that_breaks_off_is_none() {
        assertThatThrownBy(() -> WorkerOrder.read(new ByteArrayInputStream("{\"token\":\"a".getBytes())))
                .isInstanceOf(IOException.class);
    }

    @Test
    void lines_are_read_as_they_were_written_and_what_others_print_is_none() {
        for (WorkerLine line : new WorkerLine[] {
            new WorkerLine.Ready(12345), new WorkerLine.Begun(77), new WorkerLine.Failed("нет, никак")
        }) {
            assertThat(WorkerLine.parse(line.toString())).contains(line);
        }
        assertThat(WorkerLine.parse("OpenJDK warning: something")).isEmpty();
        assertThat(WorkerLine.parse("ready soon")).isEmpty();
        assertThat(WorkerLine.parse("")).isEmpty();
    }
}
