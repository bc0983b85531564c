package ru.smartsbridge.api.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Verb;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.Document;
import ru.smartsbridge.api.model.DocumentItem;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Creating documents with what belongs to them. */
@Needs(value = Verb.CREATE, on = SetKind.DOCS)
@Needs(value = Verb.FIND, on = SetKind.DOCS)
@Needs(value = Verb.RELATED, on = SetKind.DOCS)
abstract class DocumentsContract extends ContractPart {
    private static final Query WITH_LINES = Query.ALL.withExpand("declaredItems", "currentItems");

    private Document threeLines(String id) {
        List<String> products = specimens().products(3);
        return specimens()
                .document(
                        RECEIPTS,
                        id,
                        specimens().line(newId(), products.get(2), "3"),
                        specimens().line(newId(), products.get(0), "1.50"),
                        specimens().line(newId(), products.get(1), "2"));
    }

    @Test
    void a_document_is_created_with_its_lines_in_their_order() {
        Document sent = threeLines(newId());
        Written<Document> written = transport().create(RECEIPTS, sent, call());
        assertThat(written.created()).isTrue();
        assertThat(written.entity().id()).isEqualTo(sent.id());
        kept().isKept(RECEIPTS, sent.properties(), found(RECEIPTS, sent.id(), WITH_LINES));
        kept().isKept(RECEIPTS, sent.properties().without("declaredItems"), found(RECEIPTS, sent.id()));
    }

    @Test
    void the_answer_to_a_create_is_what_the_base_has_now() {
        Document sent = threeLines(newId());
        Properties answered =
                transport().create(RECEIPTS, sent, call()).entity().properties();
        Properties read = found(RECEIPTS, sent.id());
        read.forEach(property -> assertThat(answered.get(property.getKey()))
                .as(property.getKey())
                .contains(property.getValue()));
    }

    @Test
    void a_document_is_created_with_the_rows_of_its_tables() {
        String id = newId();
        Properties row =
                Properties.builder().put("uid", newId()).put("index", 0).build();
        Properties table = Properties.builder()
                .put("name", specimens().documentTable(RECEIPTS))
                .put("rows", List.of(row))
                .build();
        Properties sent = specimens().header(RECEIPTS, id, "").with("tables", Value.items(List.of(table)));
        transport().create(RECEIPTS, new Document(sent), call());
        assertThat(found(RECEIPTS, id, Query.ALL.withExpand("tables")).objects("tables"))
                .filteredOn(given -> given.text("name").equals(table.text("name")))
                .hasSize(1);
    }

    @Test
    void fact_lines_are_kept_beside_plan_lines() {
        Document plan = threeLines(newId());
        DocumentItem bound = plan.declaredItems().get(0);
        Properties fact = specimens()
                .line(newId(), bound.productId(), "0")
                .with("currentQuantity", new Value.Number("2"))
                .with("bindedLineUid", Value.text(bound.uid()));
        Properties sent = plan.properties().with("currentItems", Value.items(List.of(fact)));
        transport().create(RECEIPTS, new Document(sent), call());
        kept().isKept(RECEIPTS, sent, found(RECEIPTS, plan.id(), WITH_LINES));
    }

    @Test
    void lines_without_a_uid_get_one_and_the_others_keep_theirs() {
        String id = newId();
        String own = newId();
        String product = specimens().products(1).get(0);
        transport()
                .create(
                        RECEIPTS,
                        specimens()
                                .document(
                                        RECEIPTS,
                                        id,
                                        specimens().line(product, "1"),
                                        specimens().line(own, product, "2"),
                                        specimens().line(product, "3")),
                        call());
        List<String> uids = related(RECEIPTS, id, "declaredItems").stream()
                .map(line -> line.text("uid"))
                .toList();
        assertThat(uids).hasSize(3).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(uids.get(1)).isEqualTo(own);
    }

    @Test
    void creating_a_document_that_is_there_edits_it_and_replaces_its_lines() {
        Document first = threeLines(newId());
        transport().create(RECEIPTS, first, call());
        String product = specimens().products(1).get(0);
        Properties second = specimens()
                .document(RECEIPTS, first.id(), specimens().line(newId(), product, "9"))
                .properties()
                .with("name", Value.text("Вторая редакция"));
        Written<Document> written = transport().create(RECEIPTS, new Document(second), call());
        assertThat(written.created()).isFalse();
        kept().isKept(RECEIPTS, second, found(RECEIPTS, first.id(), WITH_LINES));
        assertThat(keys(RECEIPTS, where("id", first.id()))).hasSize(1);
    }

    @Test
    void a_document_can_be_created_among_all_documents_by_its_types_name() {
        String id = newId();
        transport().create(EntitySet.DOCS, new Document(specimens().header(PICKING, id, "")), call());
        assertThat(has(PICKING, id)).isTrue();
        assertThat(has(RECEIPTS, id)).isFalse();
    }

    @Test
    void a_document_of_a_types_set_needs_no_name_of_that_type() {
        String id = newId();
        Properties header = specimens().header(RECEIPTS, id, "").without("documentTypeName");
        transport().create(RECEIPTS, new Document(header), call());
        assertThat(found(RECEIPTS, id).text("documentTypeName"))
                .isEqualTo(specimens().typeName(RECEIPTS));
    }

    @Test
    void an_id_that_a_document_of_another_type_has_is_a_conflict_and_changes_nothing() {
        Document receipt = threeLines(newId());
        transport().create(RECEIPTS, receipt, call());
        Properties before = found(RECEIPTS, receipt.id(), WITH_LINES);
        String product = specimens().products(1).get(0);
        Document picking =
                specimens().document(PICKING, receipt.id(), specimens().line(product, "1"));
        failsWith(Category.CONFLICT, () -> transport().create(PICKING, picking, call()));
        assertThat(found(RECEIPTS, receipt.id(), WITH_LINES)).isEqualTo(before);
        assertThat(has(PICKING, receipt.id())).isFalse();
    }

    @Test
    void a_type_name_that_contradicts_the_set_is_refused_and_nothing_is_created() {
        String id = newId();
        Document contradiction = new Document(specimens().header(PICKING, id, ""));
        failsWith(Category.INVALID_REQUEST, () -> transport().create(RECEIPTS, contradiction, call()));
        assertThat(has(EntitySet.DOCS, id)).isFalse();
    }

    @Test
    void nothing_is_created_in_a_type_that_the_base_does_not_have() {
        String id = newId();
        Document document = new Document(specimens().header(RECEIPTS, id, ""));
        failsWith(Category.NOT_FOUND, () -> transport().create(EntitySet.docs("NetTakogo"), document, call()));
        assertThat(has(EntitySet.DOCS, id)).isFalse();
    }

    @Test
    void combined_lines_show_what_was_planned() {
        List<String> products = specimens().products(2);
        Properties plan = specimens().line(newId(), products.get(0), "3");
        Properties other = specimens().line(newId(), products.get(1), "5");
        Properties fact = specimens()
                .line(newId(), products.get(0), "0")
                .with("currentQuantity", new Value.Number("2"))
                .with("bindedLineUid", Value.text(plan.text("uid")));
        Properties document = specimens()
                .document(RECEIPTS, newId(), plan, other)
                .properties()
                .with("currentItems", Value.items(List.of(fact)));
        transport().create(RECEIPTS, new Document(document), call());
        List<Properties> combined = related(RECEIPTS, document.text("id"), "combinedItems");
        // how far what was done is laid on what was planned is the base's own affair: the plan is there, once
        assertThat(planned(combined, products.get(0))).isEqualByComparingTo("3");
        assertThat(planned(combined, products.get(1))).isEqualByComparingTo("5");
    }

    private static BigDecimal planned(List<Properties> lines, String product) {
        return lines.stream()
                .filter(line -> product.equals(line.text("productId")))
                .map(line -> line.decimal("declaredQuantity"))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    @Needs(value = Verb.CREATE, on = SetKind.USERS)
    @Needs(value = Verb.UPDATE, on = SetKind.USERS)
    @Needs(value = Verb.DELETE, on = SetKind.USERS)
    void a_user_is_created_changed_and_removed() {
        String id = newId();
        Properties user = Properties.builder()
                .put("id", id)
                .put("name", "Кладовщик")
                .put("barcode", id)
                .build();
        assertThat(transport().create(EntitySet.USERS, new User(user), call()).created())
                .isTrue();
        kept().isKept(EntitySet.USERS, user, found(EntitySet.USERS, id));
        transport()
                .update(
                        EntitySet.USERS,
                        id,
                        Properties.builder().put("name", "Старший").build(),
                        call());
        kept().isKept(EntitySet.USERS, user.with("name", Value.text("Старший")), found(EntitySet.USERS, id));
        transport().delete(EntitySet.USERS, id, call());
        assertThat(has(EntitySet.USERS, id)).isFalse();
    }
}
