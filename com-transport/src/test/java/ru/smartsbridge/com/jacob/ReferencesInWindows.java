package ru.smartsbridge.com.jacob;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.automation.Reference;

/** Arguments that are handed over by reference, and members that have Cyrillic names alone. */
@ExtendWith(OnApartment.class)
public class ReferencesInWindows {
    private static final Member OPEN = Member.writing("Open", "Подключить");
    private static final Member CLOSE = Member.writing("Close", "Отключить");
    private static final Member ERROR = Member.writing("GetLastError", "ПолучитьОшибку");
    private static final Member BEGIN = Member.of("BeginUploadProducts");

    private static final int CALLS = 20_000;
    private static final int CHARACTERS = 20_000;

    /** What all texts of the calls together take, two bytes for a character. */
    private static final long BYTES = 2L * CALLS * CHARACTERS;

    /** Made where it is used: in the apartment of the test. */
    private static AutomationObject terminal() {
        return OnApartment.automation().create("AddIn.Cl.TerminalConnector");
    }

    private static String reason(AutomationObject terminal, Reference.Form form) {
        Reference description = new Reference(form, "");
        terminal.call(ERROR, description);
        return (String) description.value();
    }

    @Test
    void what_the_component_puts_into_the_place_comes_back() {
        for (Reference.Form form : Reference.Form.values()) {
            try (AutomationObject terminal = terminal()) {
                Reference device = new Reference(form, "");
                assertThat(terminal.call(OPEN, List.of(OnApartment.base()), device))
                        .isEqualTo(true);
                assertThat((String) device.value()).startsWith("MS-");
                assertThat(terminal.call(CLOSE, device.value())).isEqualTo(true);
                assertThat(terminal.call(CLOSE, device.value())).isEqualTo(false);
                assertThat(reason(terminal, form)).isEqualTo("Соединение с базой Mobile SMARTS не установлено.");
            }
        }
    }

    @Test
    void an_array_has_its_elements_in_their_types_and_nothing_stays_nothing() {
        try (AutomationObject terminal = terminal()) {
            Reference device = new Reference(Reference.Form.TEXT, "");
            terminal.call(OPEN, Arrays.asList(OnApartment.base(), null, true, 7), device);
            assertThat((String) device.value()).startsWith("MS-");
            assertThat(terminal.call(OPEN, List.of(List.of("не строка")), device))
                    .isEqualTo(false);
        }
    }

    @Test
    void a_text_of_any_characters_crosses_by_reference() {
        String odd = "нет-такой:10501/\uD83D\uDE00 \u0001 «ё» " + "я".repeat(10_000);
        try (AutomationObject terminal = terminal()) {
            assertThat(terminal.call(OPEN, List.of(odd), new Reference(Reference.Form.TEXT, odd)))
                    .isEqualTo(false);
            assertThat(reason(terminal, Reference.Form.TEXT)).contains(odd);
        }
    }

    @Test
    void a_place_that_should_be_one_and_is_none_is_told_with_its_hresult() {
        try (AutomationObject terminal = terminal()) {
            ComFailure failure = catchThrowableOfType(ComFailure.class, () -> terminal.call(ERROR, "по значению"));
            assertThat(failure.hresult()).as("DISP_E_TYPEMISMATCH").isEqualTo(0x80020005);
            failure = catchThrowableOfType(
                    ComFailure.class, () -> terminal.call(BEGIN, new Reference(Reference.Form.TEXT, "поля")));
            assertThat(failure.hresult()).as("E_FAIL").isEqualTo(0x80004005);
            assertThat(failure.attempted()).isEqualTo("BeginUploadProducts");
        }
    }

    @Test
    void a_value_that_such_a_call_does_not_carry_is_refused_before_it() {
        try (AutomationObject terminal = terminal()) {
            ComFailure failure = catchThrowableOfType(
                    ComFailure.class, () -> terminal.call(OPEN, List.of(1.5), new Reference(Reference.Form.TEXT, "")));
            assertThat(failure.hresult()).isEqualTo(ComFailure.NOT_CARRIED);
            failure = catchThrowableOfType(
                    ComFailure.class, () -> terminal.call(OPEN, List.of("x"), new Reference(Reference.Form.TEXT, 7)));
            assertThat(failure.hresult()).isEqualTo(ComFailure.NOT_CARRIED);
        }
    }

    @Test
    void an_object_that_was_let_go_takes_no_such_call() {
        AutomationObject closed = terminal();
        closed.close();
        ComFailure failure = catchThrowableOfType(
                ComFailure.class, () -> closed.call(ERROR, new Reference(Reference.Form.TEXT, "")));
        assertThat(failure.hresult()).isEqualTo(ComFailure.CLOSED);
    }

    @Test
    void texts_that_come_back_do_not_pile_up() {
        for (Reference.Form form : Reference.Form.values()) {
            try (AutomationObject terminal = terminal()) {
                terminal.call(OPEN, List.of("нет/" + "ф".repeat(CHARACTERS)), new Reference(Reference.Form.TEXT, ""));
                for (int i = 0; i < CALLS / 2; i++) {
                    reason(terminal, form);
                }
                long before = committed();
                for (int i = 0; i < CALLS; i++) {
                    assertThat(reason(terminal, form)).hasSizeGreaterThan(CHARACTERS);
                }
                long grown = committed() - before;
                System.out.printf(
                        "figure: %,d texts by reference (%s), %,d bytes: memory grew by %,d%n",
                        CALLS, form, BYTES, grown);
                // what the JVM and Wine keep to themselves goes up and down by a good part of that
                assertThat(grown).isLessThan(BYTES * 3 / 4);
            }
        }
    }

    /** Of the process, but for the heap, which has its own reasons to grow. */
    private static long committed() {
        long all =
                ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getCommittedVirtualMemorySize();
        return all - ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
