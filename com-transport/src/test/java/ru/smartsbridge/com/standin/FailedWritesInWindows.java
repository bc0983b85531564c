package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;

/** A write that fails happens once and is never repeated by us; what waits for an End is not lost with it. */
class FailedWritesInWindows {
    private static final int SEVERAL_BATCHES = 5_000;

    @TempDir
    private Path state;

    private StandIn standIn;
    private BridgedBase base;

    @BeforeEach
    void connect() {
        standIn = new StandIn();
        base = BridgedBase.open(state, Map.of("end-timeout", Duration.ofSeconds(30)))
                .connected();
    }

    @AfterEach
    void leave() {
        standIn.obey();
        base.close();
        standIn.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exception Ой",
                "hresult 0x80131604",
                "hresult 0x80004005",
                "hresult 0x800706BA",
                "hresult 0x80010108",
                "garbage"
            })
    void a_write_that_fails_was_made_once(String fault) {
        for (Doing doing : Doing.values()) {
            if (!doing.writes()) {
                continue;
            }
            long before = standIn.callsOf(doing.member());
            standIn.order(doing.member() + " " + fault);
            BridgeException failure = catchThrowableOfType(BridgeException.class, () -> doing.with(base));
            standIn.obey();

            assertThat(failure).as("%s with %s", doing, fault).isNotNull();
            assertThat(standIn.callsOf(doing.member()) - before)
                    .as("calls of %s with %s", doing.member(), fault)
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x800706BA", "0x80010108", "0x800706BE", "0x80010007"})
    void after_a_server_that_went_away_the_connector_is_made_anew_before_the_next_call(String hresult) {
        long before = standIn.callsOf("StorageConnector.SelectCurrentApp");
        standIn.order(Doing.READING_ONE.member() + " hresult " + hresult);
        assertThat(catchThrowableOfType(BridgeException.class, () -> Doing.READING_ONE.with(base)))
                .isNotNull();
        standIn.obey();
        Doing.READING_ONE.with(base);
        assertThat(standIn.callsOf("StorageConnector.SelectCurrentApp") - before)
                .isEqualTo(1);
    }

    @Test
    void after_any_other_failure_the_connector_stays() {
        long before = standIn.callsOf("StorageConnector.SelectCurrentApp");
        standIn.order(Doing.READING_ONE.member() + " exception Ой");
        assertThat(catchThrowableOfType(BridgeException.class, () -> Doing.READING_ONE.with(base)))
                .isNotNull();
        standIn.obey();
        Doing.READING_ONE.with(base);
        assertThat(standIn.callsOf("StorageConnector.SelectCurrentApp")).isEqualTo(before);
    }

    private void endsAtTheSecondTry(Upload<?> upload, String fault, String told) {
        standIn.order(fault);
        BridgeException failure = catchThrowableOfType(BridgeException.class, () -> upload.end(BridgedBase.CALL));
        standIn.obey();
        assertThat(failure).as(fault).isNotNull();
        assertThat(failure.category()).isIn(Category.BACKEND_FAILED, Category.TIMED_OUT);
        assertThat(failure.getMessage()).contains(told);
        upload.end(BridgedBase.CALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StorageConnector.BeginUploadProducts exception Ой",
                "StorageConnector.FromXml@2 exception Ой",
                "StorageConnector.UploadProducts@2 exception Ой",
                "StorageConnector.UploadProducts@2 hresult 0x800706BA",
                "StorageConnector.UploadProducts@3 garbage"
            })
    void an_upload_of_products_that_failed_on_its_way_changed_nothing_and_can_be_ended_again(String fault) {
        List<Product> before = base.list(EntitySet.PRODUCTS);
        Upload<Product> upload = base.transport().begin(new UploadPlan.Products(Mode.OVERWRITE), BridgedBase.CALL);
        upload.add(Goods.products("н", SEVERAL_BATCHES), BridgedBase.CALL);
        standIn.order(fault);
        BridgeException failure = catchThrowableOfType(BridgeException.class, () -> upload.end(BridgedBase.CALL));
        standIn.obey();

        assertThat(failure.getMessage()).contains("nothing in the base was changed");
        assertThat(base.list(EntitySet.PRODUCTS)).isEqualTo(before);
        upload.end(BridgedBase.CALL);
        assertThat(base.count(EntitySet.PRODUCTS)).isEqualTo(SEVERAL_BATCHES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StorageConnector.EndUploadProducts exception Ой",
                "StorageConnector.EndUploadProducts hresult 0x80010108",
                "StorageConnector.EndUploadProducts garbage"
            })
    void products_whose_end_failed_can_be_ended_again_and_are_all_there_once(String fault) {
        Upload<Product> upload = base.transport().begin(new UploadPlan.Products(Mode.OVERWRITE), BridgedBase.CALL);
        upload.add(Goods.products("н", SEVERAL_BATCHES), BridgedBase.CALL);
        endsAtTheSecondTry(upload, fault, "outcome");
        assertThat(base.list(EntitySet.PRODUCTS))
                .extracting(Product::id)
                .hasSize(SEVERAL_BATCHES)
                .doesNotHaveDuplicates();
    }

    @Test
    void products_whose_end_came_too_late_can_be_ended_again_and_are_all_there_once() {
        base.close();
        base = BridgedBase.open(state, Map.of("end-timeout", Duration.ofSeconds(3)))
                .connected();
        Upload<Product> upload = base.transport().begin(new UploadPlan.Products(Mode.OVERWRITE), BridgedBase.CALL);
        upload.add(Goods.products("н", 100), BridgedBase.CALL);
        endsAtTheSecondTry(upload, "StorageConnector.EndUploadProducts delay 5000", "outcome");
        assertThat(base.list(EntitySet.PRODUCTS))
                .extracting(Product::id)
                .hasSize(100)
                .doesNotHaveDuplicates();
        awaitTheLateCall();
    }

    /** A call that was given up still runs in the component, and must not meet the next test there. */
    private void awaitTheLateCall() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (base.transport().trouble().isPresent()) {
            assertThat(System.nanoTime()).as("the call comes back").isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TableAccessor.BeginUpload exception Ой",
                "TableAccessor.Upload@2 exception Ой",
                "TableAccessor.Upload@2 hresult 0x800706BA",
                "TableAccessor.EndUpload exception Ой",
                "TableAccessor.EndUpload garbage"
            })
    void rows_whose_upload_failed_can_be_ended_again_and_are_all_there_once(String fault) {
        Upload<Row> upload =
                base.transport().begin(new UploadPlan.TableRows("Ostatki", Mode.OVERWRITE), BridgedBase.CALL);
        upload.add(Goods.stock(SEVERAL_BATCHES), BridgedBase.CALL);
        endsAtTheSecondTry(upload, fault, fault.contains("End") ? "outcome" : "missing or changed");
        assertThat(base.list(Goods.STOCK))
                .extracting(row -> row.properties().text("idTovara"))
                .hasSize(SEVERAL_BATCHES)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "StorageConnector.UploadCells@2 exception Ой",
                "StorageConnector.EndUploadCells exception Ой",
                "StorageConnector.EndUploadCells hresult 0x80010108"
            })
    void cells_whose_upload_failed_can_be_ended_again_and_are_all_there_once(String fault) {
        Upload<Cell> upload = base.transport().begin(new UploadPlan.Cells("2", Mode.OVERWRITE), BridgedBase.CALL);
        upload.add(Goods.cells(2_500), BridgedBase.CALL);
        endsAtTheSecondTry(upload, fault, fault.contains("End") ? "outcome" : "nothing in the base was changed");
        assertThat(base.list(EntitySet.CELLS).stream().filter(cell -> "2".equals(cell.warehouseId())))
                .extracting(Cell::id)
                .hasSize(2_500)
                .doesNotHaveDuplicates();
    }
}
