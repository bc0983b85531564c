package ru.smartsbridge.com.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.Member;
import ru.smartsbridge.com.jacob.OnApartment;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.ComponentMapping;
import ru.smartsbridge.com.mapping.Way;
import ru.smartsbridge.com.schema.ComponentSchema;
import ru.smartsbridge.com.schema.SchemaReading;

/** Sessions of a registered component's base. */
@ExtendWith(OnApartment.class)
class SessionInWindows {
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final Member COUNT = Member.of("Count");
    private static final String CLASS = "Cleverence.Warehouse.StringCollection";

    @TempDir
    private Path state;

    @Test
    void the_schema_is_the_same_as_xml_and_property_by_property() {
        try (ComSession session = open();
                AutomationObject environment = session.connector().getEnvironment()) {
            ComponentSchema byProperties = SchemaReading.of(environment, object -> null);

            assertThat(session.schema().documentTypes()).isNotEmpty().isEqualTo(byProperties.documentTypes());
            assertThat(session.schema().tables()).isNotEmpty().isEqualTo(byProperties.tables());
            assertThat(session.schema().products()).isPresent().isEqualTo(byProperties.products());
            assertThat(session.schema().warehouses()).hasSameSizeAs(byProperties.warehouses());
        }
    }

    @Test
    void the_base_tells_its_name_and_product() {
        try (ComSession session = open()) {
            assertThat(session.baseInfo().id()).isNotEmpty();
            assertThat(session.baseInfo().name()).isNotEmpty();
            assertThat(session.baseInfo().product()).isNotEmpty();
        }
    }

    @Test
    void versions_of_a_description_are_objects_that_are_read_by_their_text() {
        try (AutomationObject description =
                OnApartment.automation().create("Cleverence.Infrastructure.AppDescription")) {
            description.put(Member.of("AppName"), "Склад 15");

            Properties json = BaseInfoReading.described(description);

            assertThat(json.text("appName")).isEqualTo("Склад 15");
            assertThat(json.text("appVersion")).isEqualTo("1.0");
            assertThat(json.flag("serverModeSupported")).isTrue();
        }
    }

    @Test
    void every_class_crosses_as_xml() {
        try (ComSession session = open()) {
            for (ComponentClass type : ComponentClass.values()) {
                Ways.Chosen chosen = session.ways().chosen(type);
                assertThat(chosen.way()).as("%s: %s", type, chosen.reason()).isEqualTo(Way.XML);
            }
        }
    }

    @Test
    void a_connector_that_is_let_go_leaves_the_others_their_tables() {
        String table;
        try (ComSession kept = open()) {
            table = kept.schema().tables().get(0).name();
            open().close();
            kept.renew();
            open().close();
            try (AutomationObject rows = kept.connector().getTableAccessor(table)) {
                assertThat(rows.number(COUNT)).isNotNegative();
            }
        }
    }

    @Test
    void what_the_component_writes_to_the_exchange_folder_is_read_here() throws Exception {
        try (ComSession session = open();
                AutomationObject texts = OnApartment.automation().create(CLASS)) {
            ExchangeFile file = session.newExchangeFile("x").orElseThrow();
            texts.call(Member.of("Add"), "Ёж");
            session.connector().toXmlFile(texts, file.theirs());
            assertThat(Files.readString(file.ours())).contains("Ёж");
            Files.delete(file.ours());
        }
    }

    @Test
    void the_reason_of_a_failure_is_read_from_the_components_log() {
        BridgeException error = catchThrowableOfType(BridgeException.class, () -> {
            try (ComSession session = open()) {
                failures().explained("a table", () -> rows(session, "Нету"), () -> {});
            }
        });

        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.getMessage()).contains("0x80131604", "'Нету'").doesNotContain("probably");
    }

    @Test
    void a_base_that_is_not_there_is_unreachable_and_its_connection_is_told() {
        String nowhere = "00000000-0000-4000-8000-00000000dead";

        BridgeException error = catchThrowableOfType(
                BridgeException.class,
                () -> failures().explained("opening", () -> opener(nowhere).open(OnApartment.automation()), () -> {}));

        assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(error.getMessage()).contains("SelectCurrentApp", nowhere, "com.connection");
    }

    @Test
    void a_class_that_was_never_installed_says_so() {
        BridgeException error = catchThrowableOfType(
                BridgeException.class,
                () -> failures()
                        .explained(
                                "opening",
                                () -> OnApartment.automation().create("Cleverence.Warehouse.NoSuchClass"),
                                () -> {}));

        assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
        assertThat(error.getMessage()).contains("0x800401F3", "COM.bat");
    }

    private static int rows(ComSession session, String table) {
        try (AutomationObject rows = session.connector().getTableAccessor(table)) {
            return rows.number(COUNT);
        }
    }

    private ComSession open() {
        return opener(OnApartment.base()).open(OnApartment.automation());
    }

    private SessionOpener opener(String connection) {
        return new SessionOpener(settings(connection), declarations -> new ComponentMapping(declarations, MOSCOW));
    }

    private Failures failures() {
        return new Failures(settings(OnApartment.base()));
    }

    private ConnectionSettings settings(String connection) {
        Map<String, Object> values = new HashMap<>(Map.of("connection", connection, "log", OnApartment.logs()));
        OnApartment.exchange().ifPresent(folder -> values.put("exchange", folder));
        return ConnectionSettings.of(new BaseSettings("main", MOSCOW, state, values));
    }
}
