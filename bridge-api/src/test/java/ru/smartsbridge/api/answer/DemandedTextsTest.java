package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;

class DemandedTextsTest {
    private static final Edmx EDMX = StandardMetadata.recorded();

    private static final Links LINKS = InsideLinks.but("product");

    private static Set<String> of(String type, Expression filter) {
        return DemandedTexts.of(
                EDMX, LINKS, EDMX.structured("Cleverence.Warehouse." + type).orElseThrow(), Optional.of(filter));
    }

    private static Expression text(String text) {
        return new Expression.Constant(new Literal.Text(text));
    }

    private static Expression contains(String property, String text) {
        return new Expression.Invocation(Function.CONTAINS, List.of(Expression.Path.of(property), text(text)));
    }

    @Test
    void what_must_hold_together_demands_the_texts_of_all_its_parts() {
        Expression barcode =
                new Expression.Binary(Operator.EQ, text("46"), new Expression.Path("p", List.of("barcode")));
        Expression packing = new Expression.Lambda(false, Expression.Path.of("packings"), "p", Optional.of(barcode));
        Expression yes = new Expression.Constant(new Literal.Flag(true));
        assertThat(of(
                        "Product",
                        Expression.and(
                                packing,
                                contains("name", "Молоко"),
                                new Expression.Binary(Operator.EQ, contains("netTakogo", "x"), yes))))
                .containsExactlyInAnyOrder("46", "Молоко", "x");
    }

    @Test
    void what_stands_elsewhere_demands_nothing_of_the_entity() {
        Expression.Path lines = Expression.Path.of("declaredItems");
        Expression own = new Expression.Binary(Operator.EQ, new Expression.Path("d", List.of("productId")), text("46"));
        Expression product =
                new Expression.Binary(Operator.EQ, new Expression.Path("d", List.of("product", "name")), text("x"));
        Expression barcode =
                new Expression.Binary(Operator.EQ, new Expression.Path("p", List.of("barcode")), text("y"));
        Expression packing = new Expression.Lambda(
                false, new Expression.Path("d", List.of("product", "packings")), "p", Optional.of(barcode));
        assertThat(of(
                        "Document",
                        new Expression.Lambda(false, lines, "d", Optional.of(Expression.and(own, product, packing)))))
                .containsExactly("46");
        assertThat(of("Product", Expression.equal(new Literal.Text("z"), "quantityPolicy", "id")))
                .containsExactly("z");
    }

    @Test
    void what_need_not_hold_or_may_be_written_in_another_way_demands_nothing() {
        Expression name = contains("name", "x");
        Expression barcode = Expression.equal(new Literal.Text("46"), "barcode");
        assertThat(of("Product", new Expression.Or(List.of(name, barcode)))).isEmpty();
        assertThat(of("Product", new Expression.Not(name))).isEmpty();
        Expression all = new Expression.Lambda(
                true,
                Expression.Path.of("packings"),
                "p",
                Optional.of(
                        new Expression.Binary(Operator.EQ, new Expression.Path("p", List.of("barcode")), text("46"))));
        assertThat(of("Product", all)).isEmpty();
        assertThat(of("Product", new Expression.Binary(Operator.NE, Expression.Path.of("name"), text("x"))))
                .isEmpty();
        assertThat(of("DocumentItem", Expression.equal(new Literal.Text("erp"), "createdBy")))
                .isEmpty();
        assertThat(of("Document", Expression.equal(new Literal.Text("2026-01-01T00:00:00Z"), "createDate")))
                .isEmpty();
        Expression lower = new Expression.Invocation(Function.TOLOWER, List.of(Expression.Path.of("name")));
        assertThat(of("Product", new Expression.Binary(Operator.EQ, lower, text("x"))))
                .isEmpty();
    }
}
