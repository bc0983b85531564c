package ru.smartsbridge.com.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.answer.Node;
import ru.smartsbridge.api.answer.Source;
import ru.smartsbridge.api.value.Properties;

/** Sources made of sources: one after the other, and one within the other. */
class JoinedTest {
    private final List<String> events = new ArrayList<>();

    private Supplier<Source> part(String name, boolean counted, String... ids) {
        return () -> {
            events.add("open " + name);
            List<Node> nodes = Stream.of(ids).map(JoinedTest::node).toList();
            Source part =
                    Source.of(nodes::iterator, () -> counted ? OptionalLong.of(ids.length) : OptionalLong.empty());
            return part.closing(() -> events.add("close " + name));
        };
    }

    private static Node node(String id) {
        return Node.of(Properties.builder().put("id", id).build());
    }

    private static List<String> ids(Iterator<Node> nodes) {
        List<String> ids = new ArrayList<>();
        nodes.forEachRemaining(node -> ids.add(node.entity().text("id")));
        return ids;
    }

    private Joined joined() {
        return new Joined(List.of(part("1", true, "a", "b"), part("2", true), part("3", true, "c")));
    }

    @Test
    void parts_follow_one_another_and_empty_ones_are_passed_over() {
        assertThat(ids(joined().from(0))).containsExactly("a", "b", "c");
        assertThat(ids(new Joined(List.of()).from(0))).isEmpty();
    }

    @Test
    void what_is_skipped_may_reach_over_parts_and_beyond_the_end() {
        assertThat(ids(joined().from(2))).containsExactly("c");
        assertThat(ids(joined().from(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    void a_part_is_opened_when_it_is_reached_and_once() {
        Joined joined = joined();
        Iterator<Node> nodes = joined.from(0);
        nodes.next();
        assertThat(events).containsExactly("open 1");
        ids(joined.from(0));
        ids(joined.from(0));
        assertThat(events).containsExactly("open 1", "open 2", "open 3");
    }

    @Test
    void what_was_opened_is_closed_and_nothing_else() {
        Joined joined = joined();
        joined.from(0).next();
        joined.close();
        assertThat(events).containsExactly("open 1", "close 1");
    }

    @Test
    void the_size_is_that_of_all_parts_where_each_tells_its_own() {
        assertThat(joined().size()).hasValue(3);
        assertThat(new Joined(List.of(part("1", true, "a"), part("2", false, "b"))).size())
                .isEmpty();
    }

    @Test
    void what_is_within_keeps_the_order_of_what_is_around() {
        Source around = part("1", true, "a", "b", "c").get();
        Nested nested = new Nested(
                around,
                node -> node.entity().text("id").equals("b")
                        ? List.of()
                        : List.of(node, node(node.entity().text("id") + "'")));
        assertThat(ids(nested.from(0))).containsExactly("a", "a'", "c", "c'");
        assertThat(ids(nested.from(3))).containsExactly("c'");
        assertThat(ids(nested.from(Long.MAX_VALUE))).isEmpty();
        assertThat(nested.size()).as("without reading them").isEmpty();
        nested.close();
        assertThat(events).containsExactly("open 1", "close 1");
    }

    @Test
    void after_the_end_there_is_nothing() {
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> new Joined(List.of()).from(0).next());
        Nested nested = new Nested(Source.of(List.of()), List::of);
        assertThatExceptionOfType(NoSuchElementException.class)
                .isThrownBy(() -> nested.from(0).next());
    }
}
