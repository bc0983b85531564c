package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.OtherEntity;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Expansion;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Transliteration;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** From one entity to others, by {@code $expand} and by paths; and keys of any form. */
@Needs(value = Verb.FIND, on = SetKind.DOCS)
@Needs(value = Verb.RELATED, on = SetKind.DOCS)
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
abstract class NavigationContract extends ContractPart {
    /** A document with three plan lines, of quantities 1, 2 and 3. */
    private String documentWithLines() {
        String id = newId();
        List<String> products = specimens().products(3);
        Document document = specimens()
                .document(
                        RECEIPTS,
                        id,
                        specimens().line(products.get(0), "1"),
                        specimens().line(products.get(1), "2"),
                        specimens().line(products.get(2), "3"));
        transport().create(RECEIPTS, document, call());
        return id;
    }

    private static List<String> quantities(List<Properties> lines) {
        return lines.stream()
                .map(line -> line.decimal("declaredQuantity").toPlainString())
                .toList();
    }

    @Test
    void expand_brings_the_lines_in_their_order() {
        String id = documentWithLines();
        Properties document = found(RECEIPTS, id, Query.ALL.withExpand("declaredItems"));
        assertThat(quantities(document.objects("declaredItems"))).containsExactly("1", "2", "3");
        assertThat(document.has("currentItems")).isFalse();
        Query listed = where("id", id).withExpand("declaredItems", "currentItems");
        assertThat(list(RECEIPTS, listed)).singleElement().satisfies(one -> {
            assertThat(quantities(one.properties().objects("declaredItems"))).containsExactly("1", "2", "3");
            assertThat(one.properties().has("currentItems")).isTrue();
            assertThat(one.currentItems()).isEmpty();
        });
    }

    @Test
    void without_expand_no_navigation_is_there() {
        String id = documentWithLines();
        List<String> navigations = List.of("declaredItems", "currentItems", "combinedItems", "tables");
        assertThat(found(RECEIPTS, id).names()).doesNotContainAnyElementsOf(navigations);
        assertThat(list(RECEIPTS, where("id", id)))
                .singleElement()
                .satisfies(one -> assertThat(one.properties().names()).doesNotContainAnyElementsOf(navigations));
    }

    @Test
    void expand_goes_on_below_what_was_expanded() {
        String id = documentWithLines();
        Query deep = new Query(
                Optional.empty(),
                List.of(),
                OptionalLong.empty(),
                OptionalLong.empty(),
                false,
                List.of(),
                List.of(new Expansion("declaredItems", Query.ALL.withExpand("product"))));
        assertThat(found(RECEIPTS, id, deep).objects("declaredItems"))
                .hasSize(3)
                .allSatisfy(
                        line -> assertThat(line.object("product").orElseThrow().text("id"))
                                .isEqualTo(line.text("productId")));
    }

    @Test
    void select_keeps_what_was_expanded() {
        String id = documentWithLines();
        Properties document = found(RECEIPTS, id, Query.ALL.withSelect("name").withExpand("declaredItems"));
        assertThat(document.names()).containsExactlyInAnyOrder("name", "declaredItems");
    }

    @Test
    void a_path_leads_to_the_lines() {
        String id = documentWithLines();
        assertThat(quantities(related(RECEIPTS, id, "declaredItems"))).containsExactly("1", "2", "3");
        assertThat(quantities(related(EntitySet.DOCS, id, "declaredItems"))).containsExactly("1", "2", "3");
        assertThat(related(RECEIPTS, id, "currentItems")).isEmpty();
    }

    @Test
    void what_a_path_leads_to_is_cut_and_counted_too() {
        String id = documentWithLines();
        Query query = Query.ALL.withSkip(1).withTop(1).withCount();
        try (Rows<OtherEntity> rows = transport().related(RECEIPTS, id, "declaredItems", query, call())) {
            assertThat(rows.count()).hasValue(3);
            assertThat(all(rows))
                    .singleElement()
                    .satisfies(line -> assertThat(line.properties().decimal("declaredQuantity"))
                            .isEqualByComparingTo("2"));
        }
    }

    @Test
    void a_path_leads_to_the_rows_of_a_documents_table() {
        String id = newId();
        String table = specimens().documentTable(RECEIPTS);
        List<Properties> rows = List.of(
                Properties.builder().put("uid", newId()).put("index", 0).build(),
                Properties.builder().put("uid", newId()).put("index", 1).build());
        Properties documentTable =
                Properties.builder().put("name", table).put("rows", rows).build();
        Properties document = specimens().header(RECEIPTS, id, "").with("tables", Value.items(List.of(documentTable)));
        transport().create(RECEIPTS, new Document(document), call());
        assertThat(related(RECEIPTS, id, Transliteration.uni(table)))
                .extracting(row -> row.text("uid"))
                .containsExactly(rows.get(0).text("uid"), rows.get(1).text("uid"));
    }

    @Test
    @Needs(value = Verb.RELATED, on = SetKind.WAREHOUSES)
    void a_warehouse_leads_to_its_cells() {
        assertThat(related(EntitySet.WAREHOUSES, WAREHOUSE, "cells")).isNotEmpty();
        assertThat(found(EntitySet.WAREHOUSES, WAREHOUSE, Query.ALL.withExpand("cells"))
                        .objects("cells"))
                .isNotEmpty();
    }

    @Test
    void an_unknown_navigation_or_id_is_an_error() {
        String id = documentWithLines();
        failsWith(Category.NOT_FOUND, () -> related(RECEIPTS, id, "netTakoj"));
        failsWith(Category.NOT_FOUND, () -> related(RECEIPTS, newId(), "declaredItems"));
        failsWith(Category.NOT_FOUND, () -> related(EntitySet.WAREHOUSES, newId(), "cells"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'",
                "a'b",
                "''",
                "a/b",
                "a b",
                "Накладная №7",
                "50%",
                "%2F",
                "%27",
                "a+b",
                "a#b",
                "a?b",
                "a&b=c",
                "a\"b",
                "a\\b",
                "a;b,c:d",
                "(a)",
                "a(b)/c",
                "$count",
                "..",
                "😀"
            })
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    @Needs(value = Verb.DELETE, on = SetKind.DOCS)
    void a_document_lives_under_an_id_of_any_form(String form) {
        String id = newId() + form;
        String product = specimens().products(1).get(0);
        transport()
                .create(RECEIPTS, specimens().document(RECEIPTS, id, specimens().line(product, "1")), call());
        assertThat(found(RECEIPTS, id).text("id")).isEqualTo(id);
        assertThat(keys(RECEIPTS, where("id", id))).containsExactly(id);
        assertThat(related(RECEIPTS, id, "declaredItems")).hasSize(1);
        transport().update(RECEIPTS, id, Properties.builder().put("name", form).build(), call());
        assertThat(found(EntitySet.DOCS, id).text("name")).isEqualTo(form);
        transport().delete(RECEIPTS, id, call());
        assertThat(has(RECEIPTS, id)).isFalse();
    }
}
