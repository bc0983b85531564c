package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;

/** How often a call of the transport crosses the COM border, as the stand-in counts it; names that are looked up apart. */
class CrossingsInWindows {
    private static final int MANY = 100_000;

    @TempDir
    private Path state;

    private StandIn standIn;
    private BridgedBase base;

    @BeforeEach
    void connect() {
        standIn = new StandIn();
        base = BridgedBase.open(state).connected();
    }

    @AfterEach
    void leave() {
        base.close();
        standIn.close();
    }

    private long told(String what, Runnable action) {
        long crossings = standIn.crossingsOf(action);
        System.out.printf("figure: crossings: %s: %d%n", what, crossings);
        return crossings;
    }

    @Test
    void a_document_of_a_thousand_lines_crosses_in_at_most_ten_calls_each_way() {
        AtomicReference<Document> read = new AtomicReference<>();
        assertThat(told("a document of 1,000 lines written", () -> write(Goods.order("lines", 1_000))))
                .isLessThanOrEqualTo(10);
        assertThat(told("the same read", () -> read.set(find("lines")))).isLessThanOrEqualTo(10);
        assertThat(read.get().declaredItems()).hasSize(1_000);
    }

    /** What was made of the XML is counted before it is written: two crossings for the tables, three for each of them. */
    @Test
    void a_document_with_a_table_of_a_thousand_rows_is_written_in_five_calls_more_and_read_in_no_more() {
        AtomicReference<Document> read = new AtomicReference<>();
        Document document = Goods.orderWithRows("rows", 1_000, 1_000);
        assertThat(told("a document of 1,000 lines and 1,000 rows written", () -> write(document)))
                .isLessThanOrEqualTo(10 + 2 + 3);
        assertThat(told("the same read", () -> read.set(find("rows")))).isLessThanOrEqualTo(10);
        assertThat(read.get().properties().objects("tables").get(0).objects("rows"))
                .hasSize(1_000);
    }

    @Test
    void a_document_is_changed_and_replaced_in_few_calls() {
        write(Goods.order("changed", 1_000));
        assertThat(told(
                        "the same changed",
                        () -> base.transport()
                                .update(
                                        Goods.ORDERS,
                                        "changed",
                                        ru.smartsbridge.api.value.Properties.builder()
                                                .put("description", "срочно")
                                                .build(),
                                        BridgedBase.CALL)))
                .isLessThanOrEqualTo(20);
        assertThat(find("changed").declaredItems()).hasSize(1_000);
    }

    private void write(Document document) {
        base.transport().create(Goods.ORDERS, document, BridgedBase.CALL);
    }

    private Document find(String id) {
        return base.find(Goods.ORDERS, id, "declaredItems", "currentItems", "tables")
                .orElseThrow();
    }

    @Test
    void a_hundred_thousand_products_are_uploaded_in_at_most_five_hundred_calls_and_read_in_ten() {
        assertThat(told(
                        "100,000 products uploaded",
                        () -> base.upload(new UploadPlan.Products(Mode.OVERWRITE), Goods.products("п", MANY))))
                .isLessThanOrEqualTo(500);
        assertThat(told(
                        "100,000 products read",
                        () -> assertThat(base.count(EntitySet.PRODUCTS)).isEqualTo(MANY)))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void a_hundred_thousand_rows_are_uploaded_in_at_most_five_hundred_calls() {
        assertThat(told(
                        "100,000 rows uploaded",
                        () -> base.upload(new UploadPlan.TableRows("Ostatki", Mode.OVERWRITE), Goods.stock(MANY))))
                .isLessThanOrEqualTo(500);
        assertThat(told(
                        "100,000 rows read",
                        () -> assertThat(base.count(Goods.STOCK)).isEqualTo(MANY)))
                .isLessThanOrEqualTo(10);
    }

    @Test
    void cells_go_in_batches_of_at_most_a_thousand() {
        long before = standIn.callsOf("StorageConnector.UploadCells");
        told("5,000 cells uploaded", () -> base.upload(new UploadPlan.Cells("1", Mode.OVERWRITE), Goods.cells(5_000)));
        assertThat(standIn.callsOf("StorageConnector.UploadCells") - before).isEqualTo(5);
        assertThat(base.list(EntitySet.CELLS).stream().filter(cell -> "1".equals(cell.warehouseId())))
                .hasSize(5_000)
                .extracting(cell -> cell.properties().text("barcode"))
                .doesNotHaveDuplicates();
    }
}
