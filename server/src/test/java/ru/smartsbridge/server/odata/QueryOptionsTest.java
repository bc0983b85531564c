package ru.smartsbridge.server.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.ExpressionText;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.schema.StructuredType;

class QueryOptionsTest {
    private static final StructuredType DOCUMENT =
            Recorded.EDMX.structured("Cleverence.Warehouse.Document").orElseThrow();
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final QueryOptions anyDocument =
            new QueryOptions(new Vocabulary(Recorded.SCHEMA, Optional.empty(), MOSCOW));
    private final QueryOptions orderPicking = new QueryOptions(
            new Vocabulary(Recorded.SCHEMA, Optional.of(new FieldOwner.DocumentHeader("PodborZakaza")), MOSCOW));

    @Test
    void options_are_read_ignoring_the_case_of_their_names() {
        Query query = anyDocument.read("$TOP=5&%24skip=10&$Count=true&$select=ID,name&mine=1", DOCUMENT);
        assertThat(query.top()).hasValue(5);
        assertThat(query.skip()).hasValue(10);
        assertThat(query.count()).isTrue();
        assertThat(query.select()).containsExactly("id", "name");
    }

    @Test
    void an_expansion_is_named_ignoring_case_and_has_options_of_its_own() {
        Query query = anyDocument.read(
                "$expand=DeclaredItems($expand=product($select=name);$top=2;$filter=sscc%20eq%20'a;b,(c'),tables",
                DOCUMENT);
        assertThat(query.expand()).hasSize(2);
        assertThat(query.expand().get(0).navigation()).isEqualTo("declaredItems");
        Query lines = query.expand().get(0).nested();
        assertThat(lines.top()).hasValue(2);
        assertThat(lines.filter()).contains(comparison(new Literal.Text("a;b,(c"), "sscc"));
        assertThat(lines.expand().get(0).nested().select()).containsExactly("name");
        assertThat(query.expand().get(1).navigation()).isEqualTo("tables");
    }

    @Test
    void a_filter_compares_properties_with_values_of_every_kind() {
        assertThat(filter("name eq 'Молоко ''3,2%25'''"))
                .isEqualTo(comparison(new Literal.Text("Молоко '3,2%'"), "name"));
        assertThat(filter("name+eq+'a b'")).isEqualTo(comparison(new Literal.Text("a b"), "name"));
        assertThat(filter("FINISHED eq true")).isEqualTo(comparison(new Literal.Flag(true), "finished"));
        assertThat(filter("barcode eq null")).isEqualTo(comparison(new Literal.Null(), "barcode"));
        assertThat(filter("priority eq -12"))
                .isEqualTo(comparison(new Literal.Number(new BigDecimal("-12")), "priority"));
        assertThat(filter("vidProcessa eq 1.0"))
                .isEqualTo(comparison(new Literal.Number(new BigDecimal("1.0")), "vidProcessa"));
        assertThat(filter("id eq 31886db9-f90e-4596-8bea-9c2baa3983bd"))
                .isEqualTo(comparison(new Literal.Text("31886db9-f90e-4596-8bea-9c2baa3983bd"), "id"));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-06-16T09:58:43.834874%2B03:00, 2025-06-16T09:58:43.834874+03:00",
        "2025-06-16T09:58:43.834874+03:00, 2025-06-16T09:58:43.834874+03:00",
        "2025-06-16T09:58:43Z, 2025-06-16T09:58:43Z",
        "2025-06-16T09:58:43, 2025-06-16T09:58:43+03:00",
        "2025-06-16T09:58:43-05:00, 2025-06-16T09:58:43-05:00",
    })
    void a_moment_without_offset_is_in_the_zone_of_the_base_and_a_raw_plus_is_understood(String sent, String meant) {
        Expression filter = filter("createDate eq " + sent + " and finished eq false");
        assertThat(filter)
                .isInstanceOfSatisfying(
                        Expression.And.class,
                        and -> assertThat(and.parts().get(0))
                                .isEqualTo(comparison(
                                        new Literal.Moment(OffsetDateTime.parse(meant), meant), "createDate")));
    }

    @Test
    void conditions_are_joined_by_and_in_brackets_or_without() {
        assertThat(filter("(finished eq true) and (priority eq 1 AND name eq 'and')"))
                .isEqualTo(new Expression.And(List.of(
                        comparison(new Literal.Flag(true), "finished"),
                        new Expression.And(List.of(
                                comparison(new Literal.Number(BigDecimal.ONE), "priority"),
                                comparison(new Literal.Text("and"), "name"))))));
    }

    @Test
    void an_additional_field_that_the_document_type_does_not_have_is_refused_with_the_nearest() {
        assertThat(orderPicking.read("$filter=kontrolkolva eq true", DOCUMENT).filter())
                .contains(comparison(new Literal.Flag(true), "kontrolKolva"));
        assertThatThrownBy(() -> orderPicking.read("$filter=kontrolKolvo eq true", DOCUMENT))
                .hasMessageContaining("'kontrolKolva'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$filter=priority eq 'x'",
                "$filter=name eq 5",
                "$filter=finished eq",
                "$filter=",
                "$filter=name eq 'x",
                "$filter=(name eq 'x'",
                "$filter=name eq 'x')",
                "$filter=name name",
                "$filter=name eq 'a' 'b'",
                "$filter=createDate eq 2025-13-45T00:00:00Z",
                "$filter=createDate eq tomorrow()",
                "$filter=name/first eq 'x'",
                "$top=-1",
                "$top=x",
                "$skip=1.5",
                "$count=maybe",
                "$select=a/b",
                "$expand=lines",
                "$expand=declaredItems(",
                "$expand=declaredItems($top)",
                "$expand=declaredItems($top=x)",
                "$whatever=1",
                "$top=1&$top=2",
                "$filter=%zz"
            })
    void what_is_no_option_is_refused_as_invalid(String query) {
        assertThatThrownBy(() -> anyDocument.read(query, DOCUMENT))
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"$search=x", "$apply=aggregate(priority with sum as total)", "$compute=1 as x", "$skiptoken=7"})
    void what_mobile_smarts_does_not_have_is_refused_by_name(String query) {
        assertThatThrownBy(() -> anyDocument.read(query, DOCUMENT))
                .hasMessageContaining("Mobile SMARTS")
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.INVALID_REQUEST));
    }

    @Test
    void an_order_has_keys_each_with_a_direction() {
        List<Order> orders = anyDocument
                .read("$orderby=FINISHED desc,priority asc , length(name),declaredItems/$count desc", DOCUMENT)
                .orderBy();
        assertThat(orders)
                .extracting(order -> ExpressionText.of(order.by()) + (order.descending() ? " down" : " up"))
                .containsExactly("finished down", "priority up", "length(name) up", "declaredItems/$count down");
        assertThatThrownBy(() -> anyDocument.read("$orderby=declaredItems", DOCUMENT))
                .hasMessageContaining("declaredItems");
        assertThatThrownBy(() -> anyDocument.read("$orderby=name down", DOCUMENT))
                .hasMessageContaining("down");
    }

    @Test
    void a_part_of_a_complex_value_can_be_selected() {
        StructuredType product =
                Recorded.EDMX.structured("Cleverence.Warehouse.Product").orElseThrow();
        assertThat(anyDocument.read("$select=ID,Packings/Barcode", product).select())
                .containsExactly("id", "packings/barcode");
    }

    @Test
    void an_expansion_goes_on_for_so_many_levels() {
        StructuredType line =
                Recorded.EDMX.structured("Cleverence.Warehouse.DocumentItem").orElseThrow();
        Query query = anyDocument.read("$expand=bindedLine($levels=3;$select=uid)", line);
        Query second = query.expand().get(0).nested().expand().get(0).nested();
        assertThat(second.select()).containsExactly("uid");
        assertThat(second.expand().get(0).nested().expand()).isEmpty();
        assertThat(anyDocument.read("$expand=*", DOCUMENT).expand())
                .extracting(Expansion::navigation)
                .containsExactlyElementsOf(DOCUMENT.navigations().keySet());
        assertThatThrownBy(() -> anyDocument.read("$expand=bindedLine($levels=9)", line))
                .hasMessageContaining("8");
    }

    @Test
    void a_value_may_stand_beside_the_options() {
        Query query = anyDocument.read("$filter=name eq @n or barcode eq @n&@n='О''Генри'", DOCUMENT);
        assertThat(ExpressionText.of(query.filter().orElseThrow()))
                .isEqualTo("name eq 'О''Генри' or barcode eq 'О''Генри'");
        assertThatThrownBy(() -> anyDocument.read("$filter=name eq @n&@n=@n", DOCUMENT))
                .hasMessageContaining("@n");
        assertThatThrownBy(() -> anyDocument.read("$filter=name eq @m&@n='x'", DOCUMENT))
                .hasMessageContaining("@m");
    }

    @Test
    void a_long_text_in_a_filter_is_read_whatever_it_is_of() {
        String letters = "я".repeat(16_000);
        assertThat(filter("name eq '" + letters + "'")).isEqualTo(comparison(new Literal.Text(letters), "name"));
        assertThat(filter("name eq '" + "''".repeat(8_000) + "'"))
                .isEqualTo(comparison(new Literal.Text("'".repeat(8_000)), "name"));
        assertThatThrownBy(() -> filter("name eq '" + "x".repeat(17_000) + "'")).hasMessageContaining("16384");
    }

    @Test
    void a_day_is_told_to_be_no_moment() {
        assertThatThrownBy(() -> filter("createDate eq 2025-06-16")).hasMessageContaining("2025-06-16T00:00:00");
    }

    @Test
    void nesting_is_bounded() {
        assertThatThrownBy(() -> filter("(".repeat(100) + "name eq 'x'" + ")".repeat(100)))
                .hasMessageContaining("32");
        String deep = "$expand=" + "bindedLine($expand=".repeat(20) + "product" + ")".repeat(20);
        StructuredType line =
                Recorded.EDMX.structured("Cleverence.Warehouse.DocumentItem").orElseThrow();
        assertThatThrownBy(() -> anyDocument.read(deep, line)).hasMessageContaining("8");
    }

    private Expression filter(String text) {
        return anyDocument.read("$filter=" + text, DOCUMENT).filter().orElseThrow();
    }

    private static Expression comparison(Literal literal, String... path) {
        return Expression.equal(literal, path);
    }
}
