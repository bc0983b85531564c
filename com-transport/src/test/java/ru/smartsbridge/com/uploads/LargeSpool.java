package ru.smartsbridge.com.uploads;

import java.nio.file.Path;
import java.util.List;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;

/** Spools and gathers a million products, each one twice; run in a JVM with a small heap, it prints what that takes. */
public final class LargeSpool {
    private static final int PRODUCTS = 1_000_000;
    private static final int TWICE = 100_000;

    private LargeSpool() {}

    public static void main(String[] arguments) throws Exception {
        UploadPlan.Products plan = new UploadPlan.Products(Mode.OVERWRITE);
        ProductsDestination destination = new ProductsDestination(plan);
        try (Spool spool = Spool.create(Path.of(arguments[0]), SpoolFormat.header(plan))) {
            long start = System.nanoTime();
            for (int i = 0; i < PRODUCTS + TWICE; i++) {
                spool.add(destination.spooled(product(i % PRODUCTS)));
            }
            spool.settle();
            long added = System.nanoTime();
            Gathered gathered = Gathered.of(spool, destination);
            long indexed = System.nanoTime();
            int read = 0;
            for (Gathered.Entities entities = gathered.entities(); entities.hasNext(); entities.next()) {
                read++;
            }
            long end = System.nanoTime();
            System.out.printf(
                    "distinct %d read %d; ns per product: add %d, index %d, read %d%n",
                    gathered.distinct(),
                    read,
                    (added - start) / PRODUCTS,
                    (indexed - added) / PRODUCTS,
                    (end - indexed) / PRODUCTS);
        }
    }

    private static Properties product(int i) {
        return Properties.builder()
                .put("id", "00000000-0000-4000-8000-" + i)
                .put("name", "Товар номер " + i)
                .put("barcode", "460" + i)
                .put("marking", "М-" + i)
                .put("basePackingId", "шт")
                .put(
                        "packings",
                        List.of(Properties.builder()
                                .put("id", "шт")
                                .put("name", "штука")
                                .put("unitsQuantity", 1)
                                .build()))
                .build();
    }
}
