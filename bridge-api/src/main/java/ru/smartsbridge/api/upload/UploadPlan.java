package ru.smartsbridge.api.upload;

import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;

/**
 * What a Begin asks for: the target, how it is filled, and so what comes between Begin and End.
 *
 * @param <T> what is added between Begin and End
 */
public sealed interface UploadPlan<T> {
    /** What it fills. */
    UploadTarget target();

    /** Merging by key into what is there, or replacing all of it at End [doc]. */
    enum Mode {
        UPDATE,
        OVERWRITE
    }

    /** {@code Products/BeginUpdate}, {@code Products/BeginOverwrite}. */
    record Products(Mode mode) implements UploadPlan<Product> {
        @Override
        public UploadTarget target() {
            return new UploadTarget.Products();
        }
    }

    /**
     * {@code Products/BeginUploadProducts}: products as rows of text.
     *
     * @param rewriteProductsBook whether End replaces all products, else it merges [doc]
     * @param useFullTextSearch handed to the base as it is
     */
    record ProductRecords(ProductColumns columns, boolean rewriteProductsBook, boolean useFullTextSearch)
            implements UploadPlan<ProductRecord> {
        @Override
        public UploadTarget target() {
            return new UploadTarget.Products();
        }
    }

    /** {@code Tables/{uni}/BeginUpdate}, {@code …/BeginOverwrite}. */
    record TableRows(String uni, Mode mode) implements UploadPlan<Row> {
        @Override
        public UploadTarget target() {
            return new UploadTarget.Table(uni);
        }
    }

    /** {@code Cells/BeginUpdate}, {@code Cells/BeginOverwrite} with a warehouse. */
    record Cells(String warehouseId, Mode mode) implements UploadPlan<Cell> {
        @Override
        public UploadTarget target() {
            return new UploadTarget.Cells(warehouseId);
        }
    }
}
