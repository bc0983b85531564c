package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.com.automation.ComFailure;
import ru.smartsbridge.com.automation.ScriptedObject;

class SessionTest {
    @TempDir
    private Path state;

    private final ScriptedComponent component = new ScriptedComponent();
    private final Map<String, Object> values = new HashMap<>(Map.of("connection", "srv:10501/b1"));
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void a_session_knows_its_base() {
        try (ComSession session = opener().open(component)) {
            assertThat(session.schema().documentTypes()).hasSize(1);
            assertThat(session.baseInfo().name()).isEqualTo("База");
            assertThat(session.connector().needAuthenticate()).isFalse();
        }
    }

    @Test
    void every_class_is_called_once_before_a_base_is_selected() {
        opener().open(component).close();

        assertThat(component.calls.subList(0, 2)).containsExactly("create StorageConnector", "get CurrentAppId");
        int selected = component.calls.indexOf("SelectCurrentApp");
        assertThat(component.calls.indexOf("create ProductCollection")).isBetween(2, selected);
        assertThat(component.calls.indexOf("create Document")).isBetween(2, selected);
        assertThat(component.calls).contains("GetTableAccessor", "GetCellsAccesor");
    }

    @Test
    void a_base_that_asks_for_a_login_gets_the_token_before_the_password() {
        component.login = "bridge/t0ken";
        values.putAll(Map.of("login", "bridge", "password", "wrong", "token", "t0ken"));

        opener().open(component).close();

        assertThat(component.calls).contains("LoginByToken").doesNotContain("Login");
    }

    @Test
    void a_base_that_asks_for_a_login_gets_the_password_where_there_is_no_token() {
        component.login = "bridge/s3cret";
        values.putAll(Map.of("login", "bridge", "password", "s3cret"));

        opener().open(component).close();

        assertThat(component.calls).contains("Login");
    }

    @Test
    void a_login_that_is_missing_says_what_to_configure() {
        component.login = "bridge/s3cret";

        BridgeException error = catchThrowableOfType(BridgeException.class, () -> opener().open(component));

        assertThat(error.category()).isEqualTo(Category.UNAUTHENTICATED);
        assertThat(error.getMessage()).contains("com.login", "com.password");
        assertThat(component.connectors).allMatch(ScriptedObject::isClosed);
    }

    @Test
    void a_login_that_is_refused_leaves_no_connector_behind() {
        component.login = "bridge/s3cret";
        values.putAll(Map.of("login", "bridge", "password", "fals3"));

        ComFailure refused = catchThrowableOfType(ComFailure.class, () -> opener().open(component));

        assertThat(refused.attempted()).isEqualTo("Login");
        assertThat(refused.getMessage()).doesNotContain("fals3");
        assertThat(component.connectors).allMatch(ScriptedObject::isClosed);
    }

    @Test
    void a_base_in_folder_mode_asks_nobody() {
        component.folderMode = true;
        values.putAll(Map.of("login", "bridge", "password", "s3cret"));

        opener().open(component).close();

        assertThat(component.calls).doesNotContain("Login", "LoginByToken");
    }

    @Test
    void a_password_without_a_login_is_refused_before_anything_is_called() {
        values.put("password", "s3cret");

        assertThatThrownBy(this::opener)
                .isInstanceOf(BridgeException.class)
                .hasMessageContaining("main")
                .hasMessageNotContaining("s3cret");
        assertThat(component.calls).isEmpty();
    }

    @Test
    void a_session_made_anew_keeps_the_schema_for_a_while_and_the_ways_for_good() {
        SessionOpener opener = opener();
        opener.open(component).close();

        component.calls.clear();
        now = now.plus(SessionOpener.SCHEMA_AGE).minusSeconds(1);
        opener.open(component).close();
        assertThat(component.calls).doesNotContain("GetEnvironment", "FromXml", "ToXmlFile");

        now = now.plus(Duration.ofSeconds(1));
        opener.open(component).close();
        assertThat(component.calls).contains("GetEnvironment").doesNotContain("FromXml", "ToXmlFile");
    }

    @Test
    void the_schema_is_asked_anew_on_demand() {
        try (ComSession session = opener().open(component)) {
            component.environment = component.environment.replace("Приход", "Расход");

            assertThat(session.readSchema().documentTypes().get(0).name()).isEqualTo("Расход");
            assertThat(session.schema().documentTypes().get(0).name()).isEqualTo("Расход");
        }
    }

    @Test
    void a_new_connector_takes_the_place_of_the_present_one() {
        try (ComSession session = opener().open(component)) {
            StorageConnector before = session.connector();
            session.renew();

            assertThat(session.connector()).isNotSameAs(before);
            assertThat(component.connectors)
                    .extracting(ScriptedObject::isClosed)
                    .containsExactly(true, false);
        }
        assertThat(component.connectors).allMatch(ScriptedObject::isClosed);
        assertThat(component.calls)
                .as("it would take the tables from every other connector")
                .doesNotContain("Disconnect");
    }

    @Test
    void the_present_connector_stays_where_no_new_one_is_to_be_had() {
        try (ComSession session = opener().open(component)) {
            StorageConnector before = session.connector();
            component.more = connector -> connector.failing("SelectCurrentApp", ScriptedObject.THROWN);

            assertThatThrownBy(session::renew).isInstanceOf(ComFailure.class);

            assertThat(session.connector()).isSameAs(before);
            assertThat(component.connectors)
                    .extracting(ScriptedObject::isClosed)
                    .containsExactly(false, true);
        }
    }

    @Test
    void a_base_that_cannot_be_selected_leaves_no_connector_behind() {
        component.more = connector -> connector.failing("SelectCurrentApp", ScriptedObject.THROWN);

        assertThatThrownBy(() -> opener().open(component)).isInstanceOf(ComFailure.class);
        assertThat(component.connectors).hasSize(1).allMatch(ScriptedObject::isClosed);
    }

    @Test
    void a_version_is_read_by_its_text() {
        ScriptedObject version = new ScriptedObject().on("ToString", arguments -> "1.2.9.7");
        component.description = new ScriptedObject().with("AppName", "Склад 15").with("AppVersion", version);

        try (ComSession session = opener().open(component)) {
            assertThat(session.baseInfo().product()).isEqualTo("Склад 15");
            assertThat(session.baseInfo().version()).isEqualTo("1.2.9.7");
        }
        assertThat(version.isClosed()).isTrue();
    }

    @Test
    void a_version_that_cannot_be_read_stays_absent() {
        for (ScriptedObject odd : new ScriptedObject[] {
            new ScriptedObject(), new ScriptedObject().on("ToString", arguments -> "System.Version")
        }) {
            component.description =
                    new ScriptedObject().with("AppName", "Склад 15").with("AppVersion", odd);
            try (ComSession session = opener().open(component)) {
                assertThat(session.baseInfo().version()).isNull();
            }
        }
    }

    @Test
    void a_base_without_a_description_still_tells_its_product() {
        try (ComSession session = opener().open(component)) {
            assertThat(session.baseInfo().product()).isEqualTo("Склад 15");
            assertThat(session.baseInfo().version()).isNull();
        }
    }

    @Test
    void files_of_the_exchange_folder_have_names_of_their_own() throws IOException {
        Path folder = Files.createDirectory(state.resolve("both"));
        values.put("exchange", folder.toString());

        try (ComSession session = opener().open(component)) {
            ExchangeFile one = session.newExchangeFile("products").orElseThrow();
            ExchangeFile other = session.newExchangeFile("products").orElseThrow();

            assertThat(one.ours()).isNotEqualTo(other.ours()).hasParentRaw(folder);
            assertThat(Path.of(one.theirs())).isEqualTo(one.ours());
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void what_an_earlier_run_left_in_the_exchange_folder_is_removed_and_nothing_else() throws IOException {
        Path folder = state.resolve("exchange");
        SessionOpener earlier = opener();
        try (ComSession session = earlier.open(component)) {
            Path left = session.newExchangeFile("products").orElseThrow().ours();
            Files.writeString(left, "old");
            Files.writeString(folder.resolve("smarts-bridge-of-another-x.xml"), "in use");

            earlier.open(component).close();
            assertThat(left).as("a set may still be read from it").exists();

            opener().open(component).close();
            assertThat(folder).isDirectoryContaining("glob:**of-another-x.xml");
            assertThat(left).doesNotExist();
        }
    }

    @Test
    void where_the_component_writes_elsewhere_there_is_no_exchange_folder() {
        component.writesFiles = false;
        try (ComSession session = opener().open(component)) {
            assertThat(session.newExchangeFile("products")).isEmpty();
        }
    }

    @Test
    void where_the_component_may_not_write_there_is_no_exchange_folder() {
        component.more = connector -> connector.failing("ToXmlFile", ScriptedObject.THROWN);
        try (ComSession session = opener().open(component)) {
            assertThat(session.newExchangeFile("products")).isEmpty();
        }
    }

    @Test
    void the_accessors_of_a_base_without_tables_and_warehouses_are_not_asked_for() {
        component.environment = "<Environment/>";
        try (ComSession session = opener().open(component)) {
            assertThat(session.schema().tables()).isEmpty();
        }
        assertThat(component.calls).doesNotContain("GetTableAccessor", "GetCellsAccesor");
    }

    private SessionOpener opener() {
        BaseSettings settings = new BaseSettings("main", ZoneId.of("Europe/Moscow"), state, values);
        return new SessionOpener(ConnectionSettings.of(settings), MirrorMapping::new, clock());
    }

    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }
}
