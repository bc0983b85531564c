package ru.smartsbridge.sandbox.uploads;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.store.Snapshot;

/** The open uploads of a base, one for each target at most. Thread-safe. */
public final class Uploads {
    private final Base base;
    private final Map<UploadTarget, OpenUpload<?>> open = new ConcurrentHashMap<>();

    public Uploads(Base base) {
        this.base = base;
    }

    /** Begins an upload in place of the one that is open on its target. */
    public <T> Upload<T> begin(UploadPlan<T> plan) {
        if (plan instanceof UploadPlan.ProductRecords records) {
            records.columns().requireKnown(base.schema().current());
        }
        OpenUpload<T> upload = new OpenUpload<>(base, destination(plan), this::forget);
        Optional.ofNullable(open.put(upload.target(), upload)).ifPresent(OpenUpload::drop);
        return upload;
    }

    /** Drops what is open on a plan's target. */
    public void abandon(UploadPlan<?> plan) {
        Optional.ofNullable(open.remove(destination(plan).target())).ifPresent(OpenUpload::drop);
    }

    private void forget(OpenUpload<?> upload) {
        open.remove(upload.target(), upload);
    }

    @SuppressWarnings("unchecked") // each plan goes with the destination of what it adds
    private <T> Destination<T> destination(UploadPlan<T> plan) {
        if (plan instanceof UploadPlan.Products products) {
            return (Destination<T>) new ProductsDestination(base, products.mode());
        }
        if (plan instanceof UploadPlan.ProductRecords records) {
            return (Destination<T>) new RecordsDestination(base, records);
        }
        if (plan instanceof UploadPlan.TableRows rows) {
            return (Destination<T>) new RowsDestination(base, base.place(EntitySet.table(rows.uni())), rows.mode());
        }
        UploadPlan.Cells cells = (UploadPlan.Cells) plan;
        requireWarehouse(cells.warehouseId());
        return (Destination<T>) new CellsDestination(base, cells);
    }

    private void requireWarehouse(String id) {
        try (Snapshot snapshot = base.store().snapshot()) {
            snapshot.shelf("Warehouses")
                    .flatMap(warehouses -> warehouses.find(id))
                    .orElseThrow(() -> ApiTexts.notFound("entity.unknown", "Warehouses", id));
        }
    }
}
