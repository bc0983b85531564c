package ru.smartsbridge.com.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.Reference;
import ru.smartsbridge.com.fake.FakeTerminal;

class TerminalSessionTest {
    private static final String CONNECTION = "srv:10501/b1";

    private final FakeTerminal component = new FakeTerminal();

    @AfterEach
    void nothing_stays_held() {
        assertThat(component.open()).as("components that nobody let go of").isZero();
    }

    private TerminalSession open(Map<String, String> members) {
        return TerminalSession.open(component.automation(), TerminalMembers.of(members), CONNECTION);
    }

    private TerminalSession open() {
        return open(Map.of());
    }

    private static ComFailure failure(Runnable call) {
        ComFailure failure = catchThrowableOfType(ComFailure.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        return failure;
    }

    @Test
    void a_session_connects_with_the_connection_string_in_an_array_and_ends_with_the_device_that_it_was_given() {
        component.instead.put("Open", arguments -> {
            assertThat(arguments[0]).isEqualTo(List.of(CONNECTION));
            assertThat(((Reference) arguments[1]).form()).isEqualTo(Reference.Form.TEXT);
            ((Reference) arguments[1]).put("касса-7");
            return true;
        });
        component.instead.put("Close", arguments -> {
            assertThat(arguments).containsExactly("касса-7");
            return true;
        });
        open().close();
        assertThat(component.calls).startsWith("new AddIn.Cl.TerminalConnector").contains("Open", "Close");
    }

    @Test
    void a_base_tells_its_id_and_the_version_of_the_component() {
        try (TerminalSession session = open()) {
            assertThat(session.baseInfo().id()).isEqualTo("b1");
            assertThat(session.baseInfo().properties().text("comment")).isEqualTo("TerminalConnector 2.6.0.1");
            assertThat(session.baseInfo().version()).isNull();
        }
    }

    @Test
    void a_component_that_has_no_member_for_its_version_serves_all_the_same() {
        component.instead.put("GetVersion", arguments -> {
            throw new ComFailure("GetVersion", 0x80020006, null, null);
        });
        try (TerminalSession session = open()) {
            assertThat(session.readBaseInfo().properties().text("comment")).isNull();
        }
        assertThat(component.calls).doesNotContain("GetLastError");
    }

    @Test
    void what_is_answered_with_false_has_failed_for_the_reason_that_the_component_tells() {
        component.fails("Open", "Сервер не найден");
        ComFailure failure = failure(this::open);
        assertThat(failure.attempted()).isEqualTo("Open");
        assertThat(failure.hresult()).isEqualTo(ComFailure.ANSWERED_FALSE);
        assertThat(failure.description()).contains("Сервер не найден");
    }

    @Test
    void a_refused_call_keeps_its_hresult_and_gets_the_reason_too() {
        try (TerminalSession session = open()) {
            component.refuses("EndUploadTable", 0x80131604);
            ComFailure failure = failure(session::endTable);
            assertThat(failure.hresult()).isEqualTo(0x80131604);
            assertThat(failure.description()).contains("причина EndUploadTable");
        }
    }

    @Test
    void a_component_that_does_not_tell_the_reason_has_failed_all_the_same() {
        try (TerminalSession session = open()) {
            component.fails("EndUploadTable", "");
            assertThat(failure(session::endTable).description()).isEmpty();
            component.refuses("GetLastError", 0x80131604);
            ComFailure failure = failure(session::endTable);
            assertThat(failure.attempted()).isEqualTo("EndUploadTable");
            assertThat(failure.hresult()).isEqualTo(ComFailure.ANSWERED_FALSE);
        }
    }

    @Test
    void a_component_whose_process_is_gone_is_asked_nothing_more() {
        TerminalSession session = open();
        component.refuses("EndUploadTable", 0x800706BA);
        component.refuses("Close", 0x800706BA);
        assertThat(failure(session::endTable).sessionGone()).isTrue();
        session.close();
        assertThat(component.calls).doesNotContain("GetLastError");
    }

    @Test
    void a_reason_may_also_be_what_the_member_itself_answers() {
        try (TerminalSession session = open(Map.of("GetLastError", "ОписаниеОшибки()"))) {
            component.fails("EndUploadProducts", "Нет прав");
            assertThat(failure(session::endProducts).description()).contains("Нет прав");
        }
    }

    @Test
    void arguments_go_in_the_order_that_the_configuration_has() {
        try (TerminalSession session = open(Map.of(
                "BeginUploadTable", "Begin(table, overwrite, fields)",
                "BeginUploadProducts", "Begin(overwrite, fields)"))) {
            List<List<Object>> begun = new java.util.ArrayList<>();
            component.instead.put("BeginUploadTable", arguments -> begun.add(Arrays.asList(arguments)));
            component.instead.put("BeginUploadProducts", arguments -> begun.add(Arrays.asList(arguments)));
            session.beginTable(List.of("Цена"), "Цены", true);
            session.beginProducts(List.of("Product.Id"), false, true);
            assertThat(begun)
                    .containsExactly(List.of("Цены", true, List.of("Цена")), List.of(false, List.of("Product.Id")));
        }
    }

    @Test
    void a_connection_that_is_made_anew_is_ended_first() {
        try (TerminalSession session = open()) {
            component.calls.clear();
            session.reconnect();
            assertThat(component.calls).containsExactly("Close", "Open");
            assertThat(component.isConnected()).isTrue();
        }
        assertThat(component.isConnected()).isFalse();
    }

    @Test
    void an_end_that_the_component_refuses_lets_go_of_it_all_the_same() {
        TerminalSession session = open();
        component.fails("Close", "занято");
        session.close();
        assertThat(component.calls).endsWith("Close", "GetLastError");
    }
}
