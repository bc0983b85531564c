package ru.smartsbridge.com.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.fake.FakeBase;
import ru.smartsbridge.com.fake.HangingComponent;
import ru.smartsbridge.com.mapping.ComponentMapping;

/** Whole sets, which the component writes into a file of the exchange folder. */
class SetsByFileTest extends ReadingTests {
    @Test
    void a_whole_set_is_one_file() {
        products("a", "b", "c");

        assertThat(ids("Products", Query.ALL)).containsExactly("a", "b", "c");

        assertThat(base.calls)
                .containsEntry("ToXmlFile", 1)
                .containsEntry("GetProducts", 1)
                .hasSize(2);
    }

    @Test
    void the_file_is_gone_when_its_rows_have_come_to_their_end() {
        products("a", "b");
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            assertThat(rows.next().text("id")).isEqualTo("a");
            assertThat(files()).hasSize(1);
            rows.next();
            assertThat(rows.hasNext()).isFalse();
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void the_file_of_a_set_that_is_left_early_is_removed() {
        products("a", "b");
        Rows<Properties> rows = rows("Products", Query.ALL);
        rows.next();
        rows.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void the_file_of_a_set_that_nobody_reads_is_removed() {
        products("a");
        rows("Products", Query.ALL).close();
        assertThat(files()).isEmpty();
    }

    @Test
    void a_set_that_the_component_fails_to_write_is_an_error_and_what_it_began_is_removed() {
        products("a", "b");
        base.writing = (entities, file) -> {
            Files.writeString(file, "half of it");
            throw FakeBase.thrown("ToXmlFile");
        };
        failsWith(Category.BACKEND_FAILED, () -> rows("Products", Query.ALL));
        assertThat(base.calls).containsEntry("ToXmlFile", 1);
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_is_not_there_is_an_error_that_names_the_setting() {
        base.writing = (entities, file) -> {};
        BridgeException failure = failsWith(Category.BACKEND_FAILED, () -> rows("Products", Query.ALL));
        assertThat(failure).hasMessageContaining("com.exchange");
    }

    @Test
    void a_file_that_breaks_off_is_an_error_and_no_complete_set() throws IOException {
        String whole = Files.readString(sample("products.xml"));
        String halfway = whole.substring(0, whole.lastIndexOf("</ProductCollection>"));
        base.writing = (entities, file) -> Files.writeString(file, halfway);
        session.mapping = new ComponentMapping(session.schema().declarations(), ZoneOffset.UTC);
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            rows.next();
            failsWith(Category.BACKEND_FAILED, () -> rows.forEachRemaining(product -> {}));
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void a_file_that_breaks_off_before_its_first_entity_is_an_error_too() {
        session.mapping = new ComponentMapping(session.schema().declarations(), ZoneOffset.UTC);
        for (String begun : new String[] {"", "<?xml version=\"1.0\" enc", "\uFEFF<ProductCollection>"}) {
            base.writing = (entities, file) -> Files.writeString(file, begun);
            failsWith(Category.BACKEND_FAILED, () -> list("Products", Query.ALL));
            assertThat(files()).as("after <%s>", begun).isEmpty();
        }
    }

    @Test
    void a_file_whose_reading_cannot_begin_is_closed() {
        AtomicReference<InputStream> file = new AtomicReference<>();
        base.reading = stream -> {
            file.set(stream);
            throw ApiTexts.invalid("document.noType");
        };
        failsWith(Category.INVALID_REQUEST, () -> rows("Products", Query.ALL));
        assertThatIOException().isThrownBy(() -> file.get().read()).withMessage("Stream closed");
    }

    @Test
    void a_file_goes_also_where_its_reading_does_not_close_in_order() {
        products("a");
        base.closing = () -> {
            throw ApiTexts.invalid("document.noType");
        };
        Rows<Properties> rows = rows("Products", Query.ALL);
        rows.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void bytes_that_are_no_text_are_an_error() throws IOException {
        byte[] bytes = Files.readAllBytes(sample("products.xml"));
        bytes[bytes.length / 2] = (byte) 0xFF;
        base.writing = (entities, file) -> Files.write(file, bytes);
        session.mapping = new ComponentMapping(session.schema().declarations(), ZoneOffset.UTC);
        failsWith(Category.BACKEND_FAILED, () -> list("Products", Query.ALL));
    }

    private static Path sample(String name) {
        return Path.of("src/test/resources/ru/smartsbridge/com/mapping", name);
    }

    @Test
    void a_set_of_no_entities_is_an_empty_file() {
        assertThat(list("Products", Query.ALL)).isEmpty();
        assertThat(base.calls).containsEntry("ToXmlFile", 1);
    }

    @Test
    void a_filter_and_its_count_are_answered_from_one_file() {
        products("a", "b");
        base.products.put("c", entity("id", "c", "name", "Товар a"));
        try (Rows<Properties> rows = rows("Products", where("name", "Товар a").withCount())) {
            assertThat(rows.count()).hasValue(2);
            assertThat(rows.next().text("id")).isEqualTo("a");
            assertThat(rows.next().text("id")).isEqualTo("c");
        }
        assertThat(base.calls).containsEntry("ToXmlFile", 1);
    }

    @Test
    void a_set_is_counted_in_one_call() {
        products("a", "b", "c");
        try (Rows<Properties> rows = rows("Products", Query.ALL.withCount().withTop(1))) {
            assertThat(rows.count()).hasValue(3);
            assertThat(rows.next().text("id")).isEqualTo("a");
            assertThat(rows.hasNext()).isFalse();
        }
        assertThat(base.calls.get("GetProductsCount"))
                .as("once for the count, once for the page")
                .isEqualTo(2);
    }

    @Test
    void rows_go_on_from_their_file_while_the_session_is_made_anew() {
        products("a", "b", "c");
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            rows.next();
            session.renew();
            base.products.clear();
            assertThat(rows.next().text("id")).isEqualTo("b");
            assertThat(rows.next().text("id")).isEqualTo("c");
        }
    }

    @Test
    void a_file_that_is_written_after_its_caller_gave_up_is_removed_when_the_component_comes_back() {
        products("a");
        HangingComponent component = new HangingComponent(base, session, "ToXmlFile");
        failsWith(
                Category.TIMED_OUT,
                () -> new Reading(component, ZoneOffset.UTC).list(session.schema(), place("Products"), Query.ALL));

        assertThat(component.comeBack()).isEmpty();

        assertThat(base.calls).containsEntry("ToXmlFile", 1);
        assertThat(files()).isEmpty();
    }
}
