package ru.smartsbridge.com.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Which of the component's objects answer which set, and what of a filter the component does itself. */
class SetsTest extends ReadingTests {
    @BeforeEach
    void fill() {
        base.documents.all.add(entity("id", "1", "documentTypeName", "Приход")
                .with("finished", Value.flag(true))
                .with("declaredItems", Value.items(List.of(entity("uid", "l1"), entity("uid", "l2")))));
        base.documents.all.add(entity("id", "2", "documentTypeName", "Расход").with("finished", Value.flag(false)));
        base.documents.all.add(entity("id", "3", "documentTypeName", "Приход")
                .with("currentItems", Value.items(List.of(entity("uid", "l3")))));
        base.cells.put("1", cells("c1", "c2"));
        base.cells.put("2", cells("c3"));
        products("a", "b");
    }

    private static Map<String, Properties> cells(String... ids) {
        Map<String, Properties> cells = new LinkedHashMap<>();
        for (String id : ids) {
            cells.put(id, entity("id", id, "barcode", id));
        }
        return cells;
    }

    @Test
    void documents_of_one_type_are_asked_for_by_its_russian_name() {
        assertThat(ids("Docs/Prihod", Query.ALL)).containsExactly("1", "3");
        assertThat(ids("Docs", Query.ALL)).containsExactly("1", "2", "3");
    }

    @Test
    void finished_documents_are_picked_by_the_component() {
        assertThat(ids("Docs", where("finished", new Literal.Flag(true)))).containsExactly("1");
        assertThat(ids("Docs/Prihod", where("Finished", new Literal.Flag(true))))
                .containsExactly("1");
        assertThat(base.documents.asked).containsExactly("null/true", "Приход/true");
    }

    @Test
    void unfinished_documents_are_picked_from_all() {
        assertThat(ids("Docs", where("finished", new Literal.Flag(false)))).containsExactly("2");
        assertThat(base.documents.asked).containsExactly("null/false");
    }

    @Test
    void what_the_component_picks_is_filtered_again() {
        Expression finished = where("finished", new Literal.Flag(true)).filter().orElseThrow();
        Expression other = where("documentTypeName", "Расход").filter().orElseThrow();
        Query both = Query.ALL.withFilter(new Expression.And(List.of(other, new Expression.And(List.of(finished)))));
        assertThat(list("Docs", both)).isEmpty();
        assertThat(base.documents.asked).containsExactly("null/true");
    }

    @Test
    void a_flag_of_something_inside_a_document_says_nothing_of_the_document() {
        Query nested = Query.ALL.withFilter(Expression.equal(new Literal.Flag(true), "states", "finished"));
        assertThat(Pushed.finishedOnly(nested)).isFalse();
    }

    @Test
    void a_document_that_is_asked_for_by_its_id_is_asked_for_alone() {
        assertThat(ids("Docs", where("id", "3"))).containsExactly("3");
        assertThat(base.calls).containsEntry("GetDocument", 1).doesNotContainKeys("GetDocuments", "ToXmlFile");
    }

    @Test
    void a_product_that_is_asked_for_by_its_id_is_asked_for_alone_and_counted() {
        try (Rows<Properties> rows = rows("Products", where("id", "b").withCount())) {
            assertThat(rows.count()).hasValue(1);
            assertThat(rows.next().text("name")).isEqualTo("Товар b");
        }
        assertThat(base.calls).containsEntry("GetProductById", 1).doesNotContainKeys("GetProducts", "ToXmlFile");
    }

    @Test
    void an_id_and_another_condition_must_both_hold() {
        Expression id = where("id", "b").filter().orElseThrow();
        Expression name = where("name", "Товар a").filter().orElseThrow();
        assertThat(list("Products", Query.ALL.withFilter(new Expression.And(List.of(id, name)))))
                .isEmpty();
    }

    @Test
    void a_document_of_another_type_is_none_of_the_set() {
        assertThat(list("Docs/Rashod", where("id", "1"))).isEmpty();
        assertThat(find("Docs/Rashod", "1")).isEmpty();
        assertThat(find("Docs/Prihod", "1")).contains("1");
        assertThat(find("Docs", "1")).contains("1");
    }

    @Test
    void a_document_without_a_type_is_in_the_set_of_all_alone() {
        base.documents.all.add(entity("id", "4"));
        assertThat(find("Docs", "4")).contains("4");
        assertThat(find("Docs/Prihod", "4")).isEmpty();
    }

    private Optional<String> find(String set, String key) {
        return new Reading(session, ZoneOffset.UTC)
                .find(session.schema(), place(set), key, Query.ALL)
                .map(entity -> entity.text("id"));
    }

    @Test
    void an_id_of_nothing_is_not_asked_for() {
        assertThat(find("Docs", "")).isEmpty();
        assertThat(find("Products", "")).isEmpty();
        assertThat(base.crossings()).isZero();
    }

    @Test
    void an_id_is_handed_over_to_the_letter() {
        for (String id : new String[] {"a/b", "o'brien", " ", "тов%20ар", "\uD83D\uDCE6", "x".repeat(10_000)}) {
            products(id);
            base.documents.all.add(entity("id", id));
            assertThat(find("Products", id)).contains(id);
            assertThat(find("Docs", id)).contains(id);
            assertThat(ids("Products", where("id", id))).containsExactly(id);
        }
    }

    @Test
    void lines_of_all_documents_are_the_plan_and_then_the_fact_of_each() {
        assertThat(list("DocumentItem", Query.ALL))
                .extracting(line -> line.text("uid"))
                .containsExactly("l1", "l2", "l3");
        assertThat(list("DocumentItem", Query.ALL.withSkip(1).withTop(1)))
                .extracting(line -> line.text("uid"))
                .containsExactly("l2");
        try (Rows<Properties> rows = rows("DocumentItem", Query.ALL.withCount())) {
            assertThat(rows.count()).hasValue(3);
        }
    }

    @Test
    void cells_of_all_warehouses_say_where_they_are() {
        assertThat(list("Cells", Query.ALL))
                .extracting(cell -> cell.text("id") + "@" + cell.text("warehouseId"))
                .containsExactly("c1@1", "c2@1", "c3@2");
    }

    @Test
    void cells_of_one_warehouse_are_asked_for_there_alone() {
        assertThat(ids("Cells", where("warehouseId", "2"))).containsExactly("c3");
        assertThat(base.calls).containsEntry("GetCellsAccesor", 1);
    }

    @Test
    void cells_of_an_unknown_warehouse_are_none() {
        assertThat(list("Cells", where("warehouseId", "Нету"))).isEmpty();
        assertThat(base.calls).doesNotContainKey("GetCellsAccesor");
    }

    @Test
    void rows_of_all_tables_come_one_table_after_the_other() {
        base.tables.put("Цены", List.of(entity("uid", "1"), entity("uid", "2")));
        base.tables.put("Остатки", List.of(entity("uid", "3")));
        assertThat(list("Tables", Query.ALL.withSkip(1)))
                .extracting(row -> row.text("uid"))
                .containsExactly("2", "3");
        try (Rows<Properties> rows = rows("Tables", Query.ALL.withCount())) {
            assertThat(rows.count()).hasValue(3);
        }
    }

    @Test
    void a_table_that_is_not_reached_is_not_written() {
        base.tables.put("Цены", List.of(entity("uid", "1")));
        try (Rows<Properties> rows = rows("Tables", Query.ALL)) {
            rows.next();
            assertThat(base.calls).containsEntry("GetTableAccessor", 1);
        }
    }

    @Test
    void users_groups_and_devices_are_what_the_component_has() {
        base.users.add(entity("id", "u1"));
        base.userGroups.add(entity("id", "g1"));
        base.devices.add(entity("deviceId", "d1"));
        assertThat(ids("Users", Query.ALL)).containsExactly("u1");
        assertThat(ids("UserGroups", Query.ALL)).containsExactly("g1");
        assertThat(list("Devices", Query.ALL)).containsExactly(entity("deviceId", "d1"));
    }

    @Test
    void the_schema_answers_for_itself() {
        assertThat(ids("Warehouses", Query.ALL)).containsExactly("1", "2");
        assertThat(list("DocTypes", Query.ALL))
                .extracting(type -> type.text("uni"))
                .containsExactly("Prihod", "Rashod");
        assertThat(list("TablesInfo", Query.ALL))
                .extracting(table -> table.text("name"))
                .containsExactly("Цены", "Остатки");
        assertThat(base.crossings()).isZero();
    }

    @Test
    void a_set_that_the_base_does_not_have_is_not_found_and_its_nearest_is_named() {
        assertThat(failsWith(Category.NOT_FOUND, () -> place("Docs/Prihood"))).hasMessageContaining("Docs/Prihod");
        failsWith(Category.NOT_FOUND, () -> place("Nonsense"));
    }
}
