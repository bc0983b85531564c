package ru.smartsbridge.com.uploads;

import java.util.function.Supplier;
import ru.smartsbridge.api.schema.Schema;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;

/** Products as records of text: those of one product are put together, whether they stand together or not. */
final class RecordsDestination extends ProductsBook<ProductRecord> {
    private final UploadPlan.ProductRecords plan;
    private final Supplier<Schema> schema;

    RecordsDestination(UploadPlan.ProductRecords plan, Supplier<Schema> schema) {
        super(mode(plan), plan.useFullTextSearch());
        this.plan = plan;
        this.schema = schema;
    }

    static Mode mode(UploadPlan.ProductRecords plan) {
        return plan.rewriteProductsBook() ? Mode.OVERWRITE : Mode.UPDATE;
    }

    @Override
    public boolean merges() {
        return true;
    }

    @Override
    public Spooled accepted(ProductRecord added) {
        return spooled(plan.columns().product(added, schema.get()));
    }
}
