package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;

/** Sets that are larger than the heap: to be run with {@code -Xmx256m}. */
class LargeInWindows {
    private static final int UPLOADED = 1_000_000;
    private static final int READ = 100_000;
    private static final long HEAP = 256L << 20;

    @TempDir
    private Path state;

    @Test
    void a_million_products_are_uploaded_and_a_hundred_thousand_read_in_a_heap_of_256_megabytes() {
        assertThat(Runtime.getRuntime().maxMemory()).as("-Xmx").isLessThanOrEqualTo(HEAP);
        try (BridgedBase base = BridgedBase.open(state, java.util.Map.of("timeout", Duration.ofMinutes(3)))) {
            base.connected();
            timed(
                    "1,000,000 products uploaded",
                    () -> base.upload(new UploadPlan.Products(Mode.OVERWRITE), Goods.products("п", UPLOADED)));
            timed("100,000 of them read", () -> assertThat(read(base)).isEqualTo(READ));
            Product last = base.find(EntitySet.PRODUCTS, "п" + (UPLOADED - 1)).orElseThrow();
            assertThat(last.name()).isEqualTo("Товар " + (UPLOADED - 1));
        }
    }

    private static long read(BridgedBase base) {
        long count = 0;
        try (Rows<Product> rows =
                base.transport().list(EntitySet.PRODUCTS, Query.ALL.withTop(READ), BridgedBase.CALL)) {
            for (; rows.hasNext(); count++) {
                Product product = rows.next();
                assertThat(product.packings()).as(product.id()).hasSize(1);
            }
        }
        return count;
    }

    private static void timed(String what, Runnable action) {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
        long begin = System.nanoTime();
        action.run();
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        long peak = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        System.out.printf("figure: %s: %.1f s, heap %d MB at most%n", what, took.toMillis() / 1000.0, peak >> 20);
    }
}
