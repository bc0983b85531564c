package ru.smartsbridge.sandbox.uploads;

import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.upload.UploadTarget;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.sandbox.base.Base;
import ru.smartsbridge.sandbox.base.Place;
import ru.smartsbridge.sandbox.store.Log;
import ru.smartsbridge.sandbox.store.Shelf;
import ru.smartsbridge.sandbox.store.Stored;

/** Products as such: one that comes again replaces the earlier one whole. */
final class ProductsDestination implements Destination<Product> {
    private final Base base;
    private final Place place;
    private final Mode mode;

    ProductsDestination(Base base, Mode mode) {
        this.base = base;
        this.place = base.place(EntitySet.PRODUCTS);
        this.mode = mode;
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
    public Stored accepted(Product product) {
        return withId(place, "id", product.properties());
    }

    @Override
    public void apply(Log log) {
        Merging.into(base, place.shelf(), mode, log.all(), Shelf::put);
    }

    /** What has no key could never be merged. */
    static Stored withId(Place place, String keyName, Properties entity) {
        return Base.keyText(entity, keyName)
                .filter(id -> !id.isEmpty())
                .map(id -> Stored.of(entity))
                .orElseThrow(() -> ApiTexts.invalid("entity.noKey", place.info().name(), keyName)
                        .at(keyName));
    }
}
