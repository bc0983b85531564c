package ru.smartsbridge.com.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.com.fake.HangingComponent;
import ru.smartsbridge.com.mapping.Way;

/** What a write costs, and what is told where it fails or loses something. */
class DocumentWritesTest extends DocumentTests {
    private static final int MOST_CROSSINGS = 10;

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
        assertThat(component.comeBack())
                .as("nothing more is asked for a caller who has left")
                .hasValueSatisfying(late -> assertThat(late).hasMessageContaining("was written"));
        assertThat(base.documents.all).hasSize(1);
        assertThat(base.calls).containsEntry("SetDocument", 1);
    }

    @Test
    void a_call_that_was_given_up_before_its_write_does_not_write_any_more() {
        stored(document("1"));
        HangingComponent component = new HangingComponent(base, session, "GetDocument");
        failsWith(
                Category.TIMED_OUT,
                () -> documents(component).update(session.schema(), place("Docs"), "1", entity("name", "устаревшее")));
        assertThat(component.comeBack()).isPresent();

        HangingComponent second = new HangingComponent(base, session, "GetDocument");
        failsWith(Category.TIMED_OUT, () -> documents(second).delete(session.schema(), place("Docs"), "1"));
        assertThat(second.comeBack()).isPresent();

        nothingWasWritten();
        assertThat(base.documents.get("1").text("name")).isEqualTo("Документ 1");
    }

    @Test
    void a_written_document_that_cannot_be_read_back_is_not_told_as_if_nothing_had_happened() {
        BridgeException gone = new BridgeException(Category.UNREACHABLE, Text.verbatim("the server is gone"));
        base.on("ToXml", () -> {
            throw gone;
        });
        assertThat(failsWith(Category.BACKEND_FAILED, () -> create("Docs/Prihod", document("1"))))
                .hasMessageContaining("was written")
                .hasMessageContaining("the server is gone");
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
