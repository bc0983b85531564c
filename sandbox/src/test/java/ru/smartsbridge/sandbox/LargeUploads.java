package ru.smartsbridge.sandbox;

import static ru.smartsbridge.sandbox.Sandboxes.CALL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.LongStream;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;

/** A program for a JVM of its own with a small heap: uploads 200,000 products in one call and in 200, and lists them. */
final class LargeUploads {
    private static final int PRODUCTS = 200_000;
    private static final int CALLS = 200;

    private LargeUploads() {}

    public static void main(String[] arguments) throws Exception {
        Path state = Path.of(arguments[0]);
        try (Transport base = Sandboxes.demo(state)) {
            timed("one call, overwrite", () -> upload(base, UploadPlan.Mode.OVERWRITE, 1));
            timed("listed", () -> list(base));
            timed("200 calls, update", () -> upload(base, UploadPlan.Mode.UPDATE, CALLS));
            timed("listed", () -> list(base));
            long megabytes = Files.size(state.resolve(SandboxProvider.FILE)) >> 20;
            System.out.println("file: " + megabytes + " MB");
        }
    }

    private static void timed(String what, Runnable work) {
        long begun = System.nanoTime();
        work.run();
        System.out.println(what + ": " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    private static void upload(Transport base, UploadPlan.Mode mode, int calls) {
        Upload<Product> upload = base.begin(new UploadPlan.Products(mode), CALL);
        int each = PRODUCTS / calls;
        for (int call = 0; call < calls; call++) {
            long taken = upload.add(products((long) call * each, each), CALL);
            require(taken == each, "taken " + taken);
        }
        upload.end(CALL);
    }

    private static Iterator<Product> products(long first, int count) {
        return LongStream.range(first, first + count)
                .mapToObj(LargeUploads::product)
                .iterator();
    }

    private static Product product(long number) {
        Properties packing = Properties.builder()
                .put("name", "Штука")
                .put("unitsQuantity", 1)
                .put("barcode", "460" + number)
                .put("id", "шт")
                .build();
        return new Product(Properties.builder()
                .put("id", "p-" + number)
                .put("name", "Товар из большой выгрузки, номер " + number)
                .put("barcode", "460" + number)
                .put("basePackingId", "шт")
                .put("marking", "АРТ-" + number)
                .put("packings", java.util.List.of(packing))
                .build());
    }

    private static void list(Transport base) {
        long listed = 0;
        try (Rows<Product> rows = base.list(EntitySet.PRODUCTS, Query.ALL.withCount(), CALL)) {
            require(rows.count().orElseThrow() == PRODUCTS, "count " + rows.count());
            for (; rows.hasNext(); listed++) {
                require(rows.next().id().equals("p-" + listed), "order at " + listed);
            }
        }
        require(listed == PRODUCTS, "listed " + listed);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
