package ru.smartsbridge.com.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Written;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** Documents as they are created, changed, replaced and taken away. */
class DocumentsTest extends DocumentTests {
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
}
