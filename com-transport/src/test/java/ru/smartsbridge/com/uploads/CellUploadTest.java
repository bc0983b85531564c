package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;

class CellUploadTest extends UploadTests {
    private static final UploadPlan.Cells UPDATE = new UploadPlan.Cells("1", Mode.UPDATE);
    private static final UploadPlan.Cells OVERWRITE = new UploadPlan.Cells("1", Mode.OVERWRITE);

    private static Cell cell(String id, String barcode, String name) {
        Properties.Builder cell =
                Properties.builder().put("id", id).put("name", name).put("warehouseId", "1");
        return new Cell(
                barcode == null ? cell.build() : cell.put("barcode", barcode).build());
    }

    private Collection<Properties> cells() {
        return base.cells.get("1").values();
    }

    @Test
    void the_last_of_one_cell_wins_and_an_update_leaves_others() {
        upload(OVERWRITE, List.of(cell("a", "1", "А"), cell("b", "2", "Б")));
        upload(UPDATE, List.of(cell("b", "2", "Б1"), cell("b", "2", "Б2")));
        assertThat(cells()).extracting(cell -> cell.text("name")).containsExactly("А", "Б2");
    }

    @Test
    void one_cell_may_have_no_barcode_and_goes_with_an_empty_one() {
        upload(OVERWRITE, List.of(cell("a", "1", "А"), cell("b", null, "Б")));
        assertThat(cells()).extracting(cell -> cell.text("barcode")).containsExactly("1", "");
    }

    @Test
    void cells_that_share_a_barcode_or_have_none_are_refused_as_one_of_them_would_be_lost() {
        for (String shared : new String[] {null, "", "1"}) {
            Upload<Cell> upload = uploads.begin(OVERWRITE);
            upload.add(List.of(cell("a", shared, "А"), cell("b", shared, "Б")).iterator(), CALL);
            failsWith(Category.INVALID_REQUEST, () -> upload.end(CALL));
        }
        assertThat(base.crossings()).isZero();
        uploads.abandon(OVERWRITE);
    }

    @Test
    void an_update_that_would_take_one_cell_for_another_is_a_conflict_before_anything_is_done() {
        upload(OVERWRITE, List.of(cell("a", "1", "А"), cell("b", "2", "Б")));
        base.calls.clear();
        for (Cell wrong : List.of(cell("a", "9", "другой штрихкод"), cell("c", "2", "чужой штрихкод"))) {
            Upload<Cell> upload = uploads.begin(UPDATE);
            upload.add(List.of(wrong).iterator(), CALL);
            failsWith(Category.CONFLICT, () -> upload.end(CALL));
        }
        assertThat(base.calls).doesNotContainKey("BeginUploadCells");
        uploads.abandon(UPDATE);
    }

    @Test
    void what_the_component_computes_is_not_sent_back_to_it() {
        Properties read = cell("a", "1", "А")
                .properties()
                .with("nameUC", ru.smartsbridge.api.value.Value.text("А"))
                .with("originalIndex", ru.smartsbridge.api.value.Value.number(0));
        upload(OVERWRITE, List.of(new Cell(read)));
        assertThat(cells())
                .singleElement()
                .satisfies(sent -> assertThat(sent.names()).containsExactly("id", "name", "barcode"));
    }

    @Test
    void ten_thousand_cells_go_in_batches_of_a_thousand() {
        upload(
                OVERWRITE,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> cell("c" + i, "b" + i, ""))
                        .toList());
        assertThat(cells()).hasSize(10_000);
        assertThat(base.batches).hasSize(10).allMatch(size -> size == 1_000);
    }

    @Test
    void a_cell_that_was_lost_is_noticed() {
        base.lostAtEnd = cell -> cell.text("id").equals("c5");
        for (UploadPlan.Cells plan : List.of(UPDATE, OVERWRITE)) {
            Upload<Cell> upload = uploads.begin(plan);
            upload.add(
                    IntStream.range(0, 10)
                            .mapToObj(i -> cell("c" + i, "b" + i, ""))
                            .iterator(),
                    CALL);
            BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
            assertThat(failure).hasMessageContaining("is unknown");
            upload.reset(CALL);
        }
    }

    @Test
    void a_refused_batch_changes_nothing() {
        upload(OVERWRITE, List.of(cell("a", "1", "А")));
        base.fail("UploadCells", 1);
        Upload<Cell> upload = uploads.begin(OVERWRITE);
        upload.add(List.of(cell("b", "2", "Б")).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("nothing in the base was changed");
        assertThat(cells()).extracting(cell -> cell.text("id")).containsExactly("a");
        upload.end(CALL);
        assertThat(cells()).extracting(cell -> cell.text("id")).containsExactly("b");
    }

    @Test
    void a_warehouse_that_the_base_does_not_have_takes_no_upload_and_a_cell_of_another_is_refused() {
        failsWith(Category.NOT_FOUND, () -> uploads.begin(new UploadPlan.Cells("7", Mode.UPDATE)));
        Upload<Cell> upload = uploads.begin(new UploadPlan.Cells("2", Mode.UPDATE));
        failsWith(
                Category.INVALID_REQUEST,
                () -> upload.add(List.of(cell("a", "1", "")).iterator(), CALL));
        failsWith(
                Category.INVALID_REQUEST,
                () -> upload.add(
                        List.of(new Cell(Properties.builder()
                                        .put("name", "без id")
                                        .build()))
                                .iterator(),
                        CALL));
        upload.reset(CALL);
    }
}
