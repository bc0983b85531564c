package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** The query language on five documents, whoever computes it: each answer is known beforehand. */
@Needs(value = Verb.LIST, on = SetKind.DOCS)
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
abstract class QueryContract extends ContractPart {
    /** Documents A to E of this mark, with priorities 1 to 5; the even ones have lines of 1, 2 … to their priority. */
    private String five() {
        String mark = newId();
        List<String> products = specimens().products(3);
        String[] names = {"Ёлка A", "ель B", "сосна C", "Сосна D", "O'Brien E"};
        for (int i = 1; i <= 5; i++) {
            Properties header = specimens()
                    .header(RECEIPTS, mark + "-" + i, mark)
                    .with("name", Value.text(names[i - 1]))
                    .with("priority", Value.number(i))
                    .with("createDate", Value.text("2026-0" + i + "-1" + i + "T0" + i + ":30:00+03:00"));
            List<Properties> lines = new ArrayList<>();
            for (int line = 1; i % 2 == 0 && line <= i; line++) {
                lines.add(specimens().line(products.get(line % 3), Integer.toString(line)));
            }
            transport().create(RECEIPTS, new Document(header.with("declaredItems", Value.items(lines))), call());
        }
        return mark;
    }

    /** The last letters of the names of those that match, from A on: a set has no order of its own. */
    private String found(String mark, Expression condition) {
        return letters(mark, Query.ALL.withFilter(Expression.and(equal("description", mark), condition)))
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The last letters of the names of those that match, in their order. */
    private String letters(String mark, Query query) {
        Query own = query.filter().isPresent() ? query : query.withFilter(equal("description", mark));
        StringBuilder letters = new StringBuilder();
        list(RECEIPTS, own)
                .forEach(document ->
                        letters.append(document.name().charAt(document.name().length() - 1)));
        return letters.toString();
    }

    private static Expression path(String... names) {
        return Expression.Path.of(names);
    }

    private static Expression text(String text) {
        return new Expression.Constant(new Literal.Text(text));
    }

    private static Expression number(String digits) {
        return new Expression.Constant(new Literal.Number(new BigDecimal(digits)));
    }

    private static Expression binary(Expression left, Operator operator, Expression right) {
        return new Expression.Binary(operator, left, right);
    }

    private static Expression call(Function function, Expression... arguments) {
        return new Expression.Invocation(function, List.of(arguments));
    }

    private static Expression line(String name) {
        return new Expression.Path("d", List.of(name));
    }

    private static Expression lines(boolean all, Expression condition) {
        return new Expression.Lambda(all, Expression.Path.of("declaredItems"), "d", Optional.of(condition));
    }

    private static Order up(String... path) {
        return new Order(path(path), false);
    }

    private static Order down(String... path) {
        return new Order(path(path), true);
    }

    @Test
    void comparisons_and_logic() {
        String mark = five();
        Expression priority = path("priority");
        assertThat(found(mark, binary(priority, Operator.GT, number("3")))).isEqualTo("DE");
        assertThat(found(mark, binary(priority, Operator.GE, number("3")))).isEqualTo("CDE");
        assertThat(found(mark, binary(priority, Operator.LT, number("2.5")))).isEqualTo("AB");
        assertThat(found(mark, binary(priority, Operator.LE, number("3")))).isEqualTo("ABC");
        assertThat(found(mark, binary(priority, Operator.NE, number("3")))).isEqualTo("ABDE");
        assertThat(found(mark, new Expression.Or(List.of(equal("priority", one()), equal("name", "сосна C")))))
                .isEqualTo("AC");
        assertThat(found(mark, new Expression.Not(binary(priority, Operator.GT, number("3")))))
                .isEqualTo("ABC");
        assertThat(found(mark, new Expression.In(priority, List.of(number("2"), number("5"), number("9")))))
                .isEqualTo("BE");
        assertThat(found(mark, new Expression.In(path("name"), List.of(text("O'Brien E")))))
                .isEqualTo("E");
    }

    private static Literal one() {
        return new Literal.Number(BigDecimal.ONE);
    }

    @Test
    void arithmetic() {
        String mark = five();
        Expression priority = path("priority");
        assertThat(found(mark, binary(binary(priority, Operator.MOD, number("2")), Operator.EQ, number("0"))))
                .isEqualTo("BD");
        assertThat(found(mark, binary(binary(priority, Operator.DIV, number("2")), Operator.EQ, number("2"))))
                .isEqualTo("DE");
        assertThat(found(
                        mark,
                        binary(
                                binary(binary(priority, Operator.ADD, number("1")), Operator.MUL, number("2")),
                                Operator.GT,
                                number("9"))))
                .isEqualTo("DE");
        assertThat(found(mark, binary(new Expression.Negation(priority), Operator.GT, number("-2"))))
                .isEqualTo("A");
    }

    @Test
    void functions_of_texts() {
        String mark = five();
        Expression name = path("name");
        assertThat(found(mark, call(Function.CONTAINS, name, text("осна")))).isEqualTo("CD");
        assertThat(found(mark, call(Function.STARTSWITH, name, text("сосна")))).isEqualTo("C");
        assertThat(found(mark, call(Function.STARTSWITH, call(Function.TOLOWER, name), text("сосна"))))
                .isEqualTo("CD");
        assertThat(found(mark, call(Function.ENDSWITH, call(Function.TOUPPER, name), text("КА A"))))
                .isEqualTo("A");
        assertThat(found(mark, binary(call(Function.LENGTH, name), Operator.EQ, number("5"))))
                .isEqualTo("B");
        assertThat(found(mark, binary(call(Function.INDEXOF, name, text("'")), Operator.GE, number("0"))))
                .isEqualTo("E");
        assertThat(found(
                        mark,
                        binary(call(Function.SUBSTRING, name, number("1"), number("2")), Operator.EQ, text("ос"))))
                .isEqualTo("CD");
        assertThat(found(mark, binary(call(Function.CONCAT, name, text("!")), Operator.EQ, text("ель B!"))))
                .isEqualTo("B");
    }

    @Test
    void functions_of_dates() {
        String mark = five();
        Expression date = path("createDate");
        assertThat(found(mark, binary(call(Function.MONTH, date), Operator.EQ, number("3"))))
                .isEqualTo("C");
        assertThat(found(mark, binary(call(Function.DAY, date), Operator.GE, number("14"))))
                .isEqualTo("DE");
        assertThat(found(mark, binary(call(Function.YEAR, date), Operator.EQ, number("2026"))))
                .isEqualTo("ABCDE");
        OffsetDateTime march = OffsetDateTime.parse("2026-03-13T00:30:00Z");
        Expression moment = new Expression.Constant(new Literal.Moment(march, "2026-03-13T00:30:00Z"));
        assertThat(found(mark, binary(date, Operator.LT, moment))).isEqualTo("AB");
    }

    @Test
    void any_and_all_of_the_lines() {
        String mark = five();
        Expression more = binary(line("declaredQuantity"), Operator.GT, number("3"));
        assertThat(found(mark, lines(false, more))).isEqualTo("D");
        assertThat(found(mark, lines(true, new Expression.Not(more)))).isEqualTo("ABCE");
        Expression anything = new Expression.Lambda(false, Expression.Path.of("declaredItems"), "", Optional.empty());
        assertThat(found(mark, anything)).isEqualTo("BD");
        Expression count = new Expression.Count(Expression.Path.of("declaredItems"));
        assertThat(found(mark, binary(count, Operator.GE, number("3")))).isEqualTo("D");
        String product = specimens().products(1).get(0);
        Expression third = binary(new Expression.Path("d", List.of("product", "id")), Operator.EQ, text(product));
        assertThat(found(mark, lines(false, third))).isEqualTo("D");
    }

    @Test
    void an_order_has_several_keys_and_null_comes_first() {
        String mark = five();
        assertThat(letters(mark, Query.ALL.withOrder(down("priority")))).isEqualTo("EDCBA");
        Order even = new Order(binary(path("priority"), Operator.MOD, number("2")), false);
        assertThat(letters(mark, Query.ALL.withOrder(even, down("priority")))).isEqualTo("DBECA");
        assertThat(letters(
                        mark,
                        Query.ALL.withOrder(even, down("priority")).withSkip(1).withTop(3)))
                .isEqualTo("BEC");
        assertThat(letters(mark, Query.ALL.withOrder(up("name")))).isEqualTo("EADBC");
        Order lines = new Order(new Expression.Count(Expression.Path.of("declaredItems")), true);
        assertThat(letters(mark, Query.ALL.withOrder(lines, up("priority")))).isEqualTo("DBACE");
    }

    @Test
    void null_comes_before_everything_and_after_it_where_the_order_is_turned() {
        EntitySet<Document> set = specimens().documentsWithTextField();
        String field = specimens().textField(Specimens.headerOf(set));
        String mark = newId();
        create(set, specimens().header(set, mark + "b", mark).with(field, Value.text("b")));
        create(set, specimens().header(set, mark + "0", mark));
        create(set, specimens().header(set, mark + "a", mark).with(field, Value.text("a")));
        Query own = where("description", mark);
        assertThat(keys(set, own.withOrder(up(field)))).containsExactly(mark + "0", mark + "a", mark + "b");
        assertThat(keys(set, own.withOrder(down(field)))).containsExactly(mark + "b", mark + "a", mark + "0");
    }

    private void create(EntitySet<Document> set, Properties document) {
        transport().create(set, new Document(document), call());
    }

    @Test
    void what_is_equal_stays_in_the_bases_order() {
        String mark = five();
        String whole = letters(mark, Query.ALL);
        assertThat(letters(mark, Query.ALL.withOrder(up("warehouseId")))).isEqualTo(whole);
        assertThat(letters(mark, Query.ALL.withOrder(down("warehouseId")))).isEqualTo(whole);
    }

    @Test
    void the_lines_that_are_expanded_are_filtered_ordered_cut_and_counted() {
        String mark = five();
        Query nested = Query.ALL
                .withFilter(binary(path("declaredQuantity"), Operator.GT, number("1")))
                .withOrder(down("declaredQuantity"))
                .withTop(2)
                .withCount();
        Query query = Query.ALL.withExpand(List.of(new Expansion("declaredItems", nested)));
        Properties document = found(RECEIPTS, mark + "-4", query);
        assertThat(document.objects("declaredItems"))
                .extracting(line -> line.decimal("declaredQuantity").intValueExact())
                .containsExactly(4, 3);
        assertThat(document.decimal("declaredItems@odata.count")).isEqualByComparingTo("3");
    }

    @Test
    void a_count_is_of_what_matches_whatever_the_order() {
        String mark = five();
        Query query = Query.ALL
                .withFilter(
                        Expression.and(equal("description", mark), binary(path("priority"), Operator.GT, number("1"))))
                .withOrder(down("priority"))
                .withTop(1)
                .withCount();
        try (Rows<Document> rows = transport().list(RECEIPTS, query, call())) {
            assertThat(rows.count()).hasValue(4);
            assertThat(all(rows))
                    .singleElement()
                    .satisfies(one -> assertThat(one.name()).isEqualTo("O'Brien E"));
        }
    }
}
