package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;

/** Bases that ask who comes, bases of other versions, and bases that are not there. */
class LoginInWindows {
    static final String LOGIN = "мост";
    static final String PASSWORD = "па$$-слово";
    static final String TOKEN = "то-кен-7";

    /** Bases beside the first one, by what their {@code app.txt} says. */
    static final String NEW_VERSION = "00000000-0000-4000-8000-000000000131";

    static final String NO_VERSION = "00000000-0000-4000-8000-000000000000";
    static final String OTHER_PRODUCT = "00000000-0000-4000-8000-00000000000a";

    private static final String WRONG = "чужое-слово";
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    @TempDir
    private Path state;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level usual = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void no_secret_was_logged() {
        root.setLevel(usual);
        root.detachAppender(log);
        assertThat(logged()).isNotEmpty().doesNotContain(PASSWORD, TOKEN, WRONG);
    }

    private String logged() {
        return List.copyOf(log.list).stream()
                .map(event -> event.getFormattedMessage() + "\n"
                        + (event.getThrowableProxy() == null
                                ? ""
                                : ThrowableProxyUtil.asString(event.getThrowableProxy())))
                .collect(Collectors.joining("\n"));
    }

    private void isServed(Map<String, Object> com) {
        try (BridgedBase base = BridgedBase.open(state, com)) {
            assertThat(base.list(EntitySet.WAREHOUSES)).isNotEmpty();
            assertThat(base.transport().description()).doesNotContain(PASSWORD, TOKEN);
        }
    }

    private BridgeException refusal(Map<String, Object> com) {
        try (BridgedBase base = BridgedBase.open(state, com)) {
            BridgeException refused =
                    catchThrowableOfType(BridgeException.class, () -> base.list(EntitySet.WAREHOUSES));
            assertThat(refused).isNotNull();
            for (String told : new String[] {
                refused.getMessage(),
                refused.text().in(RUSSIAN),
                base.transport().description()
            }) {
                assertThat(told).doesNotContain(PASSWORD, TOKEN, WRONG);
            }
            assertThat(refused.text().in(RUSSIAN)).containsPattern("[а-яё]{3}").isNotEqualTo(refused.getMessage());
            return refused;
        }
    }

    @Test
    void an_account_of_the_base_logs_in_with_its_password() {
        isServed(Map.of("login", LOGIN, "password", PASSWORD));
    }

    @Test
    void an_account_of_the_base_logs_in_with_its_token() {
        isServed(Map.of("login", LOGIN, "token", TOKEN));
    }

    @Test
    void it_logs_in_again_whenever_the_connector_is_made_anew() {
        try (BridgedBase base =
                BridgedBase.open(state, Map.of("login", LOGIN, "password", PASSWORD, "recycle-calls", 1L))) {
            for (int i = 0; i < 3; i++) {
                assertThat(base.list(EntitySet.WAREHOUSES)).isNotEmpty();
            }
            Doing.UPLOADING.with(base);
        }
    }

    @Test
    void a_wrong_password_is_told_with_what_to_do() {
        BridgeException refused = refusal(Map.of("login", LOGIN, "password", WRONG));
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNAUTHENTICATED);
        assertThat(refused.getMessage()).contains(LOGIN, "com.password");
    }

    @Test
    void a_wrong_token_is_told_with_what_to_do() {
        BridgeException refused = refusal(Map.of("login", LOGIN, "token", WRONG));
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNAUTHENTICATED);
        assertThat(refused.getMessage()).contains(LOGIN, "com.token");
    }

    @Test
    void a_base_that_asks_who_comes_is_not_entered_without_an_answer() {
        BridgeException refused = refusal(Map.of());
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNAUTHENTICATED);
        assertThat(refused.getMessage()).contains("com.login", "com.password", "com.token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ms-server:10501/", "http://ms-server:10501/"})
    void a_base_is_reached_by_the_address_of_its_server_as_well(String server) {
        String connection = server + System.getenv("BASE_ID");
        isServed(Map.of("connection", connection, "login", LOGIN, "password", PASSWORD));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-4000-8000-00000000dead",
                "ms-server:10501/00000000-0000-4000-8000-00000000dead",
                "ms-server",
                "C:\\bases\\one"
            })
    void a_base_that_is_not_there_is_told_with_its_connection(String connection) {
        BridgeException refused = refusal(Map.of("connection", connection, "login", LOGIN, "password", PASSWORD));
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNREACHABLE);
        assertThat(refused.getMessage()).contains(connection, "com.connection");
    }

    @Test
    void a_version_that_the_vendor_does_not_support_com_on_is_refused_unless_that_is_allowed() {
        BridgeException refused = refusal(Map.of("connection", NEW_VERSION));
        assertThat(refused.category()).as(refused.getMessage()).isEqualTo(Category.UNSUPPORTED_HERE);
        assertThat(refused.getMessage()).contains("1.3.1");
        isServed(Map.of("connection", NEW_VERSION, "allow-unsupported", true));
    }

    @Test
    void a_version_that_cannot_be_read_is_served_with_a_warning() {
        isServed(Map.of("connection", NO_VERSION));
        assertThat(warnings()).contains("Склад 15");
    }

    @Test
    void another_product_is_served_with_a_warning() {
        isServed(Map.of("connection", OTHER_PRODUCT));
        assertThat(warnings()).contains("Учёт");
    }

    private String warnings() {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .collect(Collectors.joining("\n"));
    }
}
