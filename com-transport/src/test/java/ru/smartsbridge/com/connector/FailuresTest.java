package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.ComFailure;

class FailuresTest {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int THROWN = 0x80131604;

    @TempDir
    private Path folder;

    private final AtomicInteger anew = new AtomicInteger();

    @Test
    void the_reason_from_the_log_stands_beside_the_hresult() {
        BridgeException error = failing("Count", THROWN, LoggedByTheComponent.NO_SUCH_TABLE);

        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.getMessage())
                .isEqualTo("The component refused the call Count (0x80131604): Таблица с именем 'Нету' не найдена");
        assertThat(error.text().in(RUSSIAN))
                .isEqualTo("Компонента отклонила вызов Count (0x80131604): Таблица с именем 'Нету' не найдена");
    }

    @Test
    void what_another_call_may_have_written_is_shown_as_probable() {
        assertThat(failing("GetUsers", THROWN, LoggedByTheComponent.NO_SUCH_TABLE)
                        .getMessage())
                .contains("probably", "Таблица с именем 'Нету' не найдена");
    }

    @Test
    void two_reasons_for_one_member_leave_it_open_whose_is_whose() {
        String other = LoggedByTheComponent.NO_SUCH_TABLE.replace("Нету", "Чужая");
        assertThat(failing("Count", THROWN, other + LoggedByTheComponent.NO_SUCH_TABLE)
                        .getMessage())
                .contains("probably", "'Нету'");
    }

    @Test
    void what_was_there_before_the_call_is_no_reason() {
        LoggedByTheComponent.append(log(), LoggedByTheComponent.NO_SUCH_TABLE);

        assertThat(failing("Count", THROWN, "").getMessage())
                .startsWith(
                        "The component refused the call Count (0x80131604). The reason is only in the component's log");
    }

    @Test
    void a_base_that_cannot_be_selected_is_unreachable_and_the_connection_is_to_be_checked() {
        BridgeException error = failing("SelectCurrentApp", THROWN, LoggedByTheComponent.NO_SUCH_HOST);

        assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(error.getMessage())
                .contains("Невозможно создать удаленное подключение", "Error: NameResolutionFailure", "srv:10501/base");
    }

    @Test
    void a_server_whose_name_is_not_found_is_unreachable_at_every_call() {
        assertThat(failing("GetProducts", THROWN, LoggedByTheComponent.NO_SUCH_HOST)
                        .category())
                .isEqualTo(Category.UNREACHABLE);
    }

    @Test
    void a_login_that_is_refused_names_the_user_and_what_to_check() {
        BridgeException error = failing("LoginByToken", THROWN, LoggedByTheComponent.NO_SUCH_TABLE);

        assertThat(error.category()).isEqualTo(Category.UNAUTHENTICATED);
        assertThat(error.getMessage())
                .contains("bridge", "com.login", "com.token")
                .doesNotContain("t0ken");
    }

    @Test
    void a_login_that_did_not_reach_its_server_was_not_refused() {
        assertThat(failing("Login", THROWN, LoggedByTheComponent.NO_SUCH_HOST).category())
                .isEqualTo(Category.UNREACHABLE);
    }

    @Test
    void a_value_is_the_requests_fault_where_the_member_takes_it_and_the_bases_elsewhere() {
        String log = LoggedByTheComponent.NO_SUCH_TABLE.replace("System.Exception", "System.FormatException");

        assertThat(failing("Upload", THROWN, log).category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(failing("GetDocuments", THROWN, log).category()).isEqualTo(Category.BACKEND_FAILED);
    }

    @ParameterizedTest
    @CsvSource({
        "System.InvalidOperationException, CONFLICT",
        "System.ArgumentException, INVALID_REQUEST",
        "System.TimeoutException, TIMED_OUT",
        "System.NotSupportedException, UNSUPPORTED_HERE",
        "System.NullReferenceException, BACKEND_FAILED",
        "System.Exception, BACKEND_FAILED"
    })
    void the_category_of_a_write_comes_from_the_type(String type, Category category) {
        String log = LoggedByTheComponent.NO_SUCH_TABLE.replace("System.Exception", type);

        assertThat(failing("EndUpload", THROWN, log).category()).isEqualTo(category);
    }

    @Test
    void a_licence_is_named_as_what_to_check() {
        assertThat(failing("GetDevices", THROWN, LoggedByTheComponent.LICENCE)
                        .text()
                        .in(RUSSIAN))
                .contains("отсутствует файл с описанием приложения", "Проверьте лицензию");
    }

    @ParameterizedTest
    @CsvSource({
        "80040154, UNREACHABLE, COM.bat",
        "800401F3, UNREACHABLE, never installed",
        "80070005, UNREACHABLE, account",
        "80070002, UNREACHABLE, files",
        "8007007E, UNREACHABLE, files",
        "80004005, BACKEND_FAILED, com.members",
        "800706BA, UNREACHABLE, connects anew",
        "80010108, BACKEND_FAILED, connects anew",
        "8001010E, INTERNAL, 0x8001010E"
    })
    void what_a_person_meets_says_what_to_do(String hresult, Category category, String hint) {
        BridgeException error = failing("GetProducts", Integer.parseUnsignedInt(hresult, 16), "");

        assertThat(error.getMessage()).contains("0x" + hresult, hint);
        assertThat(error.text().in(RUSSIAN)).isNotEqualTo(error.getMessage()).doesNotContain("{");
        assertThat(error.category()).isEqualTo(category);
    }

    @ParameterizedTest
    @CsvSource({
        "SetDocument, 800706BA, BACKEND_FAILED",
        "RemoveDocument, 80070005, BACKEND_FAILED",
        "EndUploadProducts, 80070002, BACKEND_FAILED",
        "Upload, 800706BA, BACKEND_FAILED",
        "SetDocument, 800706BF, UNREACHABLE",
        "BeginUploadProducts, 800706BA, UNREACHABLE",
        "GetDocument, 80070005, UNREACHABLE"
    })
    void what_a_write_came_to_is_left_open_unless_the_call_was_not_made(
            String member, String hresult, Category category) {
        assertThat(failing(member, Integer.parseUnsignedInt(hresult, 16), "").category())
                .isEqualTo(category);
    }

    @Test
    void only_where_the_components_process_is_gone_the_session_is_made_anew() {
        failing("GetProducts", 0x80010108, "");
        failing("GetProducts", 0x800706BA, "");
        assertThat(anew).hasValue(2);

        failing("GetProducts", THROWN, LoggedByTheComponent.NO_SUCH_HOST);
        assertThat(anew).hasValue(2);
    }

    @ParameterizedTest
    @CsvSource({"A0040001", "A0040002", "80040154", "800706BA"})
    void what_the_component_did_not_answer_has_no_reason_in_its_log(String hresult) {
        BridgeException error =
                failing("Count", Integer.parseUnsignedInt(hresult, 16), LoggedByTheComponent.NO_SUCH_TABLE);

        assertThat(error.getMessage()).doesNotContain("Нету");
    }

    @Test
    void a_secret_is_masked_wherever_the_component_writes_it() {
        String log = LoggedByTheComponent.NO_SUCH_TABLE.replace("Нету", "s3cr€t и t0ken");

        BridgeException error = failing("Login", THROWN, log);

        assertThat(error.getMessage()).contains("'*** и ***'").doesNotContain("s3cr€t", "t0ken");
    }

    @Test
    void excepinfo_serves_where_the_log_says_nothing() {
        ComFailure failure = new ComFailure("Name", 0x80020009, "Нет такого", null);

        assertThatThrownBy(() -> failures().explained("x", () -> fail(failure, ""), anew::incrementAndGet))
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("Нет такого")
                .hasCause(failure);
    }

    @Test
    void what_succeeds_is_answered_and_other_errors_pass() {
        IllegalStateException own = new IllegalStateException();

        assertThat(failures().<String>explained("x", () -> "ok", anew::incrementAndGet))
                .isEqualTo("ok");
        assertThatThrownBy(() -> failures()
                        .explained(
                                "x",
                                () -> {
                                    throw own;
                                },
                                anew::incrementAndGet))
                .isSameAs(own);
    }

    private BridgeException failing(String member, int hresult, String logged) {
        ComFailure failure = new ComFailure(member, hresult, null, null);
        return catchThrowableOfType(
                BridgeException.class,
                () -> failures().explained("test", () -> fail(failure, logged), anew::incrementAndGet));
    }

    private Object fail(ComFailure failure, String logged) {
        LoggedByTheComponent.append(log(), logged);
        throw failure;
    }

    private Path log() {
        return folder.resolve("com_23_11_2026_1.log");
    }

    private Failures failures() {
        return new Failures(new ConnectionSettings(
                "srv:10501/base",
                Optional.of("bridge"),
                Optional.of("s3cr€t"),
                Optional.of("t0ken"),
                Optional.of(folder),
                Optional.empty(),
                folder,
                false,
                ZoneId.of("Europe/Moscow")));
    }
}
