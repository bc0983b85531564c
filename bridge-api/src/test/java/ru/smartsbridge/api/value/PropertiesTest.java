package ru.smartsbridge.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

class PropertiesTest {
    private static final Properties DOCUMENT = Properties.builder()
            .put("id", "1")
            .put("barcode", Value.NULL)
            .put("priority", new Value.Number("1.0"))
            .put("finished", true)
            .put("warehouseIds", List.of(Value.text("1"), Value.text("2")))
            .put("lines", List.of(Properties.builder().put("uid", "a").build()))
            .put("packing", Properties.builder().put("name", "шт").build())
            .build();

    @Test
    void a_name_that_comes_twice_is_a_defect() {
        Properties.Builder few = Properties.builder().put("a", 1).put("b", 2).put("a", 3);
        assertThatThrownBy(few::build).isInstanceOf(IllegalStateException.class).hasMessageContaining("a, b, a");
        Properties.Builder many = Properties.builder();
        for (int i = 0; i < 1_000; i++) {
            many.put("p" + i, i);
        }
        assertThat(many.build().size()).isEqualTo(1_000);
        assertThatThrownBy(many.put("p7", 7)::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void properties_keep_their_order() {
        assertThat(DOCUMENT.names())
                .containsExactly("id", "barcode", "priority", "finished", "warehouseIds", "lines", "packing");
        assertThat(DOCUMENT).extracting(Map.Entry::getKey).isEqualTo(DOCUMENT.names());
        assertThat(DOCUMENT.size()).isEqualTo(7);
    }

    @Test
    void typed_reads_give_what_is_there() {
        assertThat(DOCUMENT.text("id")).isEqualTo("1");
        assertThat(DOCUMENT.decimal("priority")).isEqualTo(new BigDecimal("1.0"));
        assertThat(DOCUMENT.flag("finished")).isTrue();
        assertThat(DOCUMENT.texts("warehouseIds")).containsExactly("1", "2");
        assertThat(DOCUMENT.objects("lines"))
                .extracting(line -> line.text("uid"))
                .containsExactly("a");
        assertThat(DOCUMENT.object("packing").map(packing -> packing.text("name")))
                .hasValue("шт");
    }

    @Test
    void what_is_null_or_absent_reads_as_nothing_but_is_told_apart() {
        for (String name : List.of("barcode", "absent")) {
            assertThat(DOCUMENT.text(name)).isNull();
            assertThat(DOCUMENT.decimal(name)).isNull();
            assertThat(DOCUMENT.flag(name)).isFalse();
            assertThat(DOCUMENT.texts(name)).isEmpty();
            assertThat(DOCUMENT.objects(name)).isEmpty();
            assertThat(DOCUMENT.object(name)).isEmpty();
        }
        assertThat(DOCUMENT.get("barcode")).contains(Value.NULL);
        assertThat(DOCUMENT.get("absent")).isEmpty();
        assertThat(DOCUMENT.has("barcode")).isTrue();
        assertThat(DOCUMENT.has("absent")).isFalse();
    }

    @Test
    void a_value_of_another_form_is_the_bases_fault_and_named() {
        List<Runnable> reads = List.of(
                () -> DOCUMENT.text("priority"),
                () -> DOCUMENT.decimal("id"),
                () -> DOCUMENT.flag("id"),
                () -> DOCUMENT.texts("id"),
                () -> DOCUMENT.texts("lines"),
                () -> DOCUMENT.objects("warehouseIds"),
                () -> DOCUMENT.object("lines"));
        for (Runnable read : reads) {
            assertThatThrownBy(read::run).isInstanceOfSatisfying(BridgeException.class, error -> {
                assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
                assertThat(error.target()).isPresent();
            });
        }
    }

    @Test
    void a_changed_property_stays_in_its_place_and_a_new_one_goes_to_the_end() {
        Properties changed = DOCUMENT.with("barcode", Value.text("4600")).with("name", Value.text("новое"));
        assertThat(changed.names())
                .containsExactly("id", "barcode", "priority", "finished", "warehouseIds", "lines", "packing", "name");
        assertThat(changed.text("barcode")).isEqualTo("4600");
        assertThat(DOCUMENT.get("barcode")).contains(Value.NULL);
        assertThat(DOCUMENT.has("name")).isFalse();
    }

    @Test
    void merged_changes_lie_over_what_was_there() {
        Properties changes =
                Properties.builder().put("priority", 5).put("name", "новое").build();
        Properties merged = DOCUMENT.merged(changes);
        assertThat(merged.decimal("priority")).isEqualTo("5");
        assertThat(merged.names()).startsWith("id", "barcode", "priority").endsWith("name");
        assertThat(merged.without("name").without("priority").names())
                .containsExactly("id", "barcode", "finished", "warehouseIds", "lines", "packing");
        assertThat(DOCUMENT.without("absent")).isSameAs(DOCUMENT);
    }

    @Test
    void equality_knows_order_case_and_digits() {
        Properties one = Properties.builder()
                .put("a", new Value.Number("1"))
                .put("b", "x")
                .build();
        Properties same = Properties.builder().put("a", 1).put("b", "x").build();
        assertThat(one).isEqualTo(same).hasSameHashCodeAs(same);
        assertThat(one)
                .isNotEqualTo(Properties.builder().put("b", "x").put("a", 1).build());
        assertThat(one).isNotEqualTo(one.with("a", new Value.Number("1.0")));
        assertThat(one)
                .isNotEqualTo(Properties.builder().put("A", 1).put("b", "x").build());
    }

    @Test
    void a_name_is_found_ignoring_case_the_exact_one_first() {
        Properties both = Properties.builder().put("INN", 1).put("iNN", 2).build();
        assertThat(both.nameIgnoringCase("iNN")).hasValue("iNN");
        assertThat(both.nameIgnoringCase("inn")).hasValue("INN");
        assertThat(both.nameIgnoringCase("kpp")).isEmpty();
    }

    @Test
    void what_was_built_does_not_change_any_more() {
        Properties.Builder builder = Properties.builder().put("a", 1);
        Properties built = builder.build();
        builder.put("b", 2);
        built.asMap().put("c", Value.NULL);
        assertThat(built.names()).containsExactly("a");
        Iterator<Map.Entry<String, Value>> iterator = built.iterator();
        iterator.next();
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(iterator::remove).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void javas_null_is_jsons() {
        Properties nulls = Properties.builder()
                .put("text", (String) null)
                .put("number", (BigDecimal) null)
                .build();
        assertThat(nulls.get("text")).contains(Value.NULL);
        assertThat(nulls.get("number")).contains(Value.NULL);
        assertThat(Properties.EMPTY.isEmpty()).isTrue();
    }
}
