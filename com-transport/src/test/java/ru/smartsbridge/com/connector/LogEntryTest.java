package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogEntryTest {
    @Test
    void a_call_that_failed_is_there_twice_with_its_message_type_and_hresult() {
        List<LogEntry> entries = LogEntry.parse(LoggedByTheComponent.NO_SUCH_TABLE);

        assertThat(entries).hasSize(2).allMatch(LogEntry::isError);
        assertThat(entries.get(1).thrown())
                .containsExactly(
                        new LogEntry.Thrown("Таблица с именем 'Нету' не найдена.", "System.Exception", 0x80131500, ""));
        assertThat(entries.get(1).names("Count")).isTrue();
        assertThat(entries.get(1).names("Item")).isFalse();
    }

    @Test
    void an_inner_exception_is_the_innermost_with_its_status() {
        LogEntry entry = LogEntry.parse(LoggedByTheComponent.NO_SUCH_HOST).get(1);

        assertThat(entry.thrown()).hasSize(2);
        assertThat(entry.thrown().get(0).message())
                .startsWith("Невозможно создать удаленное подключение")
                .endsWith("'.");
        assertThat(entry.innermost())
                .isEqualTo(new LogEntry.Thrown(
                        "Error: NameResolutionFailure",
                        "System.Net.WebException",
                        0x80131509,
                        "NameResolutionFailure"));
        assertThat(entry.names("SelectCurrentApp")).isTrue();
    }

    @Test
    void a_message_of_several_lines_is_whole() {
        LogEntry.Thrown thrown =
                LogEntry.parse(LoggedByTheComponent.NO_SUCH_MEMBER).get(0).innermost();

        assertThat(thrown.message())
                .contains("Типы параметров", "0=System.String")
                .doesNotContain("STACK TOP");
        assertThat(thrown.hresult()).isEqualTo(0x80004005);
    }

    @Test
    void a_text_is_no_error() {
        assertThat(LogEntry.parse(LoggedByTheComponent.TEXT_ALONE))
                .singleElement()
                .matches(entry -> !entry.isError());
    }

    @Test
    void dates_of_other_cultures_and_windows_line_ends_are_read() {
        for (String date : List.of("11/23/2026 07:23:19.413", "23-11-2026 7:23:19.413", "2026-11-23 07.23.19,413")) {
            String log = LoggedByTheComponent.NO_SUCH_TABLE.replaceAll("(?m)^[\\d.]{10} [\\d:.]{12}", date);
            assertThat(LogEntry.parse(log.replace("\n", "\r\n")))
                    .as(date)
                    .hasSize(2)
                    .allMatch(entry -> entry.innermost().message().equals("Таблица с именем 'Нету' не найдена."));
        }
    }

    @Test
    void what_is_cut_off_at_its_beginning_is_left_out() {
        String cut = LoggedByTheComponent.NO_SUCH_TABLE.substring(40);

        assertThat(LogEntry.parse(cut)).hasSize(1);
        assertThat(LogEntry.parse("")).isEmpty();
        assertThat(LogEntry.parse("HRESULT:\t1\nкакой-то текст")).isEmpty();
    }

    @Test
    void an_entry_that_is_cut_off_at_its_end_says_what_it_has() {
        LogEntry entry =
                LogEntry.parse("23.11.2026 07:23:19.413 ERROR\nMESSAGE:\tОй").get(0);

        assertThat(entry.innermost()).isEqualTo(new LogEntry.Thrown("Ой", "", 0, ""));
    }
}
