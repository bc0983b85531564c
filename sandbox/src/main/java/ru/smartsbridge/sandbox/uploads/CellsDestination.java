package ru.smartsbridge.sandbox.uploads;

import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.error.SandboxTexts;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Stored;
import ru.smartsbridge.sandbox.store.Writing;

/** The cells of one warehouse, known by their id within it. */
final class CellsDestination implements Destination<Cell> {
    private final Base base;
    private final Place place;
    private final String warehouse;
    private final Mode mode;

    CellsDestination(Base base, UploadPlan.Cells plan) {
        this.base = base;
        this.place = base.place(EntitySet.CELLS);
        this.warehouse = plan.warehouseId();
        this.mode = plan.mode();
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Cells(warehouse);
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Stored accepted(Cell cell) {
        Properties own =
                ProductsDestination.withId(place, "id", cell.properties()).entity();
        String given = own.text("warehouseId");
        if (given != null && !given.isEmpty() && !given.equals(warehouse)) {
            throw SandboxTexts.invalid("cell.otherWarehouse", cell.id(), given, warehouse)
                    .at("warehouseId");
        }
        return new Stored(warehouse, own.with("warehouseId", Value.text(warehouse)));
    }

    @Override
    public void apply(Log log) {
        base.store().write(writing -> {
            Shelf cells = writing.shelf(place.shelf());
            if (mode == Mode.OVERWRITE) {
                cells.forEachPosition(warehouse::equals, cells::remove);
            }
            log.all().forEachRemaining(cells::put);
            forgetNested(writing);
            return null;
        });
    }

    /** Cells that were recorded within their warehouse are those from before. */
    private void forgetNested(Writing writing) {
        Shelf warehouses = writing.shelf("Warehouses");
        warehouses.position(warehouse).ifPresent(position -> {
            Stored stored = warehouses.at(position);
            if (stored.entity().has("cells")) {
                warehouses.replace(position, stored.with(stored.entity().without("cells")));
            }
        });
    }
}
