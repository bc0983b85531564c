package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static ru.smartsbridge.sandbox.Sandboxes.CALL;
import static ru.smartsbridge.sandbox.Sandboxes.all;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Cell;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class UploadTest {
    private static final EntitySet<Row> PRICES = EntitySet.table("Ceny");

    @TempDir
    private Path state;

    private Transport base;

    @BeforeEach
    void open() {
        base = Sandboxes.open(state, Map.of("products", 20L));
    }

    @AfterEach
    void close() {
        base.close();
    }

    private static Product product(String id, String name) {
        return new Product(Properties.builder().put("id", id).put("name", name).build());
    }

    private static Iterator<Product> products(int count, String name) {
        return IntStream.range(0, count)
                .mapToObj(number -> product("p" + number, name))
                .iterator();
    }

    private static Row price(String product, String price) {
        return new Row(Properties.builder()
                .put("idTovara", product)
                .put("idUpakovki", "шт")
                .put("vidCeny", "Розничная")
                .put("cena", new Value.Number(price))
                .build());
    }

    private <T> void upload(UploadPlan<T> plan, List<T> items) {
        Upload<T> upload = base.begin(plan, CALL);
        upload.add(items.iterator(), CALL);
        upload.end(CALL);
    }

    @Test
    void a_call_that_breaks_off_leaves_the_upload_as_it_was_before() {
        Upload<Product> upload = base.begin(new UploadPlan.Products(Mode.OVERWRITE), CALL);
        upload.add(products(3, "kept"), CALL);
        Iterator<Product> broken = Stream.concat(
                        Stream.of(product("p1", "half"), product("x", "half")),
                        Stream.of("!").map(UploadTest::broken))
                .iterator();
        assertThatThrownBy(() -> upload.add(broken, CALL)).hasMessage("the client is gone");
        upload.add(List.of(product("last", "kept")).iterator(), CALL);
        upload.end(CALL);
        assertThat(all(base, EntitySet.PRODUCTS).stream().map(product -> product.text("id")))
                .containsExactly("p0", "p1", "p2", "last");
        assertThat(all(base, EntitySet.PRODUCTS)).allMatch(product -> "kept".equals(product.text("name")));
    }

    private static Product broken(String why) {
        throw new IllegalStateException("the client is gone");
    }

    @Test
    void a_list_that_is_being_read_goes_on_over_what_was_there_while_an_upload_ends() {
        try (Rows<Product> rows = base.list(EntitySet.PRODUCTS, Query.ALL, CALL)) {
            rows.next();
            upload(new UploadPlan.Products(Mode.OVERWRITE), List.of(product("only", "x")));
            List<Product> rest = new ArrayList<>();
            rows.forEachRemaining(rest::add);
            assertThat(rest).hasSize(19).noneMatch(product -> product.id().equals("only"));
        }
        assertThat(all(base, EntitySet.PRODUCTS)).hasSize(1);
    }

    @Test
    void readers_see_all_of_an_upload_or_nothing_whatever_ends_beside_them() throws Exception {
        upload(new UploadPlan.Products(Mode.OVERWRITE), List.of());
        upload(new UploadPlan.Products(Mode.OVERWRITE), list(products(500, "v0")));
        ExecutorService threads = Executors.newFixedThreadPool(3);
        AtomicBoolean writing = new AtomicBoolean(true);
        CountDownLatch reading = new CountDownLatch(2);
        try {
            Callable<Integer> reader = () -> {
                int reads = 0;
                for (; writing.get() || reads == 0; reads++) {
                    List<Properties> seen = all(base, EntitySet.PRODUCTS);
                    assertThat(seen).hasSize(500);
                    assertThat(seen.stream()
                                    .map(product -> product.text("name"))
                                    .distinct())
                            .hasSize(1);
                    reading.countDown();
                }
                return reads;
            };
            Future<Integer> first = threads.submit(reader);
            Future<Integer> second = threads.submit(reader);
            assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
            for (int round = 1; round <= 20; round++) {
                Mode mode = round % 2 == 0 ? Mode.OVERWRITE : Mode.UPDATE;
                upload(new UploadPlan.Products(mode), list(products(500, "v" + round)));
            }
            writing.set(false);
            assertThat(first.get(30, TimeUnit.SECONDS)).isPositive();
            assertThat(second.get(30, TimeUnit.SECONDS)).isPositive();
        } finally {
            writing.set(false);
            threads.shutdownNow();
        }
        assertThat(all(base, EntitySet.PRODUCTS)).allMatch(product -> "v20".equals(product.text("name")));
    }

    private static List<Product> list(Iterator<Product> products) {
        List<Product> list = new ArrayList<>();
        products.forEachRemaining(list::add);
        return list;
    }

    @Test
    void a_product_without_an_id_is_refused() {
        Upload<Product> upload = base.begin(new UploadPlan.Products(Mode.UPDATE), CALL);
        Product nameless = new Product(Properties.builder().put("name", "x").build());
        refused(Category.INVALID_REQUEST, () -> upload.add(List.of(nameless).iterator(), CALL));
        upload.reset(CALL);
    }

    @Test
    void an_upload_that_another_begin_replaced_is_gone() {
        Upload<Product> old = base.begin(new UploadPlan.Products(Mode.UPDATE), CALL);
        old.add(products(2, "old"), CALL);
        Upload<Product> young = base.begin(new UploadPlan.Products(Mode.UPDATE), CALL);
        refused(Category.CONFLICT, () -> old.add(products(1, "old"), CALL));
        refused(Category.CONFLICT, () -> old.end(CALL));
        old.reset(CALL);
        young.add(List.of(product("young", "x")).iterator(), CALL);
        young.end(CALL);
        assertThat(base.find(EntitySet.PRODUCTS, "young", Query.ALL, CALL)).isPresent();
        assertThat(base.find(EntitySet.PRODUCTS, "p0", Query.ALL, CALL)).isEmpty();
    }

    @Test
    void a_begin_does_not_wait_for_a_portion_that_is_still_coming() throws Exception {
        Upload<Product> slow = base.begin(new UploadPlan.Products(Mode.UPDATE), CALL);
        CountDownLatch coming = new CountDownLatch(1);
        CountDownLatch replaced = new CountDownLatch(1);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Iterator<Product> portion = Stream.of("s1", "s2")
                    .map(id -> {
                        coming.countDown();
                        await(replaced);
                        return product(id, "slow");
                    })
                    .iterator();
            Future<Long> adding = thread.submit(() -> slow.add(portion, CALL));
            await(coming);
            Upload<Product> other = base.begin(new UploadPlan.Products(Mode.UPDATE), CALL);
            replaced.countDown();
            assertThatThrownBy(() -> adding.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(BridgeException.class);
            other.end(CALL);
            assertThat(base.find(EntitySet.PRODUCTS, "s1", Query.ALL, CALL)).isEmpty();
        } finally {
            replaced.countDown();
            thread.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void records_of_one_product_need_not_stand_together() {
        ProductColumns columns = ProductColumns.of(
                List.of("Product.Id", "Product.Name", "Packing.Id", "Packing.unitsQuantity", "Packing.price"));
        upload(
                new UploadPlan.ProductRecords(columns, true, false),
                List.of(
                        new ProductRecord(List.of("1", "Молоко", "шт", "1", "89.90")),
                        new ProductRecord(List.of("2", "Хлеб", "шт", "1", "40")),
                        new ProductRecord(List.of("1", "Молоко", "кор", "12", "1000.0"))));
        assertThat(all(base, EntitySet.PRODUCTS)).hasSize(2);
        assertThat(all(base, EntitySet.PRODUCTS).get(0))
                .hasToString("{\"id\":\"1\",\"name\":\"Молоко\",\"packings\":["
                        + "{\"id\":\"шт\",\"unitsQuantity\":1,\"price\":89.90},"
                        + "{\"id\":\"кор\",\"unitsQuantity\":12,\"price\":1000.0}]}");
    }

    @Test
    void rows_without_a_uid_are_known_by_the_key_fields_of_their_table() {
        List<Properties> before = all(base, PRICES);
        Properties first = before.get(0);
        upload(new UploadPlan.TableRows("Ceny", Mode.UPDATE), List.of(price(first.text("idTovara"), "1.50")));
        List<Properties> after = all(base, PRICES);
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.get(0).get("uid")).isEqualTo(first.get("uid"));
        assertThat(after.get(0).get("cena")).contains(new Value.Number("1.50"));
    }

    @Test
    void of_rows_with_one_key_the_last_wins_also_within_one_upload() {
        upload(
                new UploadPlan.TableRows("Ceny", Mode.OVERWRITE),
                List.of(price("1", "1"), price("2", "2"), price("1", "3")));
        List<Properties> rows = all(base, PRICES);
        assertThat(rows.stream().map(row -> row.decimal("cena").intValueExact()))
                .containsExactly(3, 2);
        assertThat(rows.stream().map(row -> row.decimal("index").intValueExact()))
                .containsExactly(0, 1);
        assertThat(rows).allMatch(row -> !row.text("uid").isEmpty());
    }

    @Test
    void cells_of_one_warehouse_are_replaced_and_those_of_the_others_stay() {
        long before = all(base, EntitySet.CELLS).size();
        Cell cell = new Cell(Properties.builder().put("id", "Z-1").build());
        upload(new UploadPlan.Cells("1", Mode.OVERWRITE), List.of(cell));
        List<Properties> after = all(base, EntitySet.CELLS);
        assertThat(after).hasSize((int) before - 24 + 1);
        assertThat(base.find(EntitySet.CELLS, "Z-1", Query.ALL, CALL)
                        .orElseThrow()
                        .warehouseId())
                .isEqualTo("1");
        assertThat(all(base.related(EntitySet.WAREHOUSES, "1", "cells", Query.ALL, CALL)))
                .hasSize(1);
    }

    @Test
    void an_unknown_table_or_warehouse_is_not_found() {
        refused(Category.NOT_FOUND, () -> base.begin(new UploadPlan.TableRows("Cenyy", Mode.UPDATE), CALL));
        refused(Category.NOT_FOUND, () -> base.begin(new UploadPlan.Cells("77", Mode.UPDATE), CALL));
    }

    @Test
    void an_upload_that_was_abandoned_leaves_nothing() {
        UploadPlan.Products plan = new UploadPlan.Products(Mode.OVERWRITE);
        Upload<Product> upload = base.begin(plan, CALL);
        upload.add(products(2, "x"), CALL);
        base.abandon(plan, CALL);
        base.abandon(plan, CALL);
        refused(Category.CONFLICT, () -> upload.end(CALL));
        assertThat(all(base, EntitySet.PRODUCTS)).hasSize(20);
    }

    private static void refused(Category category, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        BridgeException.class,
                        error -> assertThat(error.category()).isEqualTo(category));
    }
}
