package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** What goes through TerminalConnector is there for StorageConnector, and what does not is told. */
class TerminalInWindows {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final UploadPlan.Products PRODUCTS = new UploadPlan.Products(Mode.UPDATE);
    private static final UploadPlan.TableRows STOCK = new UploadPlan.TableRows("Ostatki", Mode.UPDATE);

    @TempDir
    private Path state;

    private final Map<String, Object> values = new HashMap<>(Map.of(
            "component",
            "terminal",
            "tables",
            Map.of(
                    "Остатки", "ИдТовара, ИдСклада, ИдЯчейки, Серия, Количество: Double",
                    "Забытая", "Что"),
            "end-timeout",
            TIMEOUT.multipliedBy(3)));
    private StandIn standIn;
    private BridgedBase terminal;
    private BridgedBase storage;

    @BeforeEach
    void open() throws Exception {
        standIn = new StandIn();
        terminal = BridgedBase.open(Files.createDirectories(state.resolve("terminal")), values);
        storage = BridgedBase.open(Files.createDirectories(state.resolve("storage")));
    }

    @AfterEach
    void leave() {
        standIn.obey();
        terminal.close();
        storage.close();
        assertThat(standIn.foreignReleases()).isZero();
        standIn.close();
    }

    private void reopen(Map<String, Object> changed) {
        terminal.close();
        values.putAll(changed);
        terminal = BridgedBase.open(state.resolve("terminal"), values);
    }

    private static BridgeException failure(Category category, Runnable call) {
        BridgeException failure = catchThrowableOfType(BridgeException.class, call::run);
        assertThat(failure).as("a failure").isNotNull();
        assertThat(failure.category()).as(failure.getMessage()).isEqualTo(category);
        assertThat(failure.text().in(RUSSIAN)).containsPattern("[а-яё]{3}").isNotEqualTo(failure.getMessage());
        return failure;
    }

    private static Row stock(String product, int quantity) {
        return new Row(Properties.builder()
                .put("idTovara", product)
                .put("idSklada", "1")
                .put("idYachejki", "я1")
                .put("seriya", "С")
                .put("kolichestvo", quantity)
                .build());
    }

    private int quantity(String product) {
        return storage.list(EntitySet.table("Ostatki")).stream()
                .map(Row::properties)
                .filter(row -> product.equals(row.text("idTovara")))
                .map(row -> ((Value.Number) row.get("kolichestvo").orElseThrow())
                        .decimal()
                        .intValueExact())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no row of " + product));
    }

    @Test
    void products_are_in_the_base_and_in_its_files_with_their_packings() throws Exception {
        Product milk = Goods.product("терм-1", 7);
        terminal.upload(PRODUCTS, List.of(milk, Goods.product("терм-2", 8)).iterator());
        Properties found =
                storage.find(EntitySet.PRODUCTS, "терм-1").orElseThrow().properties();
        milk.properties()
                .without("packings")
                .forEach(property -> assertThat(found.get(property.getKey()))
                        .as(property.getKey())
                        .contains(property.getValue()));
        Path base = Path.of(System.getenv("STANDIN_HOME"), "bases", System.getenv("BASE_ID"));
        assertThat(Files.readString(base.resolve("products.xml")))
                .as("what a second process reads")
                .contains("терм-1", "терм-2", "2468");
    }

    @Test
    void an_update_leaves_other_products_and_an_overwrite_does_not() {
        long before = storage.count(EntitySet.PRODUCTS);
        terminal.upload(PRODUCTS, Goods.products("обн-", 3));
        assertThat(seen()).isEqualTo(before + 3);
        terminal.upload(new UploadPlan.Products(Mode.OVERWRITE), Goods.products("все-", 5));
        assertThat(seen()).isEqualTo(5);
    }

    /** By a connector that has not read the products before. */
    private long seen() {
        storage.close();
        storage = BridgedBase.open(state.resolve("storage"));
        return storage.count(EntitySet.PRODUCTS);
    }

    @Test
    void rows_are_in_the_table_and_a_known_key_updates_its_row() {
        terminal.upload(STOCK, List.of(stock("т-а", 5), stock("т-б", 6)).iterator());
        assertThat(quantity("т-а")).isEqualTo(5);
        terminal.upload(STOCK, List.of(stock("т-а", 50)).iterator());
        assertThat(quantity("т-а")).isEqualTo(50);
        assertThat(quantity("т-б")).isEqualTo(6);
        terminal.upload(
                new UploadPlan.TableRows("Ostatki", Mode.OVERWRITE),
                List.of(stock("т-в", 1)).iterator());
        assertThat(storage.count(EntitySet.table("Ostatki"))).isEqualTo(1);
    }

    @Test
    void each_row_is_one_call_and_little_is_called_besides() {
        terminal.transport().baseInfo(BridgedBase.CALL);
        Iterator<Row> rows =
                IntStream.range(0, 1_000).mapToObj(i -> stock("р-" + i, i)).iterator();
        long crossings = standIn.crossingsOf(() -> terminal.upload(STOCK, rows));
        System.out.printf("figure: 1,000 rows through TerminalConnector: %d crossings%n", crossings);
        assertThat(crossings).isLessThan(1_010);
    }

    @Test
    void the_reason_of_a_failure_is_the_components_own() {
        BridgeException failure = failure(
                Category.BACKEND_FAILED,
                () -> terminal.upload(
                        new UploadPlan.TableRows("Zabytaya", Mode.UPDATE),
                        List.of(new Row(Properties.builder().put("chto", "то").build()))
                                .iterator()));
        assertThat(failure)
                .hasMessageContainingAll("BeginUploadTable", "Таблица с именем 'Забытая' не найдена", "unknown");
        assertThat(terminal.transport().baseInfo(BridgedBase.CALL).id()).isEqualTo(System.getenv("BASE_ID"));
    }

    @Test
    void a_base_that_is_not_there_is_told_with_what_to_check() {
        reopen(Map.of("connection", "нет-такой-базы"));
        assertThat(failure(Category.UNREACHABLE, () -> terminal.transport().baseInfo(BridgedBase.CALL)))
                .hasMessageContainingAll("Open", "нет-такой-базы", "com.connection");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ПолучитьОшибку(description&variant)", "GetLastError(description&)"})
    void a_member_can_be_called_in_the_form_that_the_configuration_has(String signature) {
        reopen(Map.of("connection", "нет-такой-базы", "members", Map.of("GetLastError", signature)));
        assertThat(failure(Category.UNREACHABLE, () -> terminal.transport().baseInfo(BridgedBase.CALL)))
                .hasMessageContaining("Невозможно создать удаленное подключение");
    }

    @Test
    void a_member_that_the_component_does_not_have_is_told_with_what_to_do() {
        reopen(Map.of("members", Map.of("EndUploadTable", "ЗавершитьВыгрузкуТаблицы")));
        BridgeException failure = failure(
                Category.BACKEND_FAILED,
                () -> terminal.upload(STOCK, List.of(stock("т-г", 5)).iterator()));
        assertThat(failure).hasMessageContainingAll("ЗавершитьВыгрузкуТаблицы", "com.members");
    }

    @ParameterizedTest
    @CsvSource({
        "TerminalConnector.new hresult 0x80040154, UNREACHABLE, COM.bat",
        "TerminalConnector.Open hresult 0x80070005, UNREACHABLE, has no right",
        "TerminalConnector.Open exception Нет лицензии, UNREACHABLE, Нет лицензии"
    })
    void what_fails_at_connecting_is_told_like_that_of_the_other_component(
            String fault, Category category, String told) {
        standIn.order(fault);
        Upload<Product> upload = terminal.transport().begin(PRODUCTS, BridgedBase.CALL);
        upload.add(Goods.products("ф-", 3), BridgedBase.CALL);
        assertThat(failure(category, () -> upload.end(BridgedBase.CALL))).hasMessageContaining(told);
        upload.reset(BridgedBase.CALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BeginUploadProducts hresult 0x80131604",
                "AddProductToUpload@2 exception Кончилось место",
                "AddProductToUpload garbage",
                "EndUploadProducts hresult 0x800706BA"
            })
    void an_upload_that_fails_on_its_way_can_be_ended_again(String fault) {
        standIn.order("TerminalConnector." + fault);
        Upload<Product> upload = terminal.transport().begin(PRODUCTS, BridgedBase.CALL);
        upload.add(Goods.products("снова-", 3), BridgedBase.CALL);
        BridgeException failure = failure(Category.BACKEND_FAILED, () -> upload.end(BridgedBase.CALL));
        standIn.obey();
        assertThat(failure).hasMessageContainingAll("unknown", fault.replaceFirst("[@ ].*", ""));
        upload.end(BridgedBase.CALL);
        assertThat(storage.find(EntitySet.PRODUCTS, "снова-2")).isPresent();
    }

    @Test
    void a_call_that_hangs_back_is_given_up_in_time_and_the_base_serves_on() {
        standIn.order("TerminalConnector.AddProductToUpload delay 20000");
        long begin = System.nanoTime();
        assertThat(failure(Category.TIMED_OUT, () -> terminal.upload(PRODUCTS, Goods.products("з-", 1))))
                .hasMessageContaining("unknown");
        standIn.obey();
        terminal.upload(PRODUCTS, Goods.products("после-", 1));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(20));
        assertThat(storage.find(EntitySet.PRODUCTS, "после-0")).isPresent();
        assertThat(terminal.transport().trouble()).isPresent();
    }

    @Test
    void a_transport_that_is_closed_ends_its_connection_and_holds_no_object() {
        storage.close();
        int before = standIn.liveObjects();
        terminal.upload(STOCK, List.of(stock("т-д", 5)).iterator());
        long closed = standIn.callsOf("TerminalConnector.Close");
        terminal.close();
        assertThat(standIn.callsOf("TerminalConnector.Close")).isEqualTo(closed + 1);
        assertThat(standIn.liveObjects()).isEqualTo(before);
    }
}
