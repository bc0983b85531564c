package ru.smartsbridge.com.standin;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;

/** What a hundred thousand calls leave behind, with an apartment that is made anew again and again. */
class RecyclingInWindows {
    private static final int CALLS = 100_000;
    private static final int TASKS = 2_000;
    private static final int WARMING = 10_000;

    @TempDir
    private Path state;

    @Test
    void a_hundred_thousand_calls_leave_no_objects_and_no_heap_behind() {
        try (StandIn standIn = new StandIn();
                BridgedBase base = BridgedBase.open(state, Map.of("recycle-calls", (long) TASKS))) {
            List<String> products =
                    base.list(EntitySet.PRODUCTS).stream().map(Product::id).toList();
            base.transport().create(Goods.ORDERS, Goods.order("read", 3), BridgedBase.CALL);
            for (int i = 0; i < WARMING; i++) {
                read(base, products, i);
            }
            int alive = standIn.liveObjects();
            long used = used();
            long opened = standIn.callsOf("StorageConnector.SelectCurrentApp");
            for (int i = 0; i < CALLS; i++) {
                read(base, products, i);
            }
            int aliveAfter = standIn.liveObjects();
            long usedAfter = used();
            System.out.printf(
                    "figure: %,d calls, apartment made anew %d times: live objects %d, then %d; heap %,d, then %,d bytes%n",
                    CALLS,
                    standIn.callsOf("StorageConnector.SelectCurrentApp") - opened,
                    alive,
                    aliveAfter,
                    used,
                    usedAfter);
            assertThat(standIn.callsOf("StorageConnector.SelectCurrentApp") - opened)
                    .as("recycled")
                    .isGreaterThanOrEqualTo(CALLS / TASKS - 1);
            assertThat(aliveAfter).as("live objects").isEqualTo(alive);
            assertThat(usedAfter).as("used heap").isLessThanOrEqualTo(used + used / 20);
            assertThat(standIn.foreignReleases()).isZero();
        }
    }

    /** One of the reads that clients make all day; each is one task of the apartment at least. */
    private static void read(BridgedBase base, List<String> products, int i) {
        switch (i % 10) {
            case 0 ->
                assertThat(base.transport().baseInfo(BridgedBase.CALL).id()).isNotEmpty();
            case 1 ->
                assertThat(base.find(Goods.ORDERS, "read", "declaredItems")).isPresent();
            case 2 -> assertThat(first(base)).isEqualTo(products.get(0));
            default ->
                assertThat(base.find(EntitySet.PRODUCTS, products.get(i % products.size())))
                        .isPresent();
        }
    }

    /** Of a read that is left before its end nothing may stay either. */
    private static String first(BridgedBase base) {
        try (Rows<Product> rows = base.transport().list(EntitySet.PRODUCTS, Query.ALL.withTop(2), BridgedBase.CALL)) {
            return rows.next().id();
        }
    }

    /**
     * The heap that was in use right after everything was collected: what a collector counts between its runs has its
     * regions rounded up. The least of several looks, as soft references and finalizers take their time.
     */
    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    ManagementFactory.getMemoryPoolMXBeans().stream()
                            .filter(pool -> pool.getType() == MemoryType.HEAP)
                            .mapToLong(pool -> pool.getCollectionUsage().getUsed())
                            .sum());
        }
        return least;
    }
}
