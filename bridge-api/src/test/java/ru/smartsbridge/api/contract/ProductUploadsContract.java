package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Packing;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;

/** Uploads of products, as entities and as records of texts. */
@Needs(value = Verb.UPLOAD, on = SetKind.PRODUCTS)
@Needs(value = Verb.LIST, on = SetKind.PRODUCTS)
@Needs(value = Verb.FIND, on = SetKind.PRODUCTS)
abstract class ProductUploadsContract extends ContractPart {
    private static final UploadPlan.Products UPDATE = new UploadPlan.Products(UploadPlan.Mode.UPDATE);
    private static final UploadPlan.Products OVERWRITE = new UploadPlan.Products(UploadPlan.Mode.OVERWRITE);
    private static final List<String> COLUMNS = List.of(
            "Product.Id", "Product.Name", "Product.Marking", "Packing.Id", "Packing.Name", "Packing.UnitsQuantity");

    /** Puts the products back that the base had before. */
    private void restoring(Runnable test) {
        List<Product> before = list(EntitySet.PRODUCTS, Query.ALL);
        try {
            test.run();
        } finally {
            upload(OVERWRITE, before);
        }
        assertThat(list(EntitySet.PRODUCTS, Query.ALL.withTop(5))).isEqualTo(before.subList(0, 5));
    }

    private Product product(String mark) {
        return specimens().product(newId(), "Товар", mark);
    }

    @Test
    void nothing_is_visible_before_the_end_and_all_of_it_after() {
        String mark = newId();
        Product first = product(mark);
        Product second = product(mark);
        Upload<Product> upload = transport().begin(UPDATE, call());
        assertThat(upload.add(List.of(first).iterator(), call())).isEqualTo(1);
        assertThat(upload.add(List.of(second).iterator(), call())).isEqualTo(1);
        assertThat(has(EntitySet.PRODUCTS, first.id())).isFalse();
        assertThat(keys(EntitySet.PRODUCTS, where("marking", mark))).isEmpty();
        upload.end(call());
        kept().isKept(EntitySet.PRODUCTS, first.properties(), found(EntitySet.PRODUCTS, first.id()));
        kept().isKept(EntitySet.PRODUCTS, second.properties(), found(EntitySet.PRODUCTS, second.id()));
    }

    @Test
    void an_update_leaves_other_products_and_the_last_of_one_key_wins() {
        String mark = newId();
        String id = newId();
        Product other = product(mark);
        upload(UPDATE, List.of(specimens().product(id, "первый", mark), other));
        upload(
                UPDATE,
                List.of(specimens().product(id, "второй", mark), specimens().product(id, "третий", mark)));
        assertThat(found(EntitySet.PRODUCTS, id).text("name")).isEqualTo("третий");
        assertThat(keys(EntitySet.PRODUCTS, where("marking", mark))).containsExactlyInAnyOrder(id, other.id());
        assertThat(has(EntitySet.PRODUCTS, specimens().products(1).get(0))).isTrue();
    }

    @Test
    void an_overwrite_replaces_all_products_at_its_end() {
        restoring(() -> {
            Product only = product(newId());
            Upload<Product> upload = transport().begin(OVERWRITE, call());
            upload.add(List.of(only).iterator(), call());
            assertThat(keys(EntitySet.PRODUCTS, Query.ALL))
                    .hasSizeGreaterThan(1)
                    .doesNotContain(only.id());
            upload.end(call());
            assertThat(keys(EntitySet.PRODUCTS, Query.ALL)).containsExactly(only.id());
        });
    }

    @Test
    void five_thousand_products_come_in_one_portion() {
        String mark = newId();
        restoring(() -> {
            Upload<Product> upload = transport().begin(UPDATE, call());
            Iterator<Product> products = IntStream.range(0, 5_000)
                    .mapToObj(i -> specimens().product(mark + "-" + i, "Товар " + i, mark))
                    .iterator();
            assertThat(upload.add(products, call())).isEqualTo(5_000);
            upload.end(call());
            assertThat(keys(EntitySet.PRODUCTS, where("marking", mark)))
                    .hasSize(5_000)
                    .doesNotHaveDuplicates();
        });
    }

    @Test
    void a_portion_whose_source_fails_midway_leaves_the_upload_as_before() {
        String mark = newId();
        Product before = product(mark);
        Upload<Product> upload = transport().begin(UPDATE, call());
        upload.add(List.of(before).iterator(), call());
        IllegalStateException failure = new IllegalStateException("the source fails");
        Iterator<Product> failing = Stream.iterate(0, i -> i + 1)
                .map(i -> {
                    if (i == 3_000) {
                        throw failure;
                    }
                    return specimens().product(mark + "-" + i, "Товар", mark);
                })
                .iterator();
        assertThatThrownBy(() -> upload.add(failing, call())).isSameAs(failure);
        Product after = product(mark);
        upload.add(List.of(after).iterator(), call());
        upload.end(call());
        assertThat(keys(EntitySet.PRODUCTS, where("marking", mark))).containsExactlyInAnyOrder(before.id(), after.id());
    }

    @Test
    void a_reset_drops_what_was_added() {
        Product dropped = product(newId());
        Upload<Product> upload = transport().begin(UPDATE, call());
        upload.add(List.of(dropped).iterator(), call());
        upload.reset(call());
        upload.reset(call());
        upload(UPDATE, List.of(product(newId())));
        assertThat(has(EntitySet.PRODUCTS, dropped.id())).isFalse();
    }

    @Test
    void beginning_anew_drops_the_former_upload_and_its_handle_is_a_conflict() {
        String mark = newId();
        Upload<Product> former = transport().begin(UPDATE, call());
        former.add(List.of(product(mark)).iterator(), call());
        Upload<Product> anew = transport().begin(UPDATE, call());
        failsWith(Category.CONFLICT, () -> former.add(List.of(product(mark)).iterator(), call()));
        failsWith(Category.CONFLICT, () -> former.end(call()));
        Product kept = product(mark);
        anew.add(List.of(kept).iterator(), call());
        anew.end(call());
        assertThat(keys(EntitySet.PRODUCTS, where("marking", mark))).containsExactly(kept.id());
    }

    @Test
    void resetting_a_dropped_upload_leaves_the_one_that_was_begun_after_it() {
        Upload<Product> former = transport().begin(UPDATE, call());
        Upload<Product> anew = transport().begin(UPDATE, call());
        Product kept = product(newId());
        anew.add(List.of(kept).iterator(), call());
        former.reset(call());
        anew.end(call());
        assertThat(has(EntitySet.PRODUCTS, kept.id())).isTrue();
    }

    @Test
    void an_abandoned_upload_is_gone_and_abandoning_nothing_is_no_error() {
        Product dropped = product(newId());
        Upload<Product> upload = transport().begin(UPDATE, call());
        upload.add(List.of(dropped).iterator(), call());
        transport().abandon(UPDATE, call());
        transport().abandon(UPDATE, call());
        failsWith(Category.CONFLICT, () -> upload.end(call()));
        assertThat(has(EntitySet.PRODUCTS, dropped.id())).isFalse();
    }

    @Test
    @Needs(value = Verb.UPLOAD, on = SetKind.TABLES)
    void uploads_of_different_targets_do_not_disturb_each_other() {
        Product product = product(newId());
        Upload<Product> products = transport().begin(UPDATE, call());
        products.add(List.of(product).iterator(), call());
        String uid = newId();
        upload(
                new UploadPlan.TableRows("Ceny", UploadPlan.Mode.UPDATE),
                List.of(specimens().row("Ceny", uid, newId())));
        products.end(call());
        assertThat(has(EntitySet.PRODUCTS, product.id())).isTrue();
        assertThat(has(EntitySet.table("Ceny"), uid)).isTrue();
    }

    @Test
    void records_of_one_product_are_its_packings_wherever_they_stand() {
        String mark = newId();
        String water = newId();
        String juice = newId();
        upload(
                records(false),
                List.of(
                        record(water, "Вода", mark, "шт", "штука", "1"),
                        record(juice, "Сок", mark, "шт", "штука", "1"),
                        record(water, "Вода", mark, "кор", "коробка", "12.50")));
        Product product = new Product(found(EntitySet.PRODUCTS, water));
        assertThat(product.name()).isEqualTo("Вода");
        assertThat(product.packings()).extracting(Packing::id).containsExactly("шт", "кор");
        assertThat(product.packings().get(1).unitsQuantity()).isEqualByComparingTo("12.50");
        assertThat(new Product(found(EntitySet.PRODUCTS, juice)).packings()).hasSize(1);
        assertThat(keys(EntitySet.PRODUCTS, where("marking", mark))).containsExactlyInAnyOrder(water, juice);
    }

    @Test
    void a_record_has_as_many_values_as_there_are_columns() {
        String id = newId();
        Upload<ProductRecord> upload = transport().begin(records(false), call());
        for (ProductRecord wrong : List.of(
                record(),
                record(id, "Вода"),
                record(id, "Вода", "", "шт", "штука", "1", "x"),
                record(id, "Вода", "", "шт", "штука", "1", id + "-2", "Сок", "", "шт", "штука", "1"))) {
            failsWith(Category.INVALID_REQUEST, () -> upload.add(List.of(wrong).iterator(), call()));
        }
        assertThat(upload.add(
                        List.of(record(id, "Вода", "", "шт", "штука", "1")).iterator(), call()))
                .isEqualTo(1);
        upload.end(call());
        assertThat(found(EntitySet.PRODUCTS, id).text("name")).isEqualTo("Вода");
        assertThat(has(EntitySet.PRODUCTS, id + "-2")).isFalse();
    }

    @Test
    void columns_that_no_product_of_the_base_has_are_refused_at_the_begin() {
        List<String> wrong = new ArrayList<>(List.of("Product.packings", "Product.quantityPolicy"));
        boolean declares = schema().fields(new FieldOwner.Products()).stream()
                .anyMatch(fields -> fields.types().values().stream().anyMatch(type -> !type.isEmpty()));
        if (declares) {
            wrong.addAll(List.of("Product.NetTakogoPolya", "Packing.NetTakogoPolya"));
        }
        for (String column : wrong) {
            UploadPlan.ProductRecords plan =
                    new UploadPlan.ProductRecords(ProductColumns.of(List.of("Product.Id", column)), false, false);
            failsWith(Category.INVALID_REQUEST, () -> transport().begin(plan, call()));
        }
    }

    @Test
    void records_that_rewrite_the_book_replace_all_products() {
        restoring(() -> {
            String id = newId();
            upload(records(true), List.of(record(id, "Единственный", "", "шт", "шт", "1")));
            assertThat(keys(EntitySet.PRODUCTS, Query.ALL)).containsExactly(id);
        });
    }

    @Test
    void records_are_not_visible_before_their_end() {
        String id = newId();
        Upload<ProductRecord> upload = transport().begin(records(false), call());
        upload.add(List.of(record(id, "Товар", "", "шт", "шт", "1")).iterator(), call());
        assertThat(has(EntitySet.PRODUCTS, id)).isFalse();
        upload.reset(call());
        assertThat(has(EntitySet.PRODUCTS, id)).isFalse();
    }

    @Test
    @Needs(value = Verb.CREATE, on = SetKind.PRODUCTS)
    void a_product_outside_an_upload_is_a_conflict() {
        Product product = product(newId());
        failsWith(Category.CONFLICT, () -> transport().create(EntitySet.PRODUCTS, product, call()));
        assertThat(has(EntitySet.PRODUCTS, product.id())).isFalse();
    }

    private static UploadPlan.ProductRecords records(boolean rewrite) {
        return new UploadPlan.ProductRecords(ProductColumns.of(COLUMNS), rewrite, false);
    }

    private static ProductRecord record(String... values) {
        return new ProductRecord(List.of(values));
    }
}
