package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.model.Row;
import ru.smartsbridge.api.upload.Upload;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.upload.UploadPlan.Mode;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.fake.FakeSession;
import ru.smartsbridge.com.mapping.Way;

class TableUploadTest extends UploadTests {
    private static final String PRICES = "Цены";
    private static final String STOCK = "Остатки";
    private static final UploadPlan.TableRows UPDATE = new UploadPlan.TableRows("Ceny", Mode.UPDATE);
    private static final UploadPlan.TableRows OVERWRITE = new UploadPlan.TableRows("Ceny", Mode.OVERWRITE);
    private static final UploadPlan.TableRows STOCK_UPDATE = new UploadPlan.TableRows("Ostatki", Mode.UPDATE);
    private static final UploadPlan.TableRows STOCK_OVERWRITE = new UploadPlan.TableRows("Ostatki", Mode.OVERWRITE);

    @BeforeEach
    void declare() {
        base.keyFields.putAll(Map.of(STOCK, "kod"));
    }

    private static Row price(String uid, String product, String price) {
        Properties.Builder row = Properties.builder();
        if (!uid.isEmpty()) {
            row.put("uid", uid);
        }
        row.put("idTovara", product);
        return new Row(
                price == null
                        ? row.build()
                        : row.put("cena", Long.parseLong(price)).build());
    }

    private static Row stock(String uid, String code, int quantity) {
        Properties row = Properties.builder()
                .put("kod", code)
                .put("kolichestvo", quantity)
                .build();
        return new Row(uid.isEmpty() ? row : row.with("uid", Value.text(uid)));
    }

    private List<Properties> prices() {
        return base.tables.get(PRICES);
    }

    @Test
    void a_row_with_a_known_uid_takes_the_place_of_the_one_that_was_there() {
        upload(UPDATE, List.of(price("u1", "a", "5"), price("u2", "b", "6")));
        upload(UPDATE, List.of(price("u1", "c", null), price("u3", "d", "7")));
        assertThat(prices()).extracting(row -> row.text("uid")).containsExactly("u1", "u2", "u3");
        assertThat(prices().get(0).text("idTovara")).isEqualTo("c");
        assertThat(prices().get(0).decimal("cena"))
                .as("what is not sent does not stay")
                .isEqualByComparingTo("0");
    }

    @Test
    void every_known_row_of_a_table_without_key_fields_gets_its_new_values() {
        upload(UPDATE, List.of(price("u1", "a", "5"), price("u2", "b", "6"), price("u3", "c", "7")));
        upload(UPDATE, List.of(price("u3", "z", "9"), price("u4", "d", "8"), price("u1", "x", "1")));
        assertThat(prices()).extracting(row -> row.text("uid")).containsExactly("u1", "u2", "u3", "u4");
        assertThat(prices()).extracting(row -> row.text("idTovara")).containsExactly("x", "b", "z", "d");
    }

    @Test
    void rows_without_a_uid_are_new_rows_and_an_end_that_is_repeated_does_not_double_them() {
        base.fail("EndUpload", 1);
        Upload<Row> upload = uploads.begin(UPDATE);
        upload.add(List.of(price("", "a", "1"), price("", "a", "1")).iterator(), CALL);
        failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        upload.end(CALL);
        assertThat(prices()).hasSize(2);
    }

    @Test
    void rows_of_a_table_with_a_key_are_the_same_row_when_their_key_is() {
        upload(STOCK_OVERWRITE, List.of(stock("u1", "a", 1), stock("", "b", 2), stock("", "a", 3)));
        upload(STOCK_UPDATE, List.of(stock("", "b", 5)));
        assertThat(base.tables.get(STOCK)).extracting(row -> row.text("kod")).containsExactly("a", "b");
        assertThat(base.tables.get(STOCK))
                .extracting(row -> row.decimal("kolichestvo").intValue())
                .containsExactly(3, 5);
    }

    @Test
    void a_uid_that_would_need_another_key_is_a_conflict_before_anything_is_done() {
        upload(STOCK_OVERWRITE, List.of(stock("u1", "a", 1)));
        base.calls.clear();
        Upload<Row> upload = uploads.begin(STOCK_UPDATE);
        upload.add(List.of(stock("u1", "b", 2)).iterator(), CALL);
        failsWith(Category.CONFLICT, () -> upload.end(CALL));
        assertThat(base.calls).doesNotContainKey("BeginUpload");
        upload.reset(CALL);
    }

    @Test
    void two_rows_with_one_uid_and_different_keys_are_refused() {
        Upload<Row> upload = uploads.begin(STOCK_OVERWRITE);
        upload.add(List.of(stock("u1", "a", 1), stock("u1", "b", 2)).iterator(), CALL);
        failsWith(Category.INVALID_REQUEST, () -> upload.end(CALL));
        assertThat(base.crossings()).isZero();
        upload.reset(CALL);
    }

    @Test
    void an_overwrite_replaces_all_rows_in_the_order_in_which_they_were_added() {
        upload(UPDATE, List.of(price("old", "x", "1")));
        upload(OVERWRITE, List.of(price("u9", "a", "1"), price("u1", "b", "1"), price("u5", "c", "1")));
        assertThat(prices()).extracting(row -> row.text("uid")).containsExactly("u9", "u1", "u5");
        upload(OVERWRITE, List.of());
        assertThat(prices()).isEmpty();
    }

    @Test
    void a_hundred_thousand_rows_take_at_most_five_hundred_crossings() {
        upload(
                OVERWRITE,
                IntStream.range(0, 100_000)
                        .mapToObj(i -> price("u" + i, "p" + i, "1"))
                        .toList());
        assertThat(prices()).hasSize(100_000);
        assertThat(base.crossings()).isLessThanOrEqualTo(500);
    }

    @Test
    void a_row_that_an_update_lost_is_named() {
        base.lostAtEnd = row -> row.text("uid").equals("u7");
        Upload<Row> upload = uploads.begin(UPDATE);
        upload.add(
                IntStream.range(0, 10).mapToObj(i -> price("u" + i, "p", "1")).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("'u7' is not in the base");
        upload.reset(CALL);
    }

    @Test
    void an_overwrite_that_lost_a_row_is_not_acknowledged() {
        base.lostAtEnd = row -> row.text("uid").equals("u7");
        Upload<Row> upload = uploads.begin(OVERWRITE);
        upload.add(
                IntStream.range(0, 10).mapToObj(i -> price("u" + i, "p", "1")).iterator(), CALL);
        failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        upload.reset(CALL);
    }

    @Test
    void a_batch_that_is_refused_says_that_rows_may_be_missing_and_the_next_end_puts_it_right() {
        upload(OVERWRITE, List.of(price("old", "x", "1")));
        base.fail("Upload", 1);
        Upload<Row> upload = uploads.begin(OVERWRITE);
        upload.add(List.of(price("u1", "a", "1")).iterator(), CALL);
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL));
        assertThat(failure).hasMessageContaining("rows may be missing");
        assertThat(base.isNothingBegun()).isTrue();
        upload.end(CALL);
        assertThat(prices()).extracting(row -> row.text("uid")).containsExactly("u1");
    }

    @Test
    void a_conflict_that_the_component_sees_on_the_way_says_too_that_rows_may_be_missing() throws IOException {
        FakeSession session = session(Way.XML);
        uploads = Uploads.ofStorage(base(session, session));
        base.on("Upload", () -> {
            throw new BridgeException(Category.CONFLICT, Text.verbatim("the operation is not valid now"));
        });
        Upload<Row> upload = uploads.begin(OVERWRITE);
        upload.add(List.of(price("u1", "a", "1")).iterator(), CALL);
        assertThat(failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL)))
                .hasMessageContaining("rows may be missing")
                .hasMessageContaining("not valid now");
        upload.reset(CALL);
    }

    @Test
    void an_upload_that_is_dropped_while_its_rows_are_sent_says_that_rows_may_be_missing() {
        upload(OVERWRITE, List.of(price("old", "x", "1")));
        Upload<Row> upload = uploads.begin(OVERWRITE);
        upload.add(List.of(price("u1", "a", "1")).iterator(), CALL);
        base.on("Upload", () -> upload.reset(CALL));
        assertThat(failsWith(Category.BACKEND_FAILED, () -> upload.end(CALL)))
                .hasMessageContaining("rows may be missing")
                .hasMessageContaining("Begin the upload anew");
        assertThat(base.isNothingBegun()).isTrue();
    }

    @Test
    void a_table_that_the_base_does_not_have_takes_no_upload() {
        for (Mode mode : Mode.values()) {
            failsWith(Category.NOT_FOUND, () -> uploads.begin(new UploadPlan.TableRows("NetTakoj", mode)));
        }
        failsWith(Category.NOT_FOUND, () -> uploads.abandon(new UploadPlan.TableRows("NetTakoj", Mode.UPDATE)));
    }

    @Test
    void a_table_named_in_another_case_is_the_same_target() {
        Upload<Row> former = uploads.begin(UPDATE);
        Upload<Row> anew = uploads.begin(new UploadPlan.TableRows("ceny", Mode.UPDATE));
        failsWith(Category.CONFLICT, () -> former.end(CALL));
        anew.reset(CALL);
    }

    @Test
    void uploads_of_different_targets_are_open_at_once() {
        Upload<Product> products = uploads.begin(new UploadPlan.Products(Mode.UPDATE));
        Upload<Row> stock = uploads.begin(STOCK_UPDATE);
        products.add(
                List.of(new Product(Properties.builder().put("id", "p").build()))
                        .iterator(),
                CALL);
        upload(UPDATE, List.of(price("u1", "a", "1")));
        stock.reset(CALL);
        products.end(CALL);
        assertThat(base.products).containsKey("p");
        assertThat(prices()).hasSize(1);
    }
}
