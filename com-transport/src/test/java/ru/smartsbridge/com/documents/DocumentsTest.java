package ru.smartsbridge.com.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.connector.Component;
import ru.smartsbridge.com.fake.BaseTests;
import ru.smartsbridge.com.fake.HangingComponent;
import ru.smartsbridge.com.mapping.Way;

class DocumentsTest extends BaseTests {
    private static final int MOST_CROSSINGS = 10;
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    private Documents documents() {
        return documents(session);
    }

    private Documents documents(Component component) {
        return new Documents(component, ZoneId.of("Europe/Moscow"), NOON);
    }

    private Written<Properties> create(String set, Properties sent) {
        return documents().create(session.schema(), place(set), sent);
    }

    private void update(String set, String key, Properties changes) {
        documents().update(session.schema(), place(set), key, changes);
    }

    private void replace(String set, String key, Properties sent) {
        documents().replace(session.schema(), place(set), key, sent);
    }

    private void delete(String set, String key) {
        documents().delete(session.schema(), place(set), key);
    }

    private static Properties document(String id) {
        return entity("id", id, "documentTypeName", "Приход", "name", "Документ " + id);
    }

    private static Value lines(String prefix, int count) {
        return Value.items(IntStream.range(0, count)
                .mapToObj(i -> entity("uid", prefix + i, "productId", "p" + i))
                .toList());
    }

    private void stored(Properties document) {
        base.documents.all.add(document);
    }

    private void nothingWasWritten() {
        assertThat(base.calls).doesNotContainKeys("SetDocument", "RemoveDocument");
    }

    // create

    @Test
    void a_document_is_created_with_its_lines() {
        Properties sent = document("1").with("declaredItems", lines("l", 3));
        Written<Properties> written = create("Docs/Prihod", sent);
        assertThat(written.created()).isTrue();
        assertThat(written.entity()).isEqualTo(sent);
        assertThat(base.documents.get("1")).isEqualTo(sent);
    }

    @Test
    void a_document_without_an_id_gets_one_of_its_own() {
        for (Properties sent : List.of(entity("name", "a"), entity("name", "b", "id", ""))) {
            String id = create("Docs/Prihod", sent).entity().text("id");
            assertThat(id).hasSize(36);
            assertThat(base.documents.get(id).text("name")).isEqualTo(sent.text("name"));
        }
        assertThat(base.documents.all).hasSize(2);
    }

    @Test
    void the_set_says_of_which_type_a_document_is() {
        assertThat(create("Docs/Rashod", entity("id", "1")).entity().text("documentTypeName"))
                .isEqualTo("Расход");
    }

    @Test
    void a_type_that_is_told_as_its_uni_is_kept_by_the_name_that_the_component_lists_by() {
        create("Docs", entity("id", "1", "documentTypeName", "Prihod"));
        create("Docs/Prihod", entity("id", "2", "documentTypeName", "Prihod"));
        assertThat(base.documents.all)
                .extracting(document -> document.text("documentTypeName"))
                .containsOnly("Приход");
    }

    @Test
    void a_document_of_no_type_or_an_unknown_or_another_one_is_refused() {
        assertThat(failsWith(Category.INVALID_REQUEST, () -> create("Docs", entity("id", "1")))
                        .target())
                .contains("documentTypeName");
        failsWith(Category.INVALID_REQUEST, () -> create("Docs", entity("id", "1", "documentTypeName", "Неизвестный")));
        failsWith(
                Category.INVALID_REQUEST, () -> create("Docs/Rashod", entity("id", "1", "documentTypeName", "Приход")));
        assertThat(base.crossings()).isZero();
    }

    @Test
    void a_document_that_is_there_is_put_in_place_of_and_not_created() {
        stored(document("1").with("declaredItems", lines("old", 2)));
        Written<Properties> written = create("Docs/Prihod", document("1").with("declaredItems", lines("new", 1)));
        assertThat(written.created()).isFalse();
        assertThat(base.documents.get("1").objects("declaredItems")).hasSize(1);
    }

    @Test
    void an_id_that_a_document_of_another_type_has_is_a_conflict() {
        stored(document("1"));
        assertThat(failsWith(Category.CONFLICT, () -> create("Docs/Rashod", entity("id", "1"))))
                .hasMessageContaining("Приход");
        nothingWasWritten();
    }

    @Test
    void a_type_that_is_no_text_is_a_fault_of_the_component() {
        stored(document("1").with("documentTypeName", Value.flag(true)));
        failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", document("1")));
        nothingWasWritten();
    }

    @Test
    void what_the_component_computes_is_not_sent_to_it() {
        create(
                "Docs/Prihod",
                document("1").with("combinedItems", lines("c", 1)).with("extendedFields", entity("id", "1")));
        assertThat(base.documents.get("1")).isEqualTo(document("1"));
    }

    @Test
    void a_property_that_cannot_be_carried_is_refused_before_anything_is_asked() {
        failsWith(
                Category.INVALID_REQUEST,
                () -> create("Docs/Prihod", document("1").with("notCarried", Value.NULL)));
        assertThat(base.crossings()).isZero();
    }

    @Test
    void a_document_that_does_not_come_back_is_an_error_that_names_it() {
        base.documents.kept = document -> null;
        assertThat(failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", document("1"))))
                .hasMessageContaining("'1'")
                .hasMessageContaining("do not send it again");
    }

    // in a device's hands

    private static Properties held(String id) {
        return document(id).with("inProcess", Value.flag(true)).with("finished", Value.flag(false));
    }

    @Test
    void a_document_that_a_device_has_is_neither_changed_nor_replaced_nor_written_over() {
        stored(held("1"));
        Properties changes = entity("name", "другое");
        assertThat(failsWith(Category.CONFLICT, () -> update("Docs", "1", changes)))
                .hasMessageContaining("'1'");
        failsWith(Category.CONFLICT, () -> replace("Docs", "1", document("1")));
        failsWith(Category.CONFLICT, () -> create("Docs/Prihod", document("1")));
        nothingWasWritten();
        assertThat(base.documents.get("1")).isEqualTo(held("1"));
    }

    @Test
    void a_document_that_a_device_has_can_be_taken_away() {
        stored(held("1"));
        delete("Docs", "1");
        assertThat(base.documents.all).isEmpty();
    }

    @Test
    void a_document_that_a_device_has_finished_is_nobodys() {
        stored(held("1").with("finished", Value.flag(true)));
        update("Docs", "1", entity("name", "другое"));
        replace("Docs", "1", document("1").with("inProcess", Value.flag(true)).with("finished", Value.flag(true)));
        create("Docs/Prihod", document("1"));
        assertThat(base.calls).containsEntry("SetDocument", 3);
    }

    // update

    @Test
    void a_change_keeps_what_it_does_not_name() {
        stored(document("1")
                .with("declaredItems", lines("l", 3))
                .with("currentItems", lines("f", 2))
                .with("priority", Value.number(5)));
        update("Docs/Prihod", "1", entity("name", "другое"));
        Properties changed = base.documents.get("1");
        assertThat(changed.text("name")).isEqualTo("другое");
        assertThat(changed.objects("declaredItems")).hasSize(3);
        assertThat(changed.objects("currentItems")).hasSize(2);
        assertThat(changed.decimal("priority")).isEqualTo(BigDecimal.valueOf(5));
    }

    @Test
    void a_change_is_dated_in_the_bases_zone_where_it_does_not_say_when_it_was() {
        stored(document("1").with("lastChangeDate", Value.text("2020-01-01T00:00:00+03:00")));
        update("Docs", "1", entity("name", "другое"));
        assertThat(base.documents.get("1").text("lastChangeDate")).isEqualTo("2026-01-02T15:00:00+03:00");
        update("Docs", "1", entity("lastChangeDate", "2025-05-05T05:05:05+03:00"));
        assertThat(base.documents.get("1").text("lastChangeDate")).isEqualTo("2025-05-05T05:05:05+03:00");
    }

    @Test
    void lines_that_are_sent_take_the_place_of_all_that_were_there() {
        stored(document("1").with("declaredItems", lines("l", 3)));
        update("Docs", "1", Properties.builder().put("declaredItems", List.of()).build());
        assertThat(base.documents.get("1").objects("declaredItems")).isEmpty();
    }

    @Test
    void a_change_leaves_a_document_in_its_type_however_that_is_told() {
        stored(document("1"));
        update("Docs", "1", entity("documentTypeName", "Prihod", "name", "другое"));
        assertThat(base.documents.get("1").text("documentTypeName")).isEqualTo("Приход");
        failsWith(Category.INVALID_REQUEST, () -> update("Docs", "1", entity("documentTypeName", "Расход")));
        failsWith(
                Category.INVALID_REQUEST,
                () -> update("Docs", "1", Properties.EMPTY.with("documentTypeName", Value.NULL)));
        assertThat(base.calls).containsEntry("SetDocument", 1);
    }

    @Test
    void a_document_without_a_type_can_be_changed() {
        stored(entity("id", "1", "name", "ничей"));
        update("Docs", "1", entity("name", "другое"));
        assertThat(base.documents.get("1").text("name")).isEqualTo("другое");
        replace("Docs", "1", entity("name", "третье"));
        assertThat(base.documents.get("1").text("name")).isEqualTo("третье");
    }

    @Test
    void a_key_that_the_body_contradicts_is_refused() {
        stored(document("1"));
        assertThat(failsWith(Category.INVALID_REQUEST, () -> update("Docs", "1", entity("id", "2")))
                        .target())
                .contains("id");
        failsWith(Category.INVALID_REQUEST, () -> replace("Docs", "1", document("2")));
        assertThat(base.crossings()).isZero();
    }

    @Test
    void a_document_that_is_not_in_the_set_is_not_found() {
        stored(document("1"));
        for (String key : List.of("2", "")) {
            failsWith(Category.NOT_FOUND, () -> update("Docs", key, entity("name", "x")));
            failsWith(Category.NOT_FOUND, () -> replace("Docs", key, entity("name", "x")));
            failsWith(Category.NOT_FOUND, () -> delete("Docs", key));
        }
        failsWith(Category.NOT_FOUND, () -> update("Docs/Rashod", "1", entity("name", "x")));
        failsWith(Category.NOT_FOUND, () -> delete("Docs/Rashod", "1"));
        failsWith(Category.NOT_FOUND, () -> documents().require(session.schema(), place("Docs/Rashod"), "1"));
        nothingWasWritten();
        documents().require(session.schema(), place("Docs/Prihod"), "1");
    }

    // replace

    @Test
    void another_document_in_the_place_of_one_keeps_its_id_and_its_type_and_nothing_else() {
        stored(document("1").with("declaredItems", lines("l", 3)).with("barcode", Value.text("123")));
        replace("Docs", "1", entity("name", "другое"));
        assertThat(base.documents.all)
                .containsExactly(entity("name", "другое", "id", "1", "documentTypeName", "Приход"));
    }

    @Test
    void another_document_of_another_type_is_refused() {
        stored(document("1"));
        failsWith(Category.INVALID_REQUEST, () -> replace("Docs", "1", entity("documentTypeName", "Расход")));
        nothingWasWritten();
    }

    // what gets lost

    @Test
    void lines_that_the_xml_lost_are_noticed_before_anything_is_written() {
        stored(document("1").with("declaredItems", lines("l", 2)));
        base.madeOf = made -> made.with("declaredItems", lines("l", 1));
        BridgeException failure =
                failsWith(Category.BACKEND_FAILED, () -> update("Docs", "1", entity("name", "другое")));
        assertThat(failure).hasMessageContaining("declaredItems").hasMessageContaining("1 and not 2");
        failsWith(
                Category.BACKEND_FAILED,
                () -> create("Docs/Prihod", document("2").with("declaredItems", lines("l", 2))));
        failsWith(
                Category.BACKEND_FAILED,
                () -> replace("Docs", "1", document("1").with("declaredItems", lines("l", 2))));
        nothingWasWritten();
    }

    @Test
    void facts_that_the_xml_lost_are_noticed_too() {
        base.madeOf = made -> made.without("currentItems");
        failsWith(
                Category.BACKEND_FAILED,
                () -> create("Docs/Prihod", document("1").with("currentItems", lines("f", 1))));
        nothingWasWritten();
    }

    @Test
    void tables_and_rows_that_the_xml_lost_are_noticed_too() {
        Properties table = entity("name", "Серии").with("rows", lines("r", 2));
        Properties sent = document("1").with("tables", Value.items(List.of(table)));
        base.madeOf = made -> made.without("tables");
        failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", sent));
        base.madeOf = made -> made.with("tables", Value.items(List.of(table.with("rows", lines("r", 1)))));
        assertThat(failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", sent)))
                .hasMessageContaining("Серии");
        nothingWasWritten();
        base.madeOf = made -> made;
        create("Docs/Prihod", sent);
        assertThat(base.documents.get("1")).isEqualTo(sent);
    }

    // failures and costs

    @Test
    void a_write_that_fails_is_not_repeated() {
        stored(document("1"));
        base.fail("SetDocument", 1);
        failsWith(Category.BACKEND_FAILED, () -> update("Docs", "1", entity("name", "другое")));
        assertThat(base.calls).containsEntry("SetDocument", 1);
        base.fail("SetDocument", 1);
        failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", document("2")));
        assertThat(base.calls).containsEntry("SetDocument", 2);
        base.fail("RemoveDocument", 1);
        failsWith(Category.BACKEND_FAILED, () -> delete("Docs", "1"));
        assertThat(base.calls).containsEntry("RemoveDocument", 1);
    }

    @Test
    void whatever_call_fails_nothing_stays_held() {
        for (String member : List.of("GetDocument", "ToXml", "FromXml", "DeclaredItems", "Count", "SetDocument")) {
            base.documents.all.clear();
            stored(document("1").with("declaredItems", lines("l", 1)));
            base.fail(member, 1);
            failsWith(Category.BACKEND_FAILED, () -> update("Docs", "1", entity("name", "другое")));
            assertThat(base.open())
                    .as("after %s failed, beside the connector", member)
                    .isEqualTo(1);
            assertThat(base.documents.get("1").text("name")).isEqualTo("Документ 1");
        }
    }

    @Test
    void a_write_that_does_not_come_back_in_time_is_told_and_not_repeated() {
        HangingComponent component = new HangingComponent(base, session, "SetDocument");
        failsWith(
                Category.TIMED_OUT,
                () -> documents(component).create(session.schema(), place("Docs/Prihod"), document("1")));
        assertThat(component.comeBack()).isEmpty();
        assertThat(base.calls).containsEntry("SetDocument", 1);
    }

    @Test
    void a_document_with_a_thousand_lines_is_written_in_at_most_ten_calls() {
        Properties large =
                document("1").with("declaredItems", lines("l", 1_000)).with("currentItems", lines("f", 10));
        create("Docs/Prihod", large);
        assertThat(base.crossings()).as("created: %s", base.calls).isLessThanOrEqualTo(MOST_CROSSINGS);
        base.calls.clear();
        update("Docs", "1", entity("name", "другое"));
        assertThat(base.crossings()).as("changed: %s", base.calls).isLessThanOrEqualTo(MOST_CROSSINGS);
        base.calls.clear();
        replace("Docs", "1", large);
        assertThat(base.crossings()).as("replaced: %s", base.calls).isLessThanOrEqualTo(MOST_CROSSINGS);
        base.calls.clear();
        create("Docs/Prihod", document("1").with("declaredItems", lines("l", 1_000)));
        assertThat(base.crossings()).as("put in place of: %s", base.calls).isLessThanOrEqualTo(MOST_CROSSINGS);
    }

    @Test
    void where_xml_does_not_serve_a_document_is_made_by_its_properties() throws IOException {
        session(Way.PROPERTIES);
        create("Docs/Prihod", document("1").with("declaredItems", lines("l", 2)));
        update("Docs", "1", entity("name", "другое"));
        assertThat(base.documents.get("1").objects("declaredItems")).hasSize(2);
        assertThat(base.calls).doesNotContainKeys("FromXml", "ToXml");
    }
}
