package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.Warehouse;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

/** Uploads of the cells of a warehouse. */
@Needs(value = Verb.UPLOAD, on = SetKind.CELLS)
@Needs(value = Verb.LIST, on = SetKind.CELLS)
@Needs(value = Verb.FIND, on = SetKind.CELLS)
abstract class CellUploadsContract extends ContractPart {
    private static UploadPlan.Cells update(String warehouse) {
        return new UploadPlan.Cells(warehouse, UploadPlan.Mode.UPDATE);
    }

    private static UploadPlan.Cells overwrite(String warehouse) {
        return new UploadPlan.Cells(warehouse, UploadPlan.Mode.OVERWRITE);
    }

    private static Cell cell(String id, String warehouse, String description) {
        return new Cell(Properties.builder()
                .put("id", id)
                .put("warehouseId", warehouse)
                .put("barcode", "C" + id)
                .put("name", "Ячейка " + id)
                .put("description", description)
                .build());
    }

    private List<Cell> cellsOf(String warehouse) {
        return list(EntitySet.CELLS, where("warehouseId", warehouse));
    }

    private String otherWarehouse() {
        return list(EntitySet.WAREHOUSES, Query.ALL).stream()
                .map(Warehouse::id)
                .filter(id -> !id.equals(WAREHOUSE))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the contract needs a base with a second warehouse"));
    }

    @Test
    void cells_are_not_visible_before_the_end() {
        Cell cell = cell(newId(), WAREHOUSE, "ряд 1");
        Upload<Cell> upload = transport().begin(update(WAREHOUSE), call());
        upload.add(List.of(cell).iterator(), call());
        assertThat(has(EntitySet.CELLS, cell.id())).isFalse();
        upload.end(call());
        kept().isKept(EntitySet.CELLS, cell.properties(), found(EntitySet.CELLS, cell.id()));
    }

    @Test
    void the_last_of_one_cell_wins() {
        String id = newId();
        upload(update(WAREHOUSE), List.of(cell(id, WAREHOUSE, "первая"), cell(id, WAREHOUSE, "вторая")));
        assertThat(found(EntitySet.CELLS, id).text("description")).isEqualTo("вторая");
        assertThat(keys(EntitySet.CELLS, where("id", id))).hasSize(1);
    }

    @Test
    void a_cell_belongs_to_the_warehouse_of_its_upload() {
        Cell cell = new Cell(cell(newId(), WAREHOUSE, "").properties().without("warehouseId"));
        upload(update(WAREHOUSE), List.of(cell));
        assertThat(found(EntitySet.CELLS, cell.id()).text("warehouseId")).isEqualTo(WAREHOUSE);
    }

    @Test
    void an_overwrite_of_one_warehouse_leaves_the_cells_of_the_other() {
        String other = otherWarehouse();
        upload(update(other), List.of(cell(newId(), other, "остаётся")));
        List<Cell> theirs = cellsOf(other);
        List<Cell> before = cellsOf(WAREHOUSE);
        try {
            Cell only = cell(newId(), WAREHOUSE, "");
            upload(overwrite(WAREHOUSE), List.of(only));
            assertThat(cellsOf(WAREHOUSE)).extracting(Cell::id).containsExactly(only.id());
            assertThat(cellsOf(other)).isEqualTo(theirs);
        } finally {
            upload(overwrite(WAREHOUSE), before);
        }
        assertThat(cellsOf(WAREHOUSE)).isEqualTo(before);
    }

    @Test
    void uploads_of_two_warehouses_are_open_at_once() {
        String other = otherWarehouse();
        Cell ours = cell(newId(), WAREHOUSE, "");
        Cell theirs = cell(newId(), other, "");
        Upload<Cell> first = transport().begin(update(WAREHOUSE), call());
        Upload<Cell> second = transport().begin(update(other), call());
        first.add(List.of(ours).iterator(), call());
        second.add(List.of(theirs).iterator(), call());
        first.end(call());
        second.reset(call());
        assertThat(has(EntitySet.CELLS, ours.id())).isTrue();
        assertThat(has(EntitySet.CELLS, theirs.id())).isFalse();
    }

    @Test
    void a_warehouse_that_the_base_does_not_have_takes_no_upload() {
        String unknown = newId();
        failsWith(Category.NOT_FOUND, () -> transport().begin(update(unknown), call()));
        failsWith(Category.NOT_FOUND, () -> transport().begin(overwrite(unknown), call()));
    }

    @Test
    @Needs(value = Verb.CREATE, on = SetKind.CELLS)
    void a_cell_outside_an_upload_is_a_conflict() {
        Cell cell = cell(newId(), WAREHOUSE, "");
        failsWith(Category.CONFLICT, () -> transport().create(EntitySet.CELLS, cell, call()));
        assertThat(has(EntitySet.CELLS, cell.id())).isFalse();
    }
}
