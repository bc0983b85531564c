package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;

import com.jacob.com.ComFailException;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.com.automation.ComFailure;

/** JACOB's messages as they were seen, taken apart. */
class FailuresTest {
    @Test
    void what_the_component_said_is_taken_from_among_jacobs_lines() {
        ComFailure failure = Failures.of(
                "SetDocument",
                new ComFailException(
                        0x80131500, "Invoke of: 4\nSource: Cleverence\nDescription: Таблица не найдена\r\nвовсе\n\n"));
        assertThat(failure.hresult()).isEqualTo(0x80131500);
        assertThat(failure.attempted()).isEqualTo("SetDocument");
        assertThat(failure.description()).contains("Таблица не найдена\r\nвовсе");
    }

    @Test
    void windows_own_sentence_for_a_code_is_nothing_that_the_component_said() {
        ComFailure failure = Failures.of(
                "GetDocuments",
                new ComFailException(
                        0x80131604,
                        "A COM exception has been encountered:\nAt Invoke of: 5\n"
                                + "Description: 80131604 / An unknown COM error has occured."));
        assertThat(failure.hresult()).isEqualTo(0x80131604);
        assertThat(failure.description()).isEmpty();
    }

    @Test
    void an_empty_description_is_none() {
        assertThat(Failures.of("Add", new ComFailException(0x80004005, "Invoke of: 1\nSource: \nDescription: \n\n"))
                        .description())
                .isEmpty();
        assertThat(Failures.of("Add", new ComFailException(0x80004005)).description())
                .isEmpty();
    }

    @Test
    void what_jacob_itself_cannot_carry_is_a_failure_of_ours() {
        ComFailure failure = Failures.of("Price", new IllegalStateException("Can't pass in null Dispatch object"));
        assertThat(failure.hresult()).isEqualTo(ComFailure.NOT_CARRIED);
        assertThat(failure.description()).contains("Can't pass in null Dispatch object");
    }
}
