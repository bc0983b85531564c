package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.ZoneId;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Function;
import ru.smartsbridge.api.query.Literal;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;

class AnswerTest {
    private static final Edmx EDMX = StandardMetadata.recorded();
    private static final StructuredType WAREHOUSE = type("Warehouses");

    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger freed = new AtomicInteger();
    private final Answer answer = new Answer(
            EDMX,
            ZoneId.of("Europe/Moscow"),
            (type, node, navigation) -> numbered(3).closing(freed::incrementAndGet));

    private static StructuredType type(String set) {
        return EDMX.typeOf(EDMX.set(set).orElseThrow());
    }

    /** So many entities with ids from 0 on; what is taken of them is counted. */
    private Source numbered(int count) {
        return Source.of(() -> IntStream.range(0, count)
                .mapToObj(i -> {
                    taken.incrementAndGet();
                    return Node.of(
                            Properties.builder().put("id", Integer.toString(i)).build());
                })
                .iterator());
    }

    private static List<String> ids(Iterator<Properties> rows) {
        List<String> ids = new java.util.ArrayList<>();
        rows.forEachRemaining(row -> ids.add(row.text("id")));
        return ids;
    }

    @Test
    void a_page_is_taken_and_no_more_than_the_page() {
        Query page = Query.ALL.withSkip(2).withTop(3);
        assertThat(ids(answer.rows(WAREHOUSE, numbered(100), page))).containsExactly("2", "3", "4");
        assertThat(taken.get()).isLessThanOrEqualTo(6);
    }

    @Test
    void a_page_is_counted_from_what_matches() {
        Query query = Query.ALL
                .withFilter(Expression.equal(new Literal.Text("7"), "id"))
                .withCount();
        assertThat(ids(answer.rows(WAREHOUSE, numbered(10), query))).containsExactly("7");
        assertThat(ids(answer.rows(WAREHOUSE, numbered(10), query.withSkip(1)))).isEmpty();
        assertThat(answer.count(WAREHOUSE, numbered(10), query.withSkip(1))).hasValue(1);
        assertThat(answer.count(WAREHOUSE, numbered(10), Query.ALL)).isEmpty();
    }

    @Test
    void links_are_followed_by_who_asks_alone() {
        Set<Thread> following = ConcurrentHashMap.newKeySet();
        Answer links = new Answer(EDMX, ZoneId.of("Europe/Moscow"), (type, node, navigation) -> {
            following.add(Thread.currentThread());
            return numbered(1);
        });
        Expression linked = new Expression.Lambda(false, Expression.Path.of("cells"), "c", Optional.empty());
        assertThat(ids(links.rows(WAREHOUSE, shared(5_000), Query.ALL.withFilter(linked))))
                .hasSize(5_000);
        assertThat(following).containsExactly(Thread.currentThread());
    }

    @Test
    void what_matches_among_many_is_shown_in_its_order() {
        Query query = Query.ALL.withFilter(new Expression.Invocation(
                Function.ENDSWITH, List.of(Expression.Path.of("id"), new Expression.Constant(new Literal.Text("9")))));
        assertThat(ids(answer.rows(WAREHOUSE, shared(9_999), query.withSkip(400).withTop(3))))
                .containsExactly("4009", "4019", "4029");
        assertThat(answer.count(WAREHOUSE, shared(9_999), query.withCount())).hasValue(999);
    }

    /** As {@link #numbered}, of which other threads may test some. */
    private Source shared(int count) {
        Source numbered = numbered(count);
        return new Source() {
            @Override
            public Iterator<Node> from(long skip) {
                return numbered.from(skip);
            }

            @Override
            public boolean sharesSketches() {
                return true;
            }

            @Override
            public OptionalLong size() {
                return numbered.size();
            }
        };
    }

    @Test
    void what_stands_in_the_entity_is_shown_before_its_link_is_followed() {
        Node node = Node.of(Properties.builder()
                .put("id", "1")
                .put("cells", List.of(Properties.builder().put("id", "own").build()))
                .build());
        assertThat(answer.shaped(WAREHOUSE, node, Query.ALL).get("cells")).isEmpty();
        Properties expanded = answer.shaped(WAREHOUSE, node, Query.ALL.withExpand("cells"));
        assertThat(ids(expanded.objects("cells").iterator())).containsExactly("own");
        assertThat(freed).hasValue(0);
    }

    @Test
    void what_a_link_held_is_freed_once_it_is_inline() {
        Node node = Node.of(Properties.builder().put("id", "1").build());
        Properties expanded = answer.shaped(WAREHOUSE, node, Query.ALL.withExpand("cells"));
        assertThat(ids(expanded.objects("cells").iterator())).containsExactly("0", "1", "2");
        assertThat(freed).hasValue(1);
    }

    @Test
    void a_source_frees_what_it_holds_and_what_it_was_made_of() {
        Source held = numbered(1).closing(freed::incrementAndGet).closing(freed::incrementAndGet);
        assertThat(held.from(0).hasNext()).isTrue();
        held.close();
        assertThat(freed).hasValue(2);
    }

    @Test
    void a_wrong_navigation_is_told_with_the_nearest_name() {
        assertThatThrownBy(() -> answer.rows(WAREHOUSE, numbered(0), Query.ALL.withExpand("cels")))
                .isInstanceOfSatisfying(BridgeException.class, error -> {
                    assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
                    assertThat(error.target()).hasValue("$expand");
                    assertThat(error.text().in(Locale.forLanguageTag("ru"))).contains("«cells»");
                });
    }
}
