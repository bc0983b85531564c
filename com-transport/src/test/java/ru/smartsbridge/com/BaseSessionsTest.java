package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.fake.BaseTests;

/** The version rule, held at the opening of a session. */
class BaseSessionsTest extends BaseTests {
    private final Map<String, Object> values = new HashMap<>(Map.of("connection", "srv:10501/b1"));

    private ComSession open() {
        ComSettings settings = ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, folder, values));
        return new BaseSessions<ComSession>(() -> session, new Failures(settings.connection()), settings).open();
    }

    private void isOf(String product, String version) {
        session.info = new BaseInfo(Properties.builder()
                .put("appName", product)
                .put("configurationVersion", version)
                .build());
    }

    private int connectors() {
        return base.open();
    }

    @Test
    void a_version_that_the_vendor_supports_com_on_is_served() {
        isOf("Склад 15", "1.3.0.999");
        assertThat(open()).isSameAs(session);
        assertThat(connectors()).isEqualTo(1);
    }

    @Test
    void a_version_that_the_vendor_does_not_support_com_on_is_refused_and_nothing_stays_open() {
        isOf("Склад 15", "1.3.1");
        assertThat(failsWith(Category.UNSUPPORTED_HERE, this::open))
                .hasMessageContaining("Склад 15")
                .hasMessageContaining("1.3.1");
        assertThat(connectors()).isZero();
    }

    @Test
    void a_migration_test_may_have_it_all_the_same() {
        isOf("Склад 15", "2.0");
        values.put("allow-unsupported", true);
        assertThat(open()).isSameAs(session);
    }

    @Test
    void another_product_and_a_version_that_cannot_be_read_are_let_through() {
        isOf("Магазин 15", "9.0");
        assertThat(open()).isSameAs(session);
        isOf("Склад 15", "не прочитана");
        assertThat(open()).isSameAs(session);
        session.info = new BaseInfo(Properties.EMPTY);
        assertThat(open()).isSameAs(session);
    }

    @Test
    void a_base_that_cannot_say_what_it_is_is_not_left_open() {
        session.info = new BaseInfo(
                Properties.builder().put("appName", Properties.EMPTY).build());
        failsWith(Category.BACKEND_FAILED, this::open);
        assertThat(connectors()).isZero();
    }

    @Test
    void a_component_that_refuses_the_opening_is_explained() {
        ComSettings settings = ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, folder, values));
        BaseSessions<ComSession> sessions = new BaseSessions<>(
                () -> {
                    throw new ComFailure("Cleverence.Warehouse.StorageConnector", 0x80040154, null, null);
                },
                new Failures(settings.connection()),
                settings);
        assertThat(failsWith(Category.UNREACHABLE, sessions::open)).hasMessageContaining("COM.bat");
    }

    @Test
    void whatever_the_component_says_at_the_opening_a_call_that_waited_for_it_has_not_begun() {
        ComSettings settings = ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, folder, values));
        BaseSessions<ComSession> sessions = new BaseSessions<>(
                () -> {
                    throw new ComFailure("GetEnvironment", 0x80131604, null, null);
                },
                new Failures(settings.connection()),
                settings);
        assertThat(failsWith(Category.UNREACHABLE, sessions::open)).hasMessageContaining("GetEnvironment");
    }

    @Test
    void a_session_that_is_ended_lets_go_of_its_connector() {
        ComSettings settings = ComSettings.of(new BaseSettings("main", ZoneOffset.UTC, folder, values));
        new BaseSessions<ComSession>(() -> session, new Failures(settings.connection()), settings).close(session);
        assertThat(connectors()).isZero();
    }
}
