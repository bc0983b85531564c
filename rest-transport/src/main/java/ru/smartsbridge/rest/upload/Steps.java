package ru.smartsbridge.rest.upload;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.Entity;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.rest.odata.Percent;

/**
 * Where the steps of an upload go and what they carry [edmx: the bound actions and their parameters].
 *
 * @param set address of the set that the actions are bound to
 * @param kind the second part of the actions' names: {@code Update}, {@code Overwrite}, {@code UploadProducts}
 * @param add address that portions are posted to
 * @param begin parameters of Begin
 * @param rest parameters of End and Reset
 */
record Steps(String set, String kind, String add, Properties begin, Properties rest) {
    private static final String WAREHOUSE = "warehouseId";

    static Steps of(UploadPlan<?> plan) {
        if (plan instanceof UploadPlan.Products products) {
            return plain("Products", products.mode());
        }
        if (plan instanceof UploadPlan.TableRows rows) {
            return plain("Tables/" + Percent.encode(rows.uni()), rows.mode());
        }
        if (plan instanceof UploadPlan.Cells cells) {
            Properties warehouse =
                    Properties.builder().put(WAREHOUSE, cells.warehouseId()).build();
            return new Steps("Cells", kind(cells.mode()), "Cells", warehouse, warehouse);
        }
        return records((UploadPlan.ProductRecords) plan);
    }

    private static Steps plain(String set, UploadPlan.Mode mode) {
        return new Steps(set, kind(mode), set, Properties.EMPTY, Properties.EMPTY);
    }

    private static Steps records(UploadPlan.ProductRecords plan) {
        Properties begin = Properties.builder()
                .put("lschema", plan.columns().names().stream().map(Value::text).toList())
                .put("rewriteProductsBook", plan.rewriteProductsBook())
                .put("useFullTextSearch", plan.useFullTextSearch())
                .build();
        return new Steps("Products", "UploadProducts", "Products/AddProductsToUpload", begin, Properties.EMPTY);
    }

    private static String kind(UploadPlan.Mode mode) {
        return mode == UploadPlan.Mode.UPDATE ? "Update" : "Overwrite";
    }

    String action(String verb) {
        return set + "/" + verb + kind;
    }

    /** The values that stand for one added thing in the array of a portion. */
    static List<Value> written(UploadPlan<?> plan, Object added) {
        if (added instanceof ProductRecord record) {
            // the server divides what it gets by the columns alone: one value too many would make it another product
            ((UploadPlan.ProductRecords) plan).columns().requireSize(record);
            List<Value> values = new ArrayList<>(record.values().size());
            record.values().forEach(value -> values.add(Value.text(value)));
            return values;
        }
        Properties entity = ((Entity) added).properties();
        boolean homeless = added instanceof Cell cell && cell.warehouseId() == null;
        if (homeless && plan instanceof UploadPlan.Cells cells) {
            return List.of(entity.with(WAREHOUSE, Value.text(cells.warehouseId())));
        }
        return List.of(entity);
    }
}
