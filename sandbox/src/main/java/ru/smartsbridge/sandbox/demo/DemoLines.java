package ru.smartsbridge.sandbox.demo;

import java.util.ArrayList;
import java.util.List;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.documents.Defaults;

/** Plan and fact lines of the demo base's documents. */
final class DemoLines {
    private final long seed;
    private final Goods goods;
    private final long products;
    private final DemoCalendar calendar;

    DemoLines(long seed, Goods goods, long products, DemoCalendar calendar) {
        this.seed = seed;
        this.goods = goods;
        this.products = products;
        this.calendar = calendar;
    }

    /** So many plan lines, none in a base without products. */
    List<Properties> plan(int document, int count) {
        List<Properties> lines = new ArrayList<>();
        for (int i = 0; i < count && products > 0; i++) {
            long number = (document * 5L + i) % Math.min(products, 100);
            Chance chance = Chance.of(seed, "plan", document * 1000L + i);
            lines.add(line(goods.product(number), chance, i, "ERP", chance.between(1, 24), 0, Value.NULL));
        }
        return lines;
    }

    /** Plan lines of a finished document, all found. */
    List<Properties> counted(List<Properties> plan) {
        return plan.stream()
                .map(line -> line.with(
                        "currentQuantity", line.get("declaredQuantity").orElseThrow()))
                .toList();
    }

    /** A fact line for each plan line, with its marking code where the goods have one. */
    List<Properties> fact(List<Properties> plan, int document) {
        List<Properties> lines = new ArrayList<>();
        for (Properties planned : plan) {
            long number = Long.parseLong(planned.text("productId")) - 1;
            Chance chance = Chance.of(seed, "fact", document * 1000L + lines.size());
            int quantity = planned.decimal("declaredQuantity").intValueExact();
            Value bound = planned.get("uid").orElseThrow();
            Properties line = line(goods.product(number), chance, lines.size(), "Device", 0, quantity, bound);
            lines.add(line.with("registeredDate", Value.text(calendar.minute(document * 7L + 4))));
        }
        return lines;
    }

    private static Properties line(
            Properties product, Chance chance, int index, String by, int declared, int current, Value bound) {
        Properties packing = product.objects("packings").get(0);
        boolean marked = product.flag("etoMarkiruemyj");
        return Properties.builder()
                .put("uid", chance.guid())
                .put("createdBy", by)
                .put("productId", product.text("id"))
                .put("declaredQuantity", declared)
                .put("currentQuantity", current)
                .put("currentQuantityWithBinding", current)
                .put("firstStorageId", Value.NULL)
                .put("secondStorageId", Value.NULL)
                .put("firstStorageBarcode", Value.NULL)
                .put("secondStorageBarcode", Value.NULL)
                .put("firstCellId", String.format("A-%02d-%02d", index % 3 + 1, index % 4 + 1))
                .put("secondCellId", Value.NULL)
                .put("packingId", packing.text("id"))
                .put("sscc", Value.NULL)
                .put("registeredDate", Defaults.NO_DATE)
                .put("registrationDate", Defaults.NO_DATE)
                .put("index", index)
                .put("expiredDate", Defaults.NO_DATE)
                .put("bindedLineUid", bound)
                .put("productName", product.text("name"))
                .put("productMarking", product.text("marking"))
                .put("productBarcode", product.text("barcode"))
                .put("packingName", packing.text("name"))
                .put("packingUnitsQuantity", packing.decimal("unitsQuantity"))
                .put("seriya", product.flag("ispolzovatSerii") ? "П-" + (100 + index) : "")
                .put("markaISMP", marked ? Barcodes.markingCode(product.text("barcode"), chance) : "")
                .put("cena", product.decimal("cena"))
                .put("etoMarkiruemyj", marked)
                .put("packing", packing)
                .put("pallet", Value.NULL)
                .build();
    }
}
