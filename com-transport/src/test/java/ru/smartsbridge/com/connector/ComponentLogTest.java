package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.com.connector.LoggedByTheComponent.NO_SUCH_HOST;
import static ru.smartsbridge.com.connector.LoggedByTheComponent.NO_SUCH_TABLE;
import static ru.smartsbridge.com.connector.LoggedByTheComponent.append;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComponentLogTest {
    @TempDir
    private Path folder;

    @Test
    void only_what_is_appended_after_the_mark_is_read() {
        append(folder.resolve("com_23_11_2026_1.log"), NO_SUCH_HOST);
        ComponentLog log = new ComponentLog(folder);

        ComponentLog.Mark mark = log.mark();
        assertThat(log.since(mark)).isEmpty();

        append(folder.resolve("com_23_11_2026_1.log"), NO_SUCH_TABLE);
        assertThat(log.since(mark)).hasSize(2).allMatch(entry -> entry.names("Count"));
    }

    @Test
    void the_newest_part_is_found_by_date_and_by_number_not_by_name() {
        append(folder.resolve("com_31_12_2025_7.log"), NO_SUCH_HOST);
        append(folder.resolve("com_01_01_2026_9.log"), NO_SUCH_HOST);
        append(folder.resolve("com_01_01_2026_10.log"), "");
        append(folder.resolve("com_x.log"), NO_SUCH_HOST);
        append(folder.resolve("server_01_01_2027_1.log"), NO_SUCH_HOST);
        ComponentLog log = new ComponentLog(folder);
        ComponentLog.Mark mark = log.mark();

        append(folder.resolve("com_01_01_2026_10.log"), NO_SUCH_TABLE);

        assertThat(log.since(mark)).hasSize(2);
    }

    @Test
    void a_part_that_is_begun_during_the_call_belongs_to_it() {
        append(folder.resolve("com_31_12_2025_1.log"), NO_SUCH_HOST);
        ComponentLog log = new ComponentLog(folder);
        ComponentLog.Mark mark = log.mark();

        append(folder.resolve("com_31_12_2025_1.log"), NO_SUCH_TABLE);
        append(folder.resolve("com_31_12_2025_2.log"), NO_SUCH_TABLE);
        append(folder.resolve("com_01_01_2026_1.log"), NO_SUCH_TABLE);

        assertThat(log.since(mark)).hasSize(6);
        assertThat(log.mark().file().path()).isEqualTo(folder.resolve("com_01_01_2026_1.log"));
    }

    @Test
    void a_log_that_begins_during_the_call_belongs_to_it() {
        ComponentLog log = new ComponentLog(folder.resolve("Logs"));
        ComponentLog.Mark mark = log.mark();
        assertThat(log.since(mark)).isEmpty();

        assertThat(folder.resolve("Logs").toFile().mkdir()).isTrue();
        append(folder.resolve("Logs").resolve("com_31_12_2025_1.log"), NO_SUCH_TABLE);

        assertThat(log.since(mark)).hasSize(2);
    }

    @Test
    void a_part_that_was_deleted_or_begun_anew_is_read_from_its_beginning() throws IOException {
        Path part = folder.resolve("com_31_12_2025_1.log");
        append(part, NO_SUCH_HOST);
        ComponentLog log = new ComponentLog(folder);
        ComponentLog.Mark mark = log.mark();

        Files.delete(part);
        append(part, NO_SUCH_TABLE);
        assertThat(log.since(mark)).hasSize(2);

        Files.delete(part);
        assertThat(log.mark().file()).isNull();
        assertThat(log.since(mark)).isEmpty();
    }

    @Test
    void where_the_newest_part_was_removed_the_older_ones_do_not_count_as_new() throws IOException {
        append(folder.resolve("com_30_12_2025_1.log"), NO_SUCH_HOST);
        Path newest = folder.resolve("com_31_12_2025_1.log");
        append(newest, NO_SUCH_HOST);
        ComponentLog log = new ComponentLog(folder);
        log.mark();

        Files.delete(newest);
        ComponentLog.Mark mark = log.mark();
        assertThat(log.since(mark)).isEmpty();

        append(folder.resolve("com_30_12_2025_1.log"), NO_SUCH_TABLE);
        assertThat(log.since(mark)).hasSize(2);
    }

    @Test
    void of_a_long_log_the_end_is_read_and_no_more() {
        Path part = folder.resolve("com_31_12_2025_1.log");
        ComponentLog log = new ComponentLog(folder);
        ComponentLog.Mark mark = log.mark();
        append(part, NO_SUCH_HOST.repeat(100));
        append(part, NO_SUCH_TABLE);

        var entries = log.since(mark);

        int bytes = entries.stream()
                .mapToInt(entry -> entry.text().getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
                .sum();
        assertThat(bytes).isBetween(ComponentLog.MOST / 2, ComponentLog.MOST);
        assertThat(entries.get(entries.size() - 1).names("Count")).isTrue();
    }
}
