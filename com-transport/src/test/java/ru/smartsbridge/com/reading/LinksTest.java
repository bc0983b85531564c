package ru.smartsbridge.com.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.mapping.Way;

/** Where navigations lead that stand in no entity of the component. */
class LinksTest extends ReadingTests {
    private static Properties line(String uid, String product) {
        return entity("uid", uid, "productId", product);
    }

    private static Value lines(Properties... lines) {
        return Value.items(List.of(lines));
    }

    private void document(String id, Properties... planned) {
        base.documents.all.add(entity("id", id, "documentTypeName", "Приход").with("declaredItems", lines(planned)));
    }

    private static Query expanding(String outer, String inner) {
        Query nested = Query.ALL.withExpand(inner);
        return Query.ALL.withExpand(List.of(new Expansion(outer, nested)));
    }

    private List<Properties> linesOf(String id, String inner) {
        return new Reading(session, ZoneOffset.UTC)
                .find(session.schema(), place("Docs"), id, expanding("declaredItems", inner))
                .orElseThrow()
                .objects("declaredItems");
    }

    @Test
    void lines_that_are_not_expanded_are_not_shown() {
        document("1", line("l1", "a"));
        assertThat(list("Docs", Query.ALL).get(0).has("declaredItems")).isFalse();
        assertThat(list("Docs", Query.ALL.withExpand("declaredItems")).get(0).objects("declaredItems"))
                .containsExactly(line("l1", "a"));
    }

    @Test
    void plan_fact_and_tables_of_a_document_without_any_are_none() {
        base.documents.all.add(entity("id", "1", "documentTypeName", "Приход"));
        assertThat(related("Docs", "1", "declaredItems")).isEmpty();
        assertThat(related("Docs", "1", "currentItems")).isEmpty();
        assertThat(related("Docs", "1", "tables")).isEmpty();
    }

    @Test
    void plan_and_fact_together_are_what_the_component_computes() {
        document("1", line("l1", "a"), line("l2", "b"));
        assertThat(related("Docs", "1", "combinedItems")).containsExactly(line("l1", "a"), line("l2", "b"));
        assertThat(base.calls).containsEntry("CombinedItems", 1);
    }

    @Test
    void plan_and_fact_together_are_read_by_properties_where_xml_does_not_serve() throws IOException {
        session(Way.PROPERTIES);
        document("1", line("l1", "a"), line("l2", "b"));
        assertThat(related("Docs/Prihod", "1", "combinedItems")).hasSize(2);
        assertThat(base.calls).doesNotContainKey("ToXml").containsEntry("Item", 2);
    }

    @Test
    void extended_fields_are_asked_of_the_document() {
        base.documents.all.add(entity("id", "1", "documentTypeName", "Приход").with("underloaded", Value.flag(true)));
        assertThat(related("Docs", "1", "extendedFields"))
                .containsExactly(Properties.builder()
                        .put("id", "1")
                        .put("underloaded", true)
                        .put("overloaded", false)
                        .put("underloadedOrOverloaded", false)
                        .build());
    }

    @Test
    void a_document_that_is_gone_meanwhile_has_neither() {
        document("1", line("l1", "a"));
        base.on("ToXml", () -> base.documents.all.clear());
        assertThat(related("Docs", "1", "combinedItems")).isEmpty();
        document("1", line("l1", "a"));
        assertThat(related("Docs", "1", "extendedFields")).isEmpty();
    }

    @Test
    void entities_without_an_id_lead_nowhere() {
        base.documents.all.add(entity("documentTypeName", "Приход"));
        base.userGroups.add(entity("name", "Все"));
        base.users.add(entity("id", "u1"));
        Properties document = list("Docs", Query.ALL.withExpand("combinedItems", "extendedFields"))
                .get(0);
        assertThat(document.objects("combinedItems")).isEmpty();
        assertThat(document.get("extendedFields")).contains(Value.NULL);
        assertThat(list("UserGroups", Query.ALL.withExpand("users")).get(0).objects("users"))
                .isEmpty();
    }

    @Test
    void the_product_of_many_lines_is_asked_for_once() {
        products("a", "b");
        document(
                "1",
                IntStream.range(0, 1_000)
                        .mapToObj(i -> line("l" + i, i % 2 == 0 ? "a" : "b"))
                        .toArray(Properties[]::new));

        List<Properties> lines = linesOf("1", "product");

        assertThat(lines).hasSize(1_000);
        assertThat(lines.get(999).object("product").orElseThrow().text("name")).isEqualTo("Товар b");
        assertThat(base.calls).containsEntry("GetProductById", 2);
    }

    @Test
    void a_product_that_the_base_does_not_have_is_asked_for_once_and_is_none() {
        document("1", line("l1", "x"), line("l2", "x"), entity("uid", "l3"), line("l4", ""));
        assertThat(linesOf("1", "product"))
                .allSatisfy(line -> assertThat(line.get("product")).contains(Value.NULL));
        assertThat(base.calls).containsEntry("GetProductById", 1);
    }

    @Test
    void a_bound_line_is_found_among_plan_and_fact_of_its_own_document() {
        base.documents.all.add(entity("id", "1", "documentTypeName", "Приход")
                .with(
                        "declaredItems",
                        lines(
                                entity("uid", "p1", "bindedLineUid", "f1"),
                                entity("uid", "p2", "bindedLineUid", "p1"),
                                entity("uid", "p3", "bindedLineUid", "elsewhere"),
                                entity("uid", "p4")))
                .with("currentItems", lines(entity("uid", "f1", "bindedLineUid", "p1"))));
        document("2", line("elsewhere", "a"));

        assertThat(linesOf("1", "bindedLine"))
                .extracting(line -> line.object("bindedLine")
                        .map(bound -> bound.text("uid"))
                        .orElse(null))
                .containsExactly("f1", "p1", null, null);
    }

    @Test
    void cells_of_a_warehouse_are_those_that_the_component_has_there() {
        base.cells.put("2", Map.of("c1", entity("id", "c1", "barcode", "c1")));
        assertThat(related("Warehouses", "2", "cells")).containsExactly(entity("id", "c1", "barcode", "c1"));
        assertThat(related("Warehouses", "1", "cells")).isEmpty();
        assertThat(list("Warehouses", Query.ALL.withExpand("cells")).get(1).objects("cells"))
                .hasSize(1);
    }

    @Test
    void users_of_a_group_are_those_that_name_it() {
        base.userGroups.add(entity("id", "g1"));
        base.users.add(entity("id", "u1", "groupId", "g1"));
        base.users.add(entity("id", "u2", "groupId", "g2"));
        base.users.add(entity("id", "u3"));
        assertThat(related("UserGroups", "g1", "users"))
                .extracting(user -> user.text("id"))
                .containsExactly("u1");
    }

    @Test
    void a_document_has_the_tables_of_its_type_under_their_name_or_uni() {
        Properties table = entity("name", "Серии").with("rows", lines(entity("uid", "r1")));
        base.documents.all.add(entity("id", "1", "documentTypeName", "Приход").with("tables", lines(table)));
        assertThat(related("Docs", "1", "Serii")).containsExactly(entity("uid", "r1"));
        assertThat(related("Docs", "1", "серии")).containsExactly(entity("uid", "r1"));
        failsWith(Category.NOT_FOUND, () -> related("Docs", "1", "Nonsense"));
    }

    @Test
    void a_declared_table_that_the_document_does_not_have_is_empty() {
        document("1");
        assertThat(related("Docs/Prihod", "1", "Serii")).isEmpty();
        base.documents.all.add(entity("id", "2", "documentTypeName", "Расход"));
        failsWith(Category.NOT_FOUND, () -> related("Docs", "2", "Serii"));
    }

    @Test
    void what_the_components_do_not_give_is_said_by_name() {
        products("a");
        assertThat(failsWith(Category.UNSUPPORTED_HERE, () -> related("Products", "a", "quantityPolicy")))
                .hasMessageContaining("Product.quantityPolicy");
        failsWith(
                Category.UNSUPPORTED_HERE,
                () -> list("Products", Query.ALL.withTop(1).withExpand("quantityPolicy")));
    }

    @Test
    void an_entity_that_is_not_there_leads_nowhere() {
        failsWith(Category.NOT_FOUND, () -> related("Docs", "1", "combinedItems"));
        failsWith(Category.NOT_FOUND, () -> related("Warehouses", "9", "cells"));
        failsWith(Category.NOT_FOUND, () -> related("UserGroups", "g1", "users"));
    }

    @Test
    void a_navigation_that_no_entity_has_is_refused_before_anything_is_read() {
        failsWith(Category.INVALID_REQUEST, () -> list("Docs", Query.ALL.withExpand("nonsense")));
        assertThat(base.crossings()).isZero();
    }
}
