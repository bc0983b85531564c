package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.com.connector.ForeignLog;

/** What a client is told where the component hangs back, refuses or throws; and that the base serves on. */
class FaultsInWindows {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration DELAY = Duration.ofSeconds(15);

    @TempDir
    private Path state;

    private StandIn standIn;
    private BridgedBase base;

    @BeforeEach
    void open() {
        standIn = new StandIn();
        base = BridgedBase.open(state, Map.of("timeout", TIMEOUT, "end-timeout", TIMEOUT));
    }

    @AfterEach
    void leave() {
        standIn.obey();
        base.close();
        standIn.close();
    }

    private BridgeException failure(Doing doing, String fault) {
        standIn.order(doing.member() + " " + fault);
        return failure(doing);
    }

    private BridgeException failure(Doing doing) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, () -> doing.with(base));
        standIn.obey();
        assertThat(failure).as("failure of %s", doing).isNotNull();
        assertThat(failure.text().in(RUSSIAN)).containsPattern("[а-яё]{3}").isNotEqualTo(failure.getMessage());
        return failure;
    }

    private void serves() {
        assertThat(base.list(EntitySet.WAREHOUSES)).isNotEmpty();
        assertThatCode(() -> Doing.WRITING_A_DOCUMENT.with(base)).doesNotThrowAnyException();
        assertThatCode(() -> Doing.UPLOADING.with(base)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @EnumSource
    void a_call_that_hangs_back_is_given_up_in_time_and_the_base_serves_on(Doing doing) {
        base.connected();
        long begin = System.nanoTime();
        BridgeException failure = failure(doing, "delay " + DELAY.toMillis());
        Duration took = Duration.ofNanos(System.nanoTime() - begin);

        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(Category.TIMED_OUT);
        assertThat(took).isBetween(TIMEOUT, TIMEOUT.plusSeconds(5));
        assertThat(failure.getMessage()).contains("in time");
        assertThat(base.transport().trouble()).isPresent();
        serves();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("served before the call came back")
                .isLessThan(DELAY);
    }

    @ParameterizedTest
    @CsvSource({
        "0x80040154, UNREACHABLE, COM.bat, COM.bat",
        "0x800401F3, UNREACHABLE, never installed, не установлена",
        "0x80070005, UNREACHABLE, has no right, прав",
        "0x8007007E, UNREACHABLE, missing or incomplete, файл",
        "0x800706BA, UNREACHABLE, connects anew, заново",
        "0x80131604, UNREACHABLE, com.connection, com.connection"
    })
    void an_hresult_at_connecting_is_told_with_what_to_do(
            String hresult, Category category, String english, String russian) {
        standIn.order(
                hresult.equals("0x80131604")
                        ? "StorageConnector.SelectCurrentApp hresult " + hresult
                        : "StorageConnector.new hresult " + hresult);
        assertTold(failure(Doing.READING_ONE), hresult, category, english, russian);
    }

    @ParameterizedTest
    @CsvSource({
        "0x800706BA, UNREACHABLE, connects anew, заново",
        "0x800706BF, UNREACHABLE, connects anew, заново",
        "0x800706BE, BACKEND_FAILED, connects anew, заново",
        "0x80010108, BACKEND_FAILED, connects anew, заново",
        "0x80131604, BACKEND_FAILED, log, журнал",
        "0x80004005, BACKEND_FAILED, com.members, com.members",
        "0x80020003, BACKEND_FAILED, com.members, com.members",
        "0x8000FFFF, BACKEND_FAILED, component, омпонент"
    })
    void an_hresult_of_any_call_is_told_with_what_to_do(
            String hresult, Category category, String english, String russian) {
        base.connected();
        for (Doing doing : new Doing[] {Doing.READING_ONE, Doing.READING_ALL}) {
            assertTold(failure(doing, "hresult " + hresult), hresult, category, english, russian);
        }
        // only where the call was not made is it known of a write that nothing has happened
        Category ofWrite = hresult.equals("0x800706BF") ? category : Category.BACKEND_FAILED;
        assertTold(failure(Doing.WRITING_A_DOCUMENT, "hresult " + hresult), hresult, ofWrite, english, russian);
        for (Doing doing : new Doing[] {Doing.UPLOADING, Doing.ENDING_AN_UPLOAD}) {
            // between Begin and End the component has been asked for something, whatever the call itself came to
            assertTold(failure(doing, "hresult " + hresult), hresult, Category.BACKEND_FAILED, english, russian);
        }
        serves();
    }

    private static void assertTold(
            BridgeException failure, String hresult, Category category, String english, String russian) {
        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
        assertThat(failure.getMessage()).contains(hresult, english);
        assertThat(failure.text().in(RUSSIAN)).contains(hresult, russian);
    }

    @ParameterizedTest
    @EnumSource
    void the_reason_of_an_exception_is_taken_from_the_components_log(Doing doing) {
        base.connected();
        BridgeException failure = failure(doing, "exception Нет места на диске «Д»: 0 байт");

        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(failure.getMessage())
                .contains(doing.call(), "0x80131604", "Нет места на диске «Д»: 0 байт")
                .doesNotContain("probably");
        assertThat(failure.text().in(RUSSIAN))
                .contains("Нет места на диске «Д»")
                .doesNotContain("вероятн");
        serves();
    }

    @Test
    void an_exception_at_connecting_tells_its_reason_and_the_next_call_connects() {
        standIn.order("StorageConnector.SelectCurrentApp exception Сервер баз не отвечает");
        BridgeException failure = failure(Doing.READING_ONE);

        assertThat(failure.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(failure.getMessage()).contains("Сервер баз не отвечает", "com.connection");
        base.close();
        base = BridgedBase.open(state).connected();
        serves();
    }

    @Test
    void what_another_process_may_have_logged_is_shown_as_probable() {
        base.connected();
        standIn.order(
                "StorageConnector.BeginUploadProducts delay 1000",
                "StorageConnector.EndUploadProducts hresult 0x80131604");
        try (ForeignLog foreign = ForeignLog.afterCall(
                BridgedBase.logs(),
                () -> standIn.callsOf("StorageConnector.BeginUploadProducts"),
                "Кончилась лицензия соседа")) {
            BridgeException failure = failure(Doing.ENDING_AN_UPLOAD);

            assertThat(foreign.isWritten()).isTrue();
            assertThat(failure.getMessage()).contains("probably", "Кончилась лицензия соседа");
            assertThat(failure.text().in(RUSSIAN)).contains("вероятн", "Кончилась лицензия соседа");
        }
    }

    @Test
    void no_secret_of_the_configuration_is_told_even_where_the_component_tells_it() {
        base.close();
        base = BridgedBase.open(state, Map.of("login", "мост", "password", "па$$-слово", "token", "то-кен-7"));
        base.connected();
        BridgeException failure =
                failure(Doing.READING_ONE, "exception Вход мост с паролем па$$-слово и токеном то-кен-7 отклонён");

        for (String told : new String[] {
            failure.getMessage(), failure.text().in(RUSSIAN), base.transport().description()
        }) {
            assertThat(told).doesNotContain("па$$-слово", "то-кен-7");
        }
        assertThat(failure.getMessage()).contains("Вход мост с паролем *** и токеном *** отклонён");
    }
}
