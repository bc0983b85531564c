package ru.smartsbridge.com.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.FieldOwner;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.automation.AutomationObject;
import ru.smartsbridge.com.automation.ScriptedObject;
import ru.smartsbridge.com.mapping.ComponentClass;
import ru.smartsbridge.com.mapping.Way;

/** Sets that are read object by object: without an exchange folder, few at a time, or by properties. */
class SetsInPagesTest extends ReadingTests {
    private static final int SEVERAL_PAGES = 2 * ObjectSource.PAGE + 1;

    private List<String> many() {
        List<String> ids =
                IntStream.range(0, SEVERAL_PAGES).mapToObj(i -> "p" + i).toList();
        products(ids.toArray(String[]::new));
        return ids;
    }

    @Test
    void without_an_exchange_folder_a_set_comes_in_pages_whole_and_in_its_order() {
        session.exchanging = false;
        List<String> all = many();

        assertThat(ids("Products", Query.ALL)).isEqualTo(all);

        assertThat(base.calls).doesNotContainKey("ToXmlFile").containsEntry("GetProductsCount", 3);
        assertThat(base.calls).containsEntry("GetProductByIndex", SEVERAL_PAGES).containsEntry("ToXml", SEVERAL_PAGES);
    }

    @Test
    void the_next_page_is_asked_for_when_it_is_needed() {
        session.exchanging = false;
        many();
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            assertThat(base.crossings()).as("before the first row").isZero();
            for (int i = 0; i < ObjectSource.PAGE; i++) {
                rows.next();
            }
            assertThat(base.calls).containsEntry("GetProductByIndex", ObjectSource.PAGE);
        }
    }

    @Test
    void few_that_are_wanted_need_no_file() {
        many();
        assertThat(ids("Products", Query.ALL.withTop(2).withSkip(3))).containsExactly("p3", "p4");
        assertThat(base.calls)
                .doesNotContainKey("ToXmlFile")
                .containsEntry("GetProductsCount", 1)
                .containsEntry("GetProductByIndex", 2);
    }

    @Test
    void many_that_are_wanted_come_by_file() {
        List<String> all = many();
        assertThat(ids("Products", Query.ALL.withTop(ObjectSource.PAGE + 1).withSkip(1)))
                .isEqualTo(all.subList(1, ObjectSource.PAGE + 2));
        assertThat(base.calls).containsEntry("ToXmlFile", 1).doesNotContainKey("GetProductByIndex");
    }

    @Test
    void a_top_beyond_all_numbers_is_all_of_the_set() {
        List<String> all = many();
        assertThat(ids("Products", Query.ALL.withTop(Long.MAX_VALUE))).isEqualTo(all);
    }

    @Test
    void none_that_are_wanted_ask_the_component_nothing() {
        many();
        assertThat(list("Products", Query.ALL.withTop(0))).isEmpty();
        assertThat(base.crossings()).isZero();
    }

    @Test
    void few_that_match_a_filter_may_be_anywhere_in_the_set() {
        many();
        String last = "p" + (SEVERAL_PAGES - 1);
        assertThat(ids("Products", where("name", "Товар " + last).withTop(1))).containsExactly(last);
    }

    @Test
    void a_skip_beyond_the_end_gives_none() {
        many();
        for (long skip : new long[] {SEVERAL_PAGES, Integer.MAX_VALUE, Long.MAX_VALUE}) {
            assertThat(list("Products", Query.ALL.withSkip(skip).withTop(5)))
                    .as("products in pages after %s", skip)
                    .isEmpty();
            assertThat(list("Users", Query.ALL.withSkip(skip).withTop(5)))
                    .as("users in pages after %s", skip)
                    .isEmpty();
            assertThat(list("Products", Query.ALL.withSkip(skip)))
                    .as("products by file after %s", skip)
                    .isEmpty();
        }
    }

    @Test
    void an_object_that_is_gone_between_pages_is_left_out() {
        session.exchanging = false;
        List<String> all = many();
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            for (int i = 0; i < ObjectSource.PAGE; i++) {
                rows.next();
            }
            base.products.remove(all.get(SEVERAL_PAGES - 1));
            int left = 0;
            for (; rows.hasNext(); rows.next()) {
                left++;
            }
            assertThat(left).isEqualTo(SEVERAL_PAGES - ObjectSource.PAGE - 1);
        }
    }

    @Test
    void an_object_that_is_gone_since_it_was_counted_is_left_out() {
        products("a", "b", "c");
        base.on("GetProductByIndex", () -> base.products.remove("c"));
        assertThat(ids("Products", Query.ALL.withTop(3))).containsExactly("a", "b");
    }

    @Test
    void an_object_that_a_collection_no_longer_has_is_left_out() {
        ScriptedObject user = new ScriptedObject();
        ScriptedObject users = new ScriptedObject()
                .on("Count", arguments -> 3)
                .on("Item", arguments -> arguments[0].equals(1) ? null : user);
        ObjectSet set = new ObjectSet.Collection(ComponentClass.USER, new FieldOwner.Products(), opening -> users);
        List<AutomationObject> taken = new ArrayList<>();
        assertThat(set.items(session, 0, 2, taken::add)).as("there is more").isTrue();
        assertThat(set.items(session, 2, 2, taken::add)).as("there is more").isFalse();
        assertThat(taken).containsExactly(user, user);
        assertThat(user.isClosed() && users.isClosed()).isTrue();
    }

    @Test
    void a_page_that_fails_is_no_end_of_the_set() {
        session.exchanging = false;
        many();
        base.fail("GetProductByIndex", ObjectSource.PAGE + 2);
        try (Rows<Properties> rows = rows("Products", Query.ALL)) {
            for (int i = 0; i < ObjectSource.PAGE; i++) {
                rows.next();
            }
            failsWith(Category.BACKEND_FAILED, rows::hasNext);
        }
    }

    @Test
    void an_object_that_gives_no_xml_is_a_fault_of_the_component() {
        products("a");
        base.givesNoXml = true;
        failsWith(Category.BACKEND_FAILED, () -> list("Products", Query.ALL.withTop(1)));
    }

    @Test
    void objects_whose_xml_does_not_serve_are_read_by_their_properties() throws IOException {
        session(Way.PROPERTIES);
        products("a", "b");
        assertThat(ids("Products", Query.ALL)).containsExactly("a", "b");
        assertThat(base.calls).doesNotContainKeys("ToXml", "ToXmlFile");
    }

    @Test
    void one_table_whose_names_cannot_stand_in_xml_is_read_by_properties_and_the_others_by_file() {
        base.tables.put("Цены", List.of(entity("uid", "1")));
        base.tables.put("Остатки", List.of(entity("uid", "2")));
        base.standsInXml = owner -> !owner.toString().contains("Ceny");

        assertThat(list("Tables/Ceny", Query.ALL)).containsExactly(entity("uid", "1"));
        assertThat(base.calls).doesNotContainKeys("ToXml", "ToXmlFile");

        assertThat(list("Tables/Ostatki", Query.ALL)).containsExactly(entity("uid", "2"));
        assertThat(base.calls).containsEntry("ToXmlFile", 1);
    }
}
