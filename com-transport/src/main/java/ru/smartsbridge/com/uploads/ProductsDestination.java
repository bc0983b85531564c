package ru.smartsbridge.com.uploads;

import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.UploadPlan;

/** Products as such: one that comes again replaces the earlier one whole. */
final class ProductsDestination extends ProductsBook<Product> {
    /** Devices find products by barcode and id without it; who wants it asks by records of text [guess]. */
    private static final boolean FULL_TEXT = false;

    ProductsDestination(UploadPlan.Products plan) {
        super(plan.mode(), FULL_TEXT);
    }

    @Override
    public Spooled accepted(Product added) {
        return spooled(added.properties());
    }
}
