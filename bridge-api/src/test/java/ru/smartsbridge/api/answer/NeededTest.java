package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Operator;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.value.Wanted;

/** What of an entity has to be read for a filter: never less than it looks at. */
class NeededTest {
    private static final Edmx EDMX = StandardMetadata.recorded();

    private static final Links LINKS = InsideLinks.but("combinedItems");

    private static Optional<Wanted> of(String type, Expression filter) {
        return Needed.of(
                EDMX,
                LINKS,
                EDMX.structured("Cleverence.Warehouse." + type).orElseThrow(),
                Query.ALL.withFilter(filter));
    }

    private static Expression positive(Expression.Path path) {
        return new Expression.Binary(Operator.GT, path, new Expression.Constant(new Literal.Number(BigDecimal.ZERO)));
    }

    private static Expression.Path of(String variable, String... names) {
        return new Expression.Path(variable, List.of(names));
    }

    private static Expression any(Expression.Path collection, String variable, Expression condition) {
        return new Expression.Lambda(false, collection, variable, Optional.of(condition));
    }

    private static final Expression.Path PACKINGS = Expression.Path.of("packings");

    @Test
    void of_the_elements_that_a_lambda_goes_through_what_it_looks_at() {
        Expression twice = Expression.and(
                any(PACKINGS, "p", positive(of("p", "price"))),
                any(Expression.Path.of("Packings"), "q", positive(of("q", "selfWeight"))));
        Wanted wanted = of("Product", twice).orElseThrow();
        assertThat(wanted.names()).containsExactly("packings");
        assertThat(wanted.ofElements()).isEqualTo(Map.of("packings", List.of("price", "selfWeight")));
    }

    @Test
    void elements_that_are_looked_at_otherwise_too_are_read_whole() {
        Wanted wanted = of(
                        "Product",
                        Expression.and(
                                any(PACKINGS, "p", positive(of("p", "price"))),
                                positive(Expression.Path.of("PACKINGS"))))
                .orElseThrow();
        assertThat(wanted.ofElements()).isEmpty();
        assertThat(of("Product", any(PACKINGS, "p", positive(of("p"))))
                        .orElseThrow()
                        .ofElements())
                .as("an element itself")
                .isEmpty();
    }

    @Test
    void elements_that_are_only_counted_are_not_read() {
        assertThat(of("Product", new Expression.Count(PACKINGS)).orElseThrow().ofElements())
                .isEqualTo(Map.of("packings", List.of()));
    }

    @Test
    void what_stands_in_the_entity_under_a_navigation_is_read_alone() {
        Wanted wanted = of(
                        "Document",
                        any(Expression.Path.of("declaredItems"), "d", positive(of("d", "declaredQuantity"))))
                .orElseThrow();
        assertThat(wanted.names()).containsExactly("declaredItems");
        assertThat(wanted.ofElements()).isEqualTo(Map.of("declaredItems", List.of("declaredQuantity")));
        assertThat(of("Product", positive(Expression.Path.of("QuantityPolicy", "multiline")))
                        .orElseThrow()
                        .names())
                .containsExactly("QuantityPolicy");
    }

    @Test
    void whose_element_is_followed_further_is_read_whole() {
        Wanted wanted = of(
                        "Document",
                        any(
                                Expression.Path.of("declaredItems"),
                                "d",
                                positive(of("d", "product", "unitConvertionRate"))))
                .orElseThrow();
        assertThat(wanted.names()).containsExactly("declaredItems");
        assertThat(wanted.ofElements()).isEmpty();
    }

    @Test
    void for_what_a_link_leads_to_or_for_a_line_that_is_bound_all_of_the_entity_is_read() {
        assertThat(of("Document", any(Expression.Path.of("combinedItems"), "c", positive(of("c", "declaredQuantity")))))
                .isEmpty();
        assertThat(of(
                        "Document",
                        any(
                                Expression.Path.of("declaredItems"),
                                "d",
                                positive(of("d", "bindedLine", "declaredQuantity")))))
                .isEmpty();
    }

    @Test
    void a_variable_inside_of_another_of_its_name_does_not_hide_it_afterwards() {
        Expression inner = any(of("p", "barcodes"), "p", positive(of("p", "below")));
        Wanted wanted = of("Product", any(PACKINGS, "p", Expression.and(inner, positive(of("p", "price")))))
                .orElseThrow();
        assertThat(wanted.ofElements()).isEqualTo(Map.of("packings", List.of("barcodes", "price")));
    }
}
