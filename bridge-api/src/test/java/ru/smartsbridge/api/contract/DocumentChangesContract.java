package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Changing, replacing and removing documents, and their actions. */
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
@Needs(value = Verb.FIND, on = SetKind.DOCS)
abstract class DocumentChangesContract extends ContractPart {
    private static final Query WITH_LINES = Query.ALL.withExpand("declaredItems");

    private String twoLines() {
        String id = newId();
        List<String> products = specimens().products(2);
        Properties document = specimens()
                .document(
                        RECEIPTS,
                        id,
                        specimens().line(newId(), products.get(0), "1"),
                        specimens().line(newId(), products.get(1), "2"))
                .properties()
                .with("description", Value.text("прежнее описание"))
                .with("barcode", Value.text("4601234567893"));
        transport().create(RECEIPTS, new Document(document), call());
        return id;
    }

    private static Properties change(String name, Value value) {
        return Properties.builder().put(name, value).build();
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    void an_update_changes_what_it_names_and_leaves_the_rest_and_the_lines() {
        String id = twoLines();
        Properties before = found(RECEIPTS, id, WITH_LINES);
        transport().update(RECEIPTS, id, change("description", Value.text("новое")), call());
        Properties after = found(RECEIPTS, id, WITH_LINES);
        assertThat(after.without("lastChangeDate"))
                .isEqualTo(before.with("description", Value.text("новое")).without("lastChangeDate"));
        assertThat(after.objects("declaredItems")).hasSize(2);
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    void an_update_can_set_null_and_an_additional_field() {
        EntitySet<Document> set = specimens().documentsWithTextField();
        String field = specimens().textField(Specimens.headerOf(set));
        String id = newId();
        transport().create(set, new Document(specimens().header(set, id, "описание")), call());
        Properties changes = change("description", Value.NULL).with(field, Value.text("дополнение"));
        transport().update(set, id, changes, call());
        Properties after = found(set, id);
        assertThat(after.get("description")).contains(Value.NULL);
        assertThat(after.text(field)).isEqualTo("дополнение");
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    void an_update_that_names_the_lines_replaces_them() {
        String id = twoLines();
        Properties line = specimens().line(newId(), specimens().products(1).get(0), "7");
        transport().update(RECEIPTS, id, change("declaredItems", Value.items(List.of(line))), call());
        Properties after = found(RECEIPTS, id, WITH_LINES);
        kept().isKept(RECEIPTS, change("declaredItems", Value.items(List.of(line))), after);
        assertThat(after.text("description")).isEqualTo("прежнее описание");
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    void an_update_reaches_a_document_among_all_documents_too() {
        String id = twoLines();
        transport().update(EntitySet.DOCS, id, change("name", Value.text("через Docs")), call());
        assertThat(found(RECEIPTS, id).text("name")).isEqualTo("через Docs");
    }

    @Test
    @Needs(value = Verb.REPLACE, on = SetKind.DOCS)
    void a_replaced_document_has_the_new_properties_and_not_the_old_ones() {
        String id = twoLines();
        Properties line = specimens().line(newId(), specimens().products(1).get(0), "4");
        Properties entity = specimens()
                .document(RECEIPTS, id, line)
                .properties()
                .without("description")
                .with("name", Value.text("замена"));
        transport().replace(RECEIPTS, id, entity, call());
        Properties after = found(RECEIPTS, id, WITH_LINES);
        kept().isKept(RECEIPTS, entity, after);
        assertThat(after.text("description")).isNotEqualTo("прежнее описание");
        assertThat(after.text("barcode")).isNotEqualTo("4601234567893");
    }

    @Test
    @Needs(value = Verb.DELETE, on = SetKind.DOCS)
    void a_deleted_document_is_gone_with_its_lines() {
        String id = twoLines();
        transport().delete(RECEIPTS, id, call());
        assertThat(has(RECEIPTS, id)).isFalse();
        assertThat(has(EntitySet.DOCS, id)).isFalse();
        assertThat(keys(EntitySet.DOCS, where("id", id))).isEmpty();
        failsWith(Category.NOT_FOUND, () -> related(RECEIPTS, id, "declaredItems"));
        transport().create(RECEIPTS, new Document(specimens().header(RECEIPTS, id, "")), call());
        assertThat(related(RECEIPTS, id, "declaredItems")).isEmpty();
    }

    @Test
    @Needs(value = Verb.DELETE, on = SetKind.DOCS)
    void an_id_is_free_for_another_type_after_its_document_was_deleted() {
        String id = twoLines();
        transport().delete(RECEIPTS, id, call());
        transport().create(PICKING, new Document(specimens().header(PICKING, id, "")), call());
        assertThat(has(PICKING, id)).isTrue();
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    @Needs(value = Verb.REPLACE, on = SetKind.DOCS)
    @Needs(value = Verb.DELETE, on = SetKind.DOCS)
    void what_is_not_there_can_be_neither_changed_nor_removed() {
        String id = newId();
        failsWith(
                Category.NOT_FOUND, () -> transport().update(RECEIPTS, id, change("name", Value.text("нет")), call()));
        failsWith(Category.NOT_FOUND, () -> transport().delete(RECEIPTS, id, call()));
        assertThat(has(EntitySet.DOCS, id)).isFalse();
    }

    @Test
    @Needs(value = Verb.UPDATE, on = SetKind.DOCS)
    @Needs(value = Verb.DELETE, on = SetKind.DOCS)
    void a_document_cannot_be_changed_or_removed_through_the_set_of_another_type() {
        String id = twoLines();
        failsWith(
                Category.NOT_FOUND, () -> transport().update(PICKING, id, change("name", Value.text("чужое")), call()));
        failsWith(Category.NOT_FOUND, () -> transport().delete(PICKING, id, call()));
        assertThat(found(RECEIPTS, id).text("name")).isEqualTo("Документ " + id);
    }

    @Test
    @Needs(value = Verb.END_UPDATE, on = SetKind.DOCS)
    void end_update_leaves_the_document_as_it_is() {
        String id = twoLines();
        Properties before = found(RECEIPTS, id, WITH_LINES);
        transport().endUpdate(RECEIPTS, id, call());
        assertThat(found(RECEIPTS, id, WITH_LINES).without("lastChangeDate"))
                .isEqualTo(before.without("lastChangeDate"));
    }

    @Test
    @Needs(value = Verb.END_UPDATE, on = SetKind.DOCS)
    @Needs(value = Verb.BLOCK, on = SetKind.DOCS)
    void the_actions_of_a_document_that_is_not_there_are_errors() {
        String id = newId();
        failsWith(Category.NOT_FOUND, () -> transport().endUpdate(RECEIPTS, id, call()));
        failsWith(Category.NOT_FOUND, () -> transport().block(RECEIPTS, id, Duration.ofSeconds(5), call()));
        failsWith(Category.NOT_FOUND, () -> transport().unblock(RECEIPTS, id, call()));
    }
}
