package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.EntityMapping;
import ru.smartsbridge.com.reading.SetPlace;

/** What StorageConnector takes uploads of: products, tables and cells. */
final class StorageDestinations implements Destinations<ComSession> {
    private final UploadBase base;

    StorageDestinations(UploadBase base) {
        this.base = base;
    }

    @Override
    public EntityMapping mapping() {
        return base.mapping().get();
    }

    @Override
    @SuppressWarnings("unchecked") // each plan goes with the destination of what it adds
    public <T> Destination<T, ComSession> of(UploadPlan<T> plan) {
        if (plan instanceof UploadPlan.Products products) {
            return (Destination<T, ComSession>) new ProductsDestination(products);
        }
        if (plan instanceof UploadPlan.ProductRecords records) {
            records.columns().requireKnown(base.schema().get().schema());
            return (Destination<T, ComSession>)
                    new RecordsDestination(records, () -> base.schema().get().schema());
        }
        if (plan instanceof UploadPlan.TableRows rows) {
            return (Destination<T, ComSession>) new RowsDestination(base, place(EntitySet.table(rows.uni())), rows);
        }
        UploadPlan.Cells cells = (UploadPlan.Cells) plan;
        requireWarehouse(cells.warehouseId());
        return (Destination<T, ComSession>) new CellsDestination(base, place(EntitySet.CELLS), cells);
    }

    private SetPlace place(EntitySet<?> set) {
        return SetPlace.of(base.schema().get().schema().edmx(), set);
    }

    /** The component begins an upload of an unknown warehouse without a word [run]. */
    private void requireWarehouse(String id) {
        if (base.schema().get().warehouses().stream()
                .noneMatch(known -> known.id().equals(id))) {
            throw ApiTexts.notFound("entity.unknown", "Warehouses", id);
        }
    }
}
