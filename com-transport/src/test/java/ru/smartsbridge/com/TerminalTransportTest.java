package ru.smartsbridge.com;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.apartment.ApartmentSettings;
import ru.smartsbridge.com.apartment.SingleThreadApartment;
import ru.smartsbridge.com.apartment.Threading;
import ru.smartsbridge.com.connector.ApartmentComponent;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.connector.Failures;
import ru.smartsbridge.com.fake.FakeTerminal;
import ru.smartsbridge.com.terminal.TerminalSession;
import ru.smartsbridge.com.terminal.TerminalSettings;
import ru.smartsbridge.com.uploads.TerminalUploadBase;
import ru.smartsbridge.com.uploads.Uploads;

/** A base behind a TerminalConnector in memory: what goes there, and that nothing else is served. */
class TerminalTransportTest {
    private static final Call CALL = new Call("test", Caller.BRIDGE);
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final UploadPlan.Products UPDATE = new UploadPlan.Products(Mode.UPDATE);
    private static final UploadPlan.TableRows PRICES = new UploadPlan.TableRows("Ceny", Mode.OVERWRITE);

    @TempDir
    private Path folder;

    private final FakeTerminal component = new FakeTerminal();
    private final Map<String, Object> values = new HashMap<>(Map.of(
            "connection", "srv:10501/b1",
            "component", "terminal",
            "tables", Map.of("Цены", "ИдТовара, Цена: Double"),
            "product-fields", "Артикул"));
    private Transport transport;

    @BeforeEach
    void open() {
        BaseSettings given = new BaseSettings("main", ZoneOffset.UTC, folder, values);
        ComSettings settings = ComSettings.of(given);
        TerminalSettings terminal = settings.terminal().orElseThrow();
        Failures failures = new Failures(settings.connection());
        SingleThreadApartment<TerminalSession> apartment = new SingleThreadApartment<>(
                ApartmentSettings.of("main"),
                new Nowhere(),
                new BaseSessions<>(
                        () -> TerminalSession.open(component.automation(), terminal.members(), "srv:10501/b1"),
                        failures,
                        settings));
        Component<TerminalSession> house = new ApartmentComponent<>(apartment, failures, Duration.ofSeconds(20));
        Uploads<TerminalSession> uploads = Uploads.ofTerminal(new TerminalUploadBase(
                folder.resolve("spool"), house, terminal.schema(), ZoneOffset.UTC, Duration.ofSeconds(20)));
        transport =
                new TerminalTransport("com terminal srv", terminal, uploads, new Housed<>(apartment, house, List::of));
    }

    @AfterEach
    void nothing_stays_behind() throws Exception {
        transport.close();
        assertThat(component.open()).as("components that nobody let go of").isZero();
        assertThat(component.isConnected()).as("connected").isFalse();
        try (Stream<Path> spools = Files.list(folder.resolve("spool"))) {
            assertThat(spools).as("spools that nobody needs").isEmpty();
        }
    }

    /** A thread that needs nothing. */
    private static final class Nowhere implements Threading {
        @Override
        public void enter() {
            // nothing to be initialised
        }

        @Override
        public void leave() {
            // nothing to be freed
        }
    }

    private static Product product(String id, String name) {
        return new Product(Properties.builder().put("id", id).put("name", name).build());
    }

    private static Row price(String product, int price) {
        return new Row(
                Properties.builder().put("idTovara", product).put("cena", price).build());
    }

    private <T> Upload<T> added(UploadPlan<T> plan, List<T> entities) {
        Upload<T> upload = transport.begin(plan, CALL);
        assertThat(upload.add(entities.iterator(), CALL)).isEqualTo(entities.size());
        return upload;
    }

    private static BridgeException fails(Category category, Runnable call) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
        assertThat(failure.text().in(RUSSIAN)).containsPattern("[а-яё]{3}").isNotEqualTo(failure.getMessage());
        return failure;
    }

    @Test
    void products_go_over_at_the_end_and_nothing_before() {
        Upload<Product> upload = added(UPDATE, List.of(product("т1", "Молоко"), product("т2", "Хлеб")));
        assertThat(component.calls).isEmpty();
        upload.end(CALL);
        FakeTerminal.Uploaded sent = component.last();
        assertThat(sent.table()).isNull();
        assertThat(sent.columns()).isEqualTo(List.of("Product.Id", "Product.Name"));
        assertThat(sent.overwrite()).isFalse();
        assertThat(sent.fullText()).isFalse();
        assertThat(sent.rows()).isEqualTo(List.of(List.of("т1", "Молоко"), List.of("т2", "Хлеб")));
        assertThat(sent.ended()[0]).isTrue();
    }

    @Test
    void a_product_that_comes_again_goes_over_once_in_its_last_form() {
        Upload<Product> upload = added(UPDATE, List.of(product("т1", "Молоко"), product("т2", "Хлеб")));
        upload.add(List.of(product("т1", "Кефир")).iterator(), CALL);
        upload.end(CALL);
        assertThat(component.last().rows()).isEqualTo(List.of(List.of("т1", "Кефир"), List.of("т2", "Хлеб")));
    }

    @Test
    void records_of_text_are_products_with_packings_under_the_names_of_the_component() {
        UploadPlan.ProductRecords plan = new UploadPlan.ProductRecords(
                ProductColumns.of(List.of("Product.Id", "Product.Артикул", "Packing.Id", "Packing.UnitsQuantity")),
                true,
                true);
        added(
                        plan,
                        List.of(
                                new ProductRecord(Arrays.asList("т1", "А-1", "шт", "1")),
                                new ProductRecord(Arrays.asList("т1", null, "кор", "12"))))
                .end(CALL);
        FakeTerminal.Uploaded sent = component.last();
        assertThat(sent.columns())
                .isEqualTo(List.of("Product.Id", "Product.Артикул", "Packing.UnitsQuantity", "Packing.Id"));
        assertThat(sent.overwrite()).isTrue();
        assertThat(sent.fullText()).isTrue();
        assertThat(sent.rows()).isEqualTo(List.of(List.of("т1", "А-1", 1.0, "шт"), List.of("т1", "А-1", 12.0, "кор")));
    }

    @Test
    void rows_go_over_under_the_russian_names_of_table_and_fields_in_their_order() {
        added(PRICES, List.of(price("т2", 5), price("т1", 7), price("т2", 6))).end(CALL);
        FakeTerminal.Uploaded sent = component.last();
        assertThat(sent.table()).isEqualTo("Цены");
        assertThat(sent.columns()).isEqualTo(List.of("ИдТовара", "Цена"));
        assertThat(sent.overwrite()).isTrue();
        assertThat(sent.rows()).isEqualTo(List.of(List.of("т2", 5.0), List.of("т1", 7.0), List.of("т2", 6.0)));
        assertThat(sent.ended()[0]).isTrue();
    }

    @Test
    void many_go_over_whole() {
        List<Row> rows =
                IntStream.range(0, 1_234).mapToObj(i -> price("т" + i, i)).toList();
        added(PRICES, rows).end(CALL);
        assertThat(component.uploads).hasSize(1);
        assertThat(component.last().rows()).hasSize(1_234);
        assertThat(component.last().rows().get(1_233)).isEqualTo(List.of("т1233", 1233.0));
    }

    @Test
    void an_upload_of_nothing_still_overwrites() {
        added(PRICES, List.of()).end(CALL);
        assertThat(component.last().rows()).isEmpty();
        assertThat(component.last().ended()[0]).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"BeginUploadTable", "AddRowToUploadTable", "EndUploadTable"})
    void an_upload_that_fails_on_its_way_has_an_unknown_outcome_and_its_end_can_be_sent_again(String member) {
        Upload<Row> upload = added(PRICES, List.of(price("т1", 7)));
        component.fails(member, "Нет места");
        BridgeException failure = fails(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContainingAll("outcome", "unknown", member, "false", "Нет места");
        assertThat(component.calls).as("the connection is made anew").containsSubsequence(member, "Close", "Open");
        component.instead.clear();
        upload.end(CALL);
        assertThat(component.last().rows()).isEqualTo(List.of(List.of("т1", 7.0)));
    }

    @Test
    void a_base_that_cannot_be_connected_tells_the_components_reason_and_what_to_do_and_nothing_has_happened() {
        Upload<Row> upload = added(PRICES, List.of(price("т1", 7)));
        component.fails("Open", "Сервер srv не отвечает.");
        BridgeException failure = fails(Category.UNREACHABLE, () -> upload.end(CALL));
        assertThat(failure)
                .hasMessageContainingAll("Open", "Сервер srv не отвечает", "com.connection")
                .hasMessageNotContaining("0xA004");
        component.instead.clear();
        transport.close();
    }

    @Test
    void a_component_that_was_never_installed_is_told_like_the_other_one() {
        component.refuses("Open", 0x80040154);
        assertThat(fails(Category.UNREACHABLE, () -> transport.baseInfo(CALL))).hasMessageContaining("COM.bat");
        component.instead.clear();
    }

    @Test
    void the_base_tells_its_id_and_is_asked_for_it() {
        assertThat(transport.baseInfo(CALL).id()).isEqualTo("b1");
        assertThat(component.calls).contains("Open", "GetVersion");
    }

    @Test
    void everything_but_uploads_of_products_and_tables_is_not_served_here() {
        for (Runnable call : new Runnable[] {
            () -> transport.list(EntitySet.PRODUCTS, Query.ALL, CALL),
            () -> transport.find(EntitySet.DOCS, "1", Query.ALL, CALL),
            () -> transport.related(EntitySet.DOCS, "1", "declaredItems", Query.ALL, CALL),
            () -> transport.update(EntitySet.DOCS, "1", Properties.EMPTY, CALL),
            () -> transport.replace(EntitySet.PRODUCTS, "1", Properties.EMPTY, CALL),
            () -> transport.delete(EntitySet.DOCS, "1", CALL),
            () -> transport.endUpdate(EntitySet.DOCS, "1", CALL),
            () -> transport.block(EntitySet.DOCS, "1", Duration.ofSeconds(1), CALL),
            () -> transport.unblock(EntitySet.DOCS, "1", CALL),
            () -> transport.list(EntitySet.table("Ceny"), Query.ALL, CALL),
            () -> transport.begin(new UploadPlan.Cells("1", Mode.UPDATE), CALL)
        }) {
            assertThat(fails(Category.UNSUPPORTED_HERE, call)).hasMessageContaining("component: storage");
        }
        assertThat(component.calls).isEmpty();
        for (SetKind kind : SetKind.values()) {
            boolean uploaded = kind == SetKind.PRODUCTS || kind == SetKind.TABLES;
            assertThat(transport.capabilities().missing(Verb.UPLOAD, kind).isEmpty())
                    .isEqualTo(uploaded);
            assertThat(transport.capabilities().missing(Verb.LIST, kind)).isPresent();
        }
    }

    @Test
    void a_product_outside_of_an_upload_is_a_conflict_and_an_unknown_table_is_not_there() {
        fails(Category.CONFLICT, () -> transport.create(EntitySet.PRODUCTS, product("т1", "Молоко"), CALL));
        fails(Category.NOT_FOUND, () -> transport.begin(new UploadPlan.TableRows("Sklady", Mode.UPDATE), CALL));
        fails(Category.NOT_FOUND, () -> transport.list(EntitySet.table("Sklady"), Query.ALL, CALL));
    }

    @Test
    void a_field_that_nobody_named_is_refused_and_the_portion_with_it() {
        Upload<Product> upload = transport.begin(UPDATE, CALL);
        Product odd = new Product(product("т1", "Молоко").properties().with("strana", Value.text("РФ")));
        BridgeException failure = fails(
                Category.UNSUPPORTED_HERE,
                () -> upload.add(List.of(product("т0", "Хлеб"), odd).iterator(), CALL));
        assertThat(failure.target()).contains("strana");
        upload.end(CALL);
        assertThat(component.last().rows()).isEmpty();
    }

    @Test
    void it_says_that_it_was_never_proven() {
        List<Remark> remarks = transport.remarks(CALL);
        assertThat(remarks.get(0).concern()).isTrue();
        assertThat(remarks.get(0).text().toString()).contains("vendor's own component", "com.members");
        assertThat(remarks.get(0).text().in(RUSSIAN)).contains("никто не проверял");
        assertThat(remarks).hasSize(2);
        assertThat(transport.trouble()).isEmpty();
    }

    @Test
    void members_of_the_bases_own_are_told() {
        transport.close();
        values.put("members", Map.of("Open", "Подключить(device&, connection)"));
        open();
        assertThat(transport.remarks(CALL))
                .extracting(remark -> remark.text().toString())
                .anySatisfy(text -> assertThat(text).contains("Open: Подключить(device&, connection)"));
    }
}
