package ru.smartsbridge.com.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class TerminalMembersTest {
    private static BridgeException refused(String member, String signature) {
        BridgeException failure =
                catchThrowableOfType(BridgeException.class, () -> TerminalMembers.of(Map.of(member, signature)));
        assertThat(failure).as("%s: %s", member, signature).isNotNull();
        assertThat(failure.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failure.target()).contains("members");
        assertThat(failure.text().in(Locale.forLanguageTag("ru"))).containsPattern("[а-яё]{3}");
        return failure;
    }

    @Test
    void without_a_word_of_the_configuration_the_table_holds() {
        TerminalMembers members = TerminalMembers.of(Map.of());
        assertThat(members.names()).isEmpty();
        assertThat(members.changed()).isEmpty();
        assertThat(members.signature(TerminalCall.OPEN)).isEqualTo("Подключить(connection, device&)");
        assertThat(members.signature(TerminalCall.GET_LAST_ERROR)).isEqualTo("ПолучитьОшибку(description&)");
    }

    @ParameterizedTest
    @EnumSource
    void what_the_table_prints_can_be_configured_and_changes_nothing(TerminalCall call) {
        TerminalMembers members = TerminalMembers.of(Map.of(call.english(), call.signature()));
        assertThat(members.signature(call)).isEqualTo(call.signature());
        assertThat(members.parameters(call)).isEqualTo(call.parameters());
        assertThat(members.changed()).isEmpty();
    }

    @Test
    void a_name_alone_keeps_the_arguments() {
        TerminalMembers members = TerminalMembers.of(Map.of("EndUploadTable", " ЗавершитьВыгрузкуТаблицы "));
        assertThat(members.names()).containsExactly(Map.entry("EndUploadTable", "ЗавершитьВыгрузкуТаблицы"));
        assertThat(members.signature(TerminalCall.END_UPLOAD_TABLE)).isEqualTo("ЗавершитьВыгрузкуТаблицы()");
        assertThat(members.changed()).containsExactly("EndUploadTable: ЗавершитьВыгрузкуТаблицы()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Open | Подключить(device&variant,connection) | Подключить(device&variant, connection)",
                "Open | Connect( CONNECTION ) | Connect(connection)",
                "Close | Отключить(device&) | Отключить(device&)",
                "GetLastError | ОписаниеОшибки() | ОписаниеОшибки()",
                "BeginUploadTable | Begin(table, fields, overwrite) | Begin(table, fields, overwrite)",
                "BeginUploadProducts | Begin(overwrite, fields) | Begin(overwrite, fields)"
            })
    void arguments_may_stand_in_another_order_by_reference_or_be_left_out(String member, String given, String called) {
        TerminalMembers members = TerminalMembers.of(Map.of(member, given));
        assertThat(members.signature(TerminalCall.of(member).orElseThrow())).isEqualTo(called);
    }

    @Test
    void a_member_that_there_is_none_of_is_refused_with_those_that_there_are() {
        assertThat(refused("GetDocument", "GetDoc")).hasMessageContainingAll("GetDocument", "Open", "EndUploadTable");
        refused("open", "Подключить");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "(connection)", "Подключить(connection", "Подключить(connection) device"})
    void what_is_no_signature_is_refused_with_one_that_is(String signature) {
        assertThat(refused("Open", signature)).hasMessageContaining("Подключить(connection, device&)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Open(connection, port)",
                "Open(connection, connection)",
                "Open(connection, device&&)",
                "Open(connection&)",
                "Open(connection, )",
                "Open(connection, values)"
            })
    void an_argument_that_is_none_of_the_call_is_refused(String signature) {
        assertThat(refused("Open", signature)).hasMessageContaining("argument");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Open | Open(device&) | connection",
                "BeginUploadTable | Begin(fields, table) | overwrite",
                "AddProductToUpload | Add() | values"
            })
    void an_argument_that_the_call_cannot_do_without_is_missed(String member, String signature, String argument) {
        assertThat(refused(member, signature)).hasMessageContaining("'" + argument + "'");
    }
}
