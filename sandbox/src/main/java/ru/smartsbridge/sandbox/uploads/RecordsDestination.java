package ru.smartsbridge.sandbox.uploads;

import java.util.Iterator;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadPlan.ProductRecords;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Stored;

/** Products as records of text: those of one product are put together first, whether they stand together or not. */
final class RecordsDestination implements Destination<ProductRecord> {
    private final Base base;
    private final Place place;
    private final ProductRecords plan;

    RecordsDestination(Base base, ProductRecords plan) {
        this.base = base;
        this.place = base.place(EntitySet.PRODUCTS);
        this.plan = plan;
    }

    @Override
    public UploadTarget target() {
        return new UploadTarget.Products();
    }

    @Override
    public Place place() {
        return place;
    }

    @Override
    public Stored accepted(ProductRecord added) {
        return ProductsDestination.withId(
                place, "id", plan.columns().product(added, base.schema().current()));
    }

    @Override
    public void apply(Log log) {
        Shelf products = base.store().newShelf(base.keys(place.shelf()));
        try {
            for (Iterator<Stored> records = log.all(); records.hasNext(); ) {
                put(products, records.next());
            }
            Mode mode = plan.rewriteProductsBook() ? Mode.OVERWRITE : Mode.UPDATE;
            Merging.into(base, place.shelf(), mode, products.all(), Shelf::put);
        } finally {
            base.store().drop(products);
        }
    }

    private static void put(Shelf products, Stored record) {
        String id = Base.keyText(record.entity(), "id").orElseThrow();
        products.position(id)
                .ifPresentOrElse(
                        position -> {
                            Stored earlier = products.at(position);
                            products.replace(
                                    position, earlier.with(ProductColumns.merged(earlier.entity(), record.entity())));
                        },
                        () -> products.append(record));
    }
}
