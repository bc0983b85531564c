package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Packing;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.upload.ProductRecord;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.mapping.Way;

class ProductUploadTest extends UploadTests {
    private static final UploadPlan.Products UPDATE = new UploadPlan.Products(Mode.UPDATE);
    private static final UploadPlan.Products OVERWRITE = new UploadPlan.Products(Mode.OVERWRITE);
    private static final int MOST_CROSSINGS = 500;

    private static Product product(String id, String name) {
        return new Product(Properties.builder().put("id", id).put("name", name).build());
    }

    private static List<Product> products(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> product("p" + i, "Товар " + i))
                .toList();
    }

    private static Product packed(String id, String... packings) {
        return new Product(Properties.builder()
                .put("id", id)
                .put(
                        "packings",
                        Stream.of(packings)
                                .map(packing ->
                                        Properties.builder().put("id", packing).build())
                                .toList())
                .build());
    }

    private static UploadPlan.ProductRecords records() {
        return new UploadPlan.ProductRecords(
                ProductColumns.of(List.of("Product.Id", "Product.Name", "Packing.Id")), false, false);
    }

    @Test
    void nothing_reaches_the_component_before_the_end() {
        Upload<Product> upload = uploads.begin(UPDATE);
        assertThat(upload.add(products(10).iterator(), CALL)).isEqualTo(10);
        assertThat(base.crossings()).isZero();
        upload.end(CALL);
        assertThat(base.products).hasSize(10);
        assertThat(base.isNothingBegun()).isTrue();
    }

    @Test
    void a_hundred_thousand_products_take_at_most_five_hundred_crossings() {
        upload(UPDATE, products(100_000));
        assertThat(base.products).hasSize(100_000);
        assertThat(base.crossings()).isLessThanOrEqualTo(MOST_CROSSINGS);
    }

    @Test
    void the_last_of_one_key_wins_in_the_place_of_the_first() {
        upload(OVERWRITE, List.of(product("a", "1"), product("b", "2"), product("a", "3")));
        assertThat(base.products.keySet()).containsExactly("a", "b");
        assertThat(base.products.get("a").text("name")).isEqualTo("3");
    }

    @Test
    void a_key_that_comes_again_far_behind_is_merged_before_the_component_sees_it() {
        upload(
                UPDATE,
                Stream.concat(products(5_000).stream(), Stream.of(product("p7", "ещё раз")))
                        .toList());
        assertThat(base.products).hasSize(5_000);
        assertThat(base.products.get("p7").text("name")).isEqualTo("ещё раз");
    }

    @Test
    void records_of_one_product_are_its_packings_wherever_they_stand() {
        upload(
                records(),
                List.of(
                        new ProductRecord(List.of("a", "Вода", "шт")),
                        new ProductRecord(List.of("b", "Сок", "шт")),
                        new ProductRecord(List.of("a", "Вода", "кор")),
                        new ProductRecord(List.of("a", "Вода газ", "пал"))));
        Product water = new Product(base.products.get("a"));
        assertThat(base.products.keySet()).containsExactly("a", "b");
        assertThat(water.name()).isEqualTo("Вода газ");
        assertThat(water.packings()).extracting(Packing::id).containsExactly("шт", "кор", "пал");
    }

    @Test
    void columns_that_the_base_does_not_have_begin_nothing() {
        UploadPlan.ProductRecords wrong = new UploadPlan.ProductRecords(
                ProductColumns.of(List.of("Product.Id", "Product.packings")), false, false);
        failsWith(Category.INVALID_REQUEST, () -> uploads.begin(wrong));
        assertThat(spools()).isEmpty();
    }

    @Test
    void what_the_component_cannot_take_is_refused_when_it_is_added() {
        Upload<Product> upload = uploads.begin(UPDATE);
        Product odd =
                new Product(product("a", "").properties().with("notCarried", ru.smartsbridge.api.value.Value.NULL));
        for (Product wrong : List.of(product("", "без ключа"), packed("a", "шт", "шт"), packed("a", ""), odd)) {
            failsWith(
                    Category.INVALID_REQUEST,
                    () -> upload.add(List.of(product("z", "перед ним"), wrong).iterator(), CALL));
        }
        upload.add(List.of(product("b", "")).iterator(), CALL);
        upload.end(CALL);
        assertThat(base.products.keySet()).containsExactly("b");
    }

    @Test
    void a_portion_whose_source_fails_midway_leaves_the_upload_as_before() {
        Upload<Product> upload = uploads.begin(UPDATE);
        upload.add(List.of(product("before", "")).iterator(), CALL);
        IllegalStateException failure = new IllegalStateException("the source fails");
        Iterator<Product> failing = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> {
                    if (i == 10_000) {
                        throw failure;
                    }
                    return product("p" + i, "длинное имя ".repeat(10));
                })
                .iterator();
        assertThatThrownBy(() -> upload.add(failing, CALL)).isSameAs(failure);
        upload.add(List.of(product("after", "")).iterator(), CALL);
        upload.end(CALL);
        assertThat(base.products.keySet()).containsExactly("before", "after");
    }

    @Test
    void beginning_anew_drops_the_former_upload_whose_handle_is_a_conflict() {
        Upload<Product> former = uploads.begin(UPDATE);
        former.add(List.of(product("former", "")).iterator(), CALL);
        Upload<Product> anew = uploads.begin(OVERWRITE);
        failsWith(Category.CONFLICT, () -> former.add(List.of(product("x", "")).iterator(), CALL));
        failsWith(Category.CONFLICT, () -> former.end(CALL));
        former.reset(CALL);
        anew.add(List.of(product("kept", "")).iterator(), CALL);
        anew.end(CALL);
        assertThat(base.products.keySet()).containsExactly("kept");
    }

    @Test
    void an_abandoned_or_reset_upload_leaves_no_spool() {
        uploads.begin(UPDATE).reset(CALL);
        Upload<Product> upload = uploads.begin(UPDATE);
        uploads.abandon(OVERWRITE);
        uploads.abandon(OVERWRITE);
        failsWith(Category.CONFLICT, () -> upload.end(CALL));
        assertThat(spools()).isEmpty();
        assertThat(base.crossings()).isZero();
    }

    @Test
    void spools_of_a_process_that_is_gone_are_removed_at_start() throws IOException {
        Uploads<ComSession> crashed = uploads(session(Way.XML));
        crashed.begin(UPDATE).add(products(3).iterator(), CALL);
        assertThat(spools()).hasSize(1);
        uploads(session(Way.XML));
        assertThat(spools()).isEmpty();
    }

    @Test
    void an_end_whose_begin_is_refused_changes_nothing_and_can_be_repeated() {
        base.fail("BeginUploadProducts", 1);
        Upload<Product> upload = uploads.begin(OVERWRITE);
        upload.add(products(3).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("nothing in the base was changed");
        upload.end(CALL);
        assertThat(base.products).hasSize(3);
    }

    @Test
    void a_batch_that_is_refused_is_reset_and_the_end_can_be_repeated() {
        base.products.put("old", product("old", "").properties());
        base.fail("UploadProducts", 2);
        Upload<Product> upload = uploads.begin(OVERWRITE);
        upload.add(products(5_000).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("nothing in the base was changed");
        assertThat(base.calls).containsEntry("ResetUploadProducts", 1).doesNotContainKey("EndUploadProducts");
        assertThat(base.products.keySet()).containsExactly("old");
        upload.end(CALL);
        assertThat(base.products).hasSize(5_000);
    }

    @Test
    void a_batch_that_loses_products_in_xml_is_not_uploaded() {
        base.lostInXml = product -> product.text("id").equals("p3");
        Upload<Product> upload = uploads.begin(UPDATE);
        upload.add(products(10).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("Of 10 entities in its XML the component made 3");
        assertThat(base.calls).doesNotContainKey("UploadProducts").containsEntry("ResetUploadProducts", 1);
        upload.reset(CALL);
    }

    @Test
    void an_end_that_fails_has_an_unknown_outcome_and_its_spool_is_kept_for_the_next() {
        base.fail("EndUploadProducts", 1);
        Upload<Product> upload = uploads.begin(UPDATE);
        upload.add(products(3).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("outcome of the upload of Products is unknown");
        assertThat(spools()).hasSize(1);
        upload.end(CALL);
        assertThat(base.products).hasSize(3);
    }

    @Test
    void an_overwrite_that_lost_a_product_is_not_acknowledged() {
        base.lostAtEnd = product -> product.text("id").equals("p5");
        Upload<Product> upload = uploads.begin(OVERWRITE);
        upload.add(products(10).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("accepted 10").hasMessageContaining("the base has 9");
        upload.reset(CALL);
    }

    @Test
    void an_update_that_lost_a_batch_names_its_first_key() {
        base.lostAtEnd = product -> Integer.parseInt(product.text("id").substring(1)) >= 2_000;
        Upload<Product> upload = uploads.begin(UPDATE);
        upload.add(products(5_000).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("'p2000' is not in the base");
        upload.reset(CALL);
    }

    @Test
    void an_upload_that_is_begun_anew_while_it_is_sent_stops_between_batches() {
        Upload<Product> former = uploads.begin(UPDATE);
        former.add(products(6_000).iterator(), CALL);
        base.on("UploadProducts", () -> uploads.begin(UPDATE));
        failsWith(Category.CONFLICT, () -> former.end(CALL));
        assertThat(base.calls).containsEntry("UploadProducts", 1).containsEntry("ResetUploadProducts", 1);
        assertThat(base.products).isEmpty();
    }

    @Test
    void where_xml_does_not_serve_the_batches_go_by_properties() throws IOException {
        uploads = uploads(session(Way.PROPERTIES));
        upload(UPDATE, products(3_000));
        assertThat(base.products).hasSize(3_000);
        assertThat(base.calls).doesNotContainKey("FromXml").containsEntry("UploadProducts", 2);
    }

    @Test
    void large_products_go_in_smaller_batches() {
        upload(
                UPDATE,
                IntStream.range(0, 20)
                        .mapToObj(i -> product("p" + i, "x".repeat(1 << 20)))
                        .toList());
        assertThat(base.batches).allMatch(size -> size <= 4);
    }
}
