package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class EvaluationTest {
    private static final Edmx EDMX = StandardMetadata.recorded();
    private static final StructuredType LINE_TYPE =
            EDMX.structured("Cleverence.Warehouse.DocumentItem").orElseThrow();
    private static final StructuredType DOCUMENT_TYPE =
            EDMX.structured("Cleverence.Warehouse.Document").orElseThrow();
    private static final Properties PRODUCT =
            Properties.builder().put("id", "7").put("name", "Молоко").build();
    private static final Properties LINE = Properties.builder()
            .put("uid", "a'b")
            .put("createdBy", "ERP")
            .put("quantity", new Value.Number("1.0"))
            .put("declaredQuantity", new Value.Number("10"))
            .put("index", 10)
            .put("finished", true)
            .put("sscc", Value.NULL)
            .put("date", "2025-06-16T09:58:43.7526682+03:00")
            .put("registeredDate", "2025-06-16T23:58:43.7526682-05:00")
            .put("local", "2025-06-16T09:58:43.7526682")
            .put("weight", "NaN")
            .put("packing", Properties.builder().put("Name", "шт").build())
            .put("items", List.of())
            .put("huge", new Value.Number("1E999999999"))
            .build();

    private final Evaluation evaluation = new Evaluation(
            EDMX,
            ZoneId.of("Europe/Moscow"),
            (type, node, navigation) -> node.stored(navigation)
                    .filter(Value.Items.class::isInstance)
                    .map(stored -> Source.of(((Value.Items) stored)
                            .values().stream()
                                    .map(item -> new Node((Properties) item, Optional.of(node.entity())))
                                    .toList()))
                    .orElseGet(() ->
                            Source.of(navigation.name().equals("product") ? List.of(Node.of(PRODUCT)) : List.of())));

    private Object value(Expression expression) {
        return evaluation.value(LINE_TYPE, expression).apply(Node.of(LINE));
    }

    private boolean matches(Expression expression) {
        return evaluation.condition(LINE_TYPE, expression).test(Node.of(LINE));
    }

    private boolean matches(Literal literal, String... path) {
        return matches(Expression.equal(literal, path));
    }

    private static Literal number(String digits) {
        return new Literal.Number(new BigDecimal(digits));
    }

    private static Literal moment(String written) {
        return new Literal.Moment(OffsetDateTime.parse(written), written);
    }

    private static Expression constant(Literal literal) {
        return new Expression.Constant(literal);
    }

    private static Expression text(String text) {
        return constant(new Literal.Text(text));
    }

    private static Expression digits(String digits) {
        return constant(number(digits));
    }

    private static Expression path(String... names) {
        return Expression.Path.of(names);
    }

    private static Expression call(Function function, Expression... arguments) {
        return new Expression.Invocation(function, List.of(arguments));
    }

    private static Expression binary(Expression left, Operator operator, Expression right) {
        return new Expression.Binary(operator, left, right);
    }

    @Test
    void texts_are_equal_to_the_letter() {
        assertThat(matches(new Literal.Text("a'b"), "uid")).isTrue();
        assertThat(matches(new Literal.Text("A'b"), "uid")).isFalse();
        assertThat(matches(new Literal.Text("1.0"), "quantity")).isFalse();
    }

    @Test
    void names_are_matched_ignoring_case_along_the_path() {
        assertThat(matches(new Literal.Text("a'b"), "UID")).isTrue();
        assertThat(matches(new Literal.Text("шт"), "Packing", "name")).isTrue();
        assertThat(matches(new Literal.Text("шт"), "uid", "name")).isFalse();
    }

    @Test
    void numbers_are_compared_as_decimals() {
        assertThat(matches(number("1"), "quantity")).isTrue();
        assertThat(matches(number("1.000"), "quantity")).isTrue();
        assertThat(matches(number("1.0000000000000000000001"), "quantity")).isFalse();
        assertThat(matches(number("1"), "finished")).isFalse();
    }

    @Test
    void flags_are_flags() {
        assertThat(matches(new Literal.Flag(true), "finished")).isTrue();
        assertThat(matches(new Literal.Flag(false), "finished")).isFalse();
        assertThat(matches(new Literal.Flag(false), "sscc")).isFalse();
        assertThat(matches(path("finished"))).isTrue();
    }

    @Test
    void null_and_absent_are_null() {
        assertThat(matches(new Literal.Null(), "sscc")).isTrue();
        assertThat(matches(new Literal.Null(), "absent")).isTrue();
        assertThat(matches(new Literal.Null(), "absent", "deeper")).isTrue();
        assertThat(matches(new Literal.Null(), "sscc", "deeper")).isTrue();
        assertThat(matches(new Literal.Null(), "uid")).isFalse();
        assertThat(matches(new Literal.Null(), "items")).isFalse();
    }

    @Test
    void moments_are_compared_as_instants() {
        assertThat(matches(moment("2025-06-16T06:58:43.7526682Z"), "date")).isTrue();
        assertThat(matches(moment("2025-06-16T09:58:43.7526683+03:00"), "date")).isFalse();
        assertThat(matches(moment("2025-06-16T06:58:43.7526682Z"), "local")).isTrue();
        assertThat(matches(moment("2025-06-16T06:58:43Z"), "uid")).isFalse();
        assertThat(matches(moment("2025-06-16T06:58:43Z"), "quantity")).isFalse();
        // later on the clock of their own zones, and as instants
        assertThat(matches(binary(path("registeredDate"), Operator.GT, path("date"))))
                .isTrue();
    }

    @Test
    void unknown_is_neither_true_nor_false() {
        Expression yes = path("finished");
        Expression unknown = call(Function.CONTAINS, path("sscc"), text("x"));
        assertThat(value(unknown)).isNull();
        assertThat(value(new Expression.Not(unknown))).isNull();
        assertThat(value(new Expression.And(List.of(yes, unknown)))).isNull();
        assertThat(value(new Expression.And(List.of(unknown, new Expression.Not(yes)))))
                .isEqualTo(false);
        assertThat(value(new Expression.Or(List.of(unknown, yes)))).isEqualTo(true);
        assertThat(value(new Expression.Or(List.of(unknown, new Expression.Not(yes)))))
                .isNull();
        assertThat(matches(new Expression.And(List.of()))).isTrue();
    }

    @Test
    void null_is_unequal_to_everything_and_neither_greater_nor_less() {
        for (Operator operator : List.of(Operator.GT, Operator.GE, Operator.LT, Operator.LE, Operator.EQ)) {
            assertThat(value(binary(path("sscc"), operator, text("x"))))
                    .as("%s", operator)
                    .isEqualTo(false);
        }
        assertThat(value(binary(path("sscc"), Operator.NE, text("x")))).isEqualTo(true);
        assertThat(value(binary(path("sscc"), Operator.NE, constant(new Literal.Null()))))
                .isEqualTo(false);
        assertThat(value(new Expression.In(path("sscc"), List.of(text("x"), constant(new Literal.Null())))))
                .isEqualTo(true);
        assertThat(value(binary(path("sscc"), Operator.ADD, digits("1")))).isNull();
    }

    @Test
    void whole_numbers_have_whole_quotients_and_others_have_not() {
        assertThat(value(binary(path("index"), Operator.DIV, digits("4")))).isEqualTo(new BigDecimal("2"));
        assertThat(value(binary(path("declaredQuantity"), Operator.DIV, digits("4"))))
                .isEqualTo(new BigDecimal("2.5"));
        assertThat(value(binary(path("index"), Operator.DIV, digits("4.0")))).isEqualTo(new BigDecimal("2.5"));
        assertThat(value(binary(new Expression.Negation(path("index")), Operator.MOD, digits("3"))))
                .isEqualTo(new BigDecimal("-1"));
        assertThat(value(binary(path("index"), Operator.DIV, digits("0")))).isNull();
        assertThat(value(binary(path("index"), Operator.MUL, digits("0.5")))).isEqualTo(new BigDecimal("5.0"));
    }

    @Test
    void numbers_of_any_size_stay_small() {
        assertThat(value(binary(path("huge"), Operator.ADD, digits("1")))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(value(call(Function.ROUND, path("huge")))).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(matches(binary(path("huge"), Operator.GT, digits("9E300")))).isTrue();
        Expression product = digits("9".repeat(300));
        for (int i = 0; i < 50; i++) {
            product = binary(product, Operator.MUL, digits("9".repeat(300)));
        }
        assertThat(value(product)).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void what_is_no_number_is_equal_to_nothing() {
        assertThat(matches(binary(path("weight"), Operator.EQ, constant(new Literal.NotFinite(Double.NaN)))))
                .isFalse();
        assertThat(matches(binary(
                        path("quantity"), Operator.LT, constant(new Literal.NotFinite(Double.POSITIVE_INFINITY)))))
                .isTrue();
    }

    @Test
    void numbers_are_rounded_away_from_zero_in_the_middle() {
        assertThat((BigDecimal) value(call(Function.ROUND, digits("2.5")))).isEqualByComparingTo("3");
        assertThat((BigDecimal) value(call(Function.ROUND, digits("-2.5")))).isEqualByComparingTo("-3");
        assertThat((BigDecimal) value(call(Function.FLOOR, digits("-2.5")))).isEqualByComparingTo("-3");
        assertThat((BigDecimal) value(call(Function.CEILING, digits("-2.5")))).isEqualByComparingTo("-2");
    }

    @Test
    void functions_of_texts_count_from_zero_and_stay_within_the_text() {
        Expression milk = text("Молоко 3,2%");
        assertThat(value(call(Function.LENGTH, milk))).isEqualTo(new BigDecimal("11"));
        assertThat(value(call(Function.INDEXOF, milk, text("око")))).isEqualTo(new BigDecimal("3"));
        assertThat(value(call(Function.INDEXOF, milk, text("ОКО")))).isEqualTo(new BigDecimal("-1"));
        assertThat(value(call(Function.SUBSTRING, milk, digits("7")))).isEqualTo("3,2%");
        assertThat(value(call(Function.SUBSTRING, milk, digits("0"), digits("3"))))
                .isEqualTo("Мол");
        assertThat(value(call(Function.SUBSTRING, milk, digits("99")))).isEqualTo("");
        assertThat(value(call(Function.SUBSTRING, milk, digits("-1"), digits("99999999999"))))
                .isEqualTo("Молоко 3,2%");
        assertThat(value(call(Function.TOUPPER, text("ёж i")))).isEqualTo("ЁЖ I");
        assertThat(value(call(Function.TOLOWER, text("ЁЖ I")))).isEqualTo("ёж i");
        assertThat(value(call(Function.TRIM, text(" \t а б\n")))).isEqualTo("а б");
        assertThat(value(call(Function.CONCAT, text("а"), text("б")))).isEqualTo("аб");
        assertThat(value(call(Function.STARTSWITH, milk, text("Мо")))).isEqualTo(true);
        assertThat(value(call(Function.ENDSWITH, milk, text("%")))).isEqualTo(true);
    }

    @Test
    void functions_of_dates_read_the_clock_of_the_dates_own_offset() {
        Expression date = path("registeredDate");
        assertThat(value(call(Function.YEAR, date))).isEqualTo(new BigDecimal("2025"));
        assertThat(value(call(Function.MONTH, date))).isEqualTo(new BigDecimal("6"));
        assertThat(value(call(Function.DAY, date))).isEqualTo(new BigDecimal("16"));
        assertThat(value(call(Function.HOUR, date))).isEqualTo(new BigDecimal("23"));
        assertThat(value(call(Function.MINUTE, date))).isEqualTo(new BigDecimal("58"));
        assertThat(value(call(Function.SECOND, date))).isEqualTo(new BigDecimal("43"));
        assertThat((BigDecimal) value(call(Function.FRACTIONALSECONDS, date))).isEqualByComparingTo("0.7526682");
        assertThat(value(call(Function.TOTALOFFSETMINUTES, date))).isEqualTo(new BigDecimal("-300"));
        assertThat(value(call(Function.DATE, date))).isEqualTo(LocalDate.parse("2025-06-16"));
        assertThat(value(call(Function.TIME, date))).isEqualTo(LocalTime.parse("23:58:43.7526682"));
        // of a field that nobody declared, too
        assertThat(value(call(Function.HOUR, path("date")))).isEqualTo(new BigDecimal("9"));
        assertThat(value(call(Function.YEAR, path("uid")))).isNull();
        assertThat(matches(binary(call(Function.NOW), Operator.GT, date))).isTrue();
        assertThat(matches(binary(call(Function.MINDATETIME), Operator.LT, date)))
                .isTrue();
        assertThat(matches(binary(call(Function.MAXDATETIME), Operator.GT, date)))
                .isTrue();
    }

    @Test
    void dates_and_durations_add_up() {
        Expression day = constant(new Literal.Length(Duration.ofDays(1), "P1D"));
        Expression date = path("date");
        Expression cast = new Expression.Cast(date, "Edm.DateTimeOffset");
        assertThat(value(binary(cast, Operator.ADD, day)))
                .isEqualTo(OffsetDateTime.parse("2025-06-17T09:58:43.7526682+03:00"));
        assertThat(value(binary(cast, Operator.SUB, day)))
                .isEqualTo(OffsetDateTime.parse("2025-06-15T09:58:43.7526682+03:00"));
        assertThat(value(binary(path("registeredDate"), Operator.SUB, cast))).isEqualTo(Duration.ofHours(22));
        assertThat(value(binary(day, Operator.MUL, digits("1.5")))).isEqualTo(Duration.ofHours(36));
        assertThat(value(binary(day, Operator.DIV, digits("2")))).isEqualTo(Duration.ofHours(12));
        assertThat((BigDecimal) value(call(Function.TOTALSECONDS, day))).isEqualByComparingTo("86400");
        assertThat(value(new Expression.Negation(day))).isEqualTo(Duration.ofDays(-1));
        Expression ages = constant(new Literal.Length(Duration.ofDays(400_000_000_000L), "P400000000000D"));
        assertThat(value(binary(cast, Operator.ADD, ages))).isNull();
    }

    @Test
    void members_of_enumerations_are_compared_by_their_value_and_with_their_name() {
        Literal erp = new Literal.Member(
                EDMX.enumeration("Cleverence.Warehouse.CreatedBy").orElseThrow(), 3, "ERP");
        assertThat(matches(erp, "createdBy")).isTrue();
        assertThat(matches(new Literal.Text("ERP"), "createdBy")).isTrue();
        assertThat(matches(new Literal.Text("Device"), "createdBy")).isFalse();
        assertThat(matches(binary(path("createdBy"), Operator.HAS, constant(erp))))
                .isTrue();
        assertThat(value(new Expression.Cast(path("createdBy"), "Edm.String"))).isEqualTo("ERP");
    }

    @Test
    void a_value_is_cast_to_what_it_can_be() {
        assertThat(value(new Expression.Cast(path("declaredQuantity"), "Edm.Int32")))
                .isEqualTo(new BigDecimal("10"));
        assertThat(value(new Expression.Cast(path("declaredQuantity"), "Edm.String")))
                .isEqualTo("10");
        assertThat(value(new Expression.Cast(digits("300"), "Edm.Byte"))).isNull();
        assertThat(value(new Expression.Cast(path("uid"), "Edm.Int32"))).isNull();
        assertThat(value(new Expression.IsOf(path("uid"), "Edm.String"))).isEqualTo(true);
        assertThat(value(new Expression.IsOf(path("sscc"), "Edm.String"))).isEqualTo(false);
        assertThat(value(new Expression.IsOf(path(), "Cleverence.Warehouse.DocumentItem")))
                .isEqualTo(true);
    }

    @Test
    void a_path_goes_on_where_a_navigation_leads() {
        assertThat(matches(new Literal.Text("Молоко"), "product", "name")).isTrue();
        assertThat(matches(new Literal.Null(), "bindedLine", "uid")).isTrue();
    }

    private static Node document(int lines) {
        List<Properties> items = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            items.add(Properties.builder().put("uid", "u" + i).put("index", i).build());
        }
        return Node.of(
                Properties.builder().put("id", "1").put("declaredItems", items).build());
    }

    private static Expression lines(boolean all, Expression condition) {
        return new Expression.Lambda(all, Expression.Path.of("declaredItems"), "d", Optional.of(condition));
    }

    private boolean holds(Expression expression, Node document) {
        return evaluation.condition(DOCUMENT_TYPE, expression).test(document);
    }

    @Test
    void any_wants_one_and_all_wants_each() {
        Expression second = binary(new Expression.Path("d", List.of("index")), Operator.EQ, digits("1"));
        assertThat(holds(lines(false, second), document(3))).isTrue();
        assertThat(holds(lines(false, second), document(1))).isFalse();
        assertThat(holds(lines(true, second), document(3))).isFalse();
        assertThat(holds(lines(true, second), document(0))).isTrue();
        Expression anything = new Expression.Lambda(false, Expression.Path.of("declaredItems"), "", Optional.empty());
        assertThat(holds(anything, document(0))).isFalse();
        assertThat(holds(anything, document(1))).isTrue();
        Expression three = binary(new Expression.Count(Expression.Path.of("declaredItems")), Operator.EQ, digits("3"));
        assertThat(holds(three, document(3))).isTrue();
    }

    @Test
    void any_within_any_within_any_comes_to_an_end() {
        Expression never = binary(new Expression.Path("a", List.of("uid")), Operator.EQ, text("none"));
        Expression costly = never;
        for (String variable : List.of("c", "b", "a")) {
            costly = new Expression.Lambda(false, Expression.Path.of("declaredItems"), variable, Optional.of(costly));
        }
        Expression cubed = costly;
        assertThat(holds(cubed, document(50))).isFalse();
        assertThatThrownBy(() -> holds(cubed, document(500)))
                .isInstanceOfSatisfying(
                        BridgeException.class, e -> assertThat(e.category()).isEqualTo(Category.TOO_LARGE));
    }
}
