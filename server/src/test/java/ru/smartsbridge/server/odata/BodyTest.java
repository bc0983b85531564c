package ru.smartsbridge.server.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.schema.Action;
import ru.smartsbridge.api.schema.EdmType;
import ru.smartsbridge.api.value.Properties;

class BodyTest {
    private static final long LIMIT = 1 << 20;

    @Test
    void a_byte_order_mark_before_the_body_is_passed_over() {
        assertThat(body("\uFEFF{\"id\":\"1\"}").object().text("id")).isEqualTo("1");
    }

    @Test
    void malformed_json_is_refused_with_line_and_column() {
        assertThatThrownBy(() -> body("{\n  \"id\": 1,\n  \"name\": }").object())
                .isInstanceOfSatisfying(BridgeException.class, e -> {
                    assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST);
                    assertThat(e.getMessage()).contains("Line 3, column 11");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[]",
                "1",
                "\"x\"",
                "{} {}",
                "{\"a\":1",
                "{\"a\":1,\"a\":2}",
                "{\"a\":\"\\ud800\"}",
                "null"
            })
    void what_is_not_one_object_is_refused(String json) {
        assertThatThrownBy(() -> body(json).object())
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }

    @Test
    void a_body_in_another_encoding_is_refused_and_not_garbled() {
        byte[] cp1251 = "{\"name\":\"Молоко\"}".getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> new Body(new ByteArrayInputStream(cp1251), LIMIT).object())
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }

    @Test
    void entities_come_one_by_one_from_an_array_or_alone() {
        assertThat(ids(body("[{\"id\":\"1\"},{\"id\":\"2\"}]").objects())).containsExactly("1", "2");
        assertThat(ids(body("{\"id\":\"1\"}").objects())).containsExactly("1");
        assertThat(ids(body("[]").objects())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"1\"},",
                "[{\"id\":\"1\"}",
                "[{\"id\":\"1\"}] x",
                "[{\"id\":\"1\"},5]",
                "[{\"id\":\"1\"}{\"id\":\"2\"}]"
            })
    void an_array_that_goes_wrong_fails_where_it_goes_wrong_and_never_ends_quietly(String json) {
        Iterator<Properties> objects = body(json).objects();
        assertThatThrownBy(() -> objects.forEachRemaining(object -> {})).isInstanceOf(BridgeException.class);
    }

    @Test
    void one_entity_is_bounded_and_many_are_not() {
        String big = "{\"id\":\"" + "x".repeat(200_000) + "\"}";
        String many = "[" + String.join(",", List.of(big, big, big, big, big, big)) + "]";
        assertThat(ids(new Body(bytes(many), 400_000).objects())).hasSize(6);
        assertThatThrownBy(() -> new Body(bytes(big), 100_000).object())
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.TOO_LARGE));
    }

    @Test
    void values_of_many_products_are_divided_by_the_columns() {
        Iterator<List<String>> groups =
                body("{\"flds\":[\"1\",\"a\",\"2\",null]}").groups("AddProductsToUpload", "flds", 2, ArrayList::new);
        List<List<String>> all = new ArrayList<>();
        groups.forEachRemaining(all::add);
        assertThat(all).hasSize(2);
        assertThat(all.get(1)).containsExactly("2", null);
    }

    @Test
    void values_that_do_not_fill_the_columns_are_refused() {
        Iterator<String> groups =
                body("{\"flds\":[\"1\",\"a\",\"2\"]}").groups("AddProductsToUpload", "flds", 2, List::toString);
        assertThat(groups.next()).isEqualTo("[1, a]");
        assertThatThrownBy(groups::hasNext).hasMessageContaining("flds").hasMessageContaining("3");
    }

    @Test
    void parameters_of_an_action_are_checked_by_name_and_type() {
        Action begin = Recorded.EDMX
                .action("BeginUpdate", new EdmType("Cleverence.MobileSMARTS.API.V1.CellWrapper", true))
                .orElseThrow();
        assertThat(body("{\"warehouseId\":\"1\"}").parameters(begin).text("warehouseId"))
                .isEqualTo("1");
        assertThatThrownBy(() -> body("{\"warehouse\":\"1\"}").parameters(begin))
                .hasMessageContaining("warehouseId");
        assertThatThrownBy(() -> body("{\"warehouseId\":1}").parameters(begin)).hasMessageContaining("Edm.String");
        assertThatThrownBy(() -> body("").parameters(begin)).hasMessageContaining("warehouseId");
    }

    private static List<String> ids(Iterator<Properties> objects) {
        List<String> ids = new ArrayList<>();
        objects.forEachRemaining(object -> ids.add(object.text("id")));
        return ids;
    }

    private static Body body(String json) {
        return new Body(bytes(json), LIMIT);
    }

    private static ByteArrayInputStream bytes(String json) {
        return new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    }
}
