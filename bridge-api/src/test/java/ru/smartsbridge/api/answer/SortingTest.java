package ru.smartsbridge.api.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.query.Expression;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.schema.Edmx;
import ru.smartsbridge.api.schema.StandardMetadata;
import ru.smartsbridge.api.schema.StructuredType;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

class SortingTest {
    private static final Edmx EDMX = StandardMetadata.recorded();
    private static final StructuredType PRODUCT =
            EDMX.structured("Cleverence.Warehouse.Product").orElseThrow();

    private final Evaluation evaluation =
            new Evaluation(EDMX, ZoneOffset.UTC, (type, node, navigation) -> Source.of(List.<Node>of()));
    private int passes;

    private Iterator<Sketch> source(List<Properties> entities) {
        passes++;
        return Streams.map(entities.iterator(), entity -> Sketch.of(Node.of(entity)));
    }

    private static Properties product(int id, Random random) {
        Properties.Builder product = Properties.builder().put("id", Integer.toString(id));
        product.put("name", random.nextInt(5) == 0 ? Value.NULL : Value.text("n" + random.nextInt(9)));
        return product.put("versionNumber", random.nextInt(50)).build();
    }

    private List<String> sorted(List<Properties> entities, List<Order> orders, long most, long weight) {
        List<String> ids = new ArrayList<>();
        new Sorting(() -> source(entities), evaluation, PRODUCT, orders, most, weight)
                .forEachRemaining(node -> ids.add(node.entity().text("id")));
        return ids;
    }

    @Test
    void whatever_fits_into_the_memory_the_order_is_that_of_a_stable_sort() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        List<Properties> entities = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            entities.add(product(i, random));
        }
        List<Order> orders = List.of(
                new Order(Expression.Path.of("name"), true), new Order(Expression.Path.of("versionNumber"), false));
        Comparator<Properties> byName =
                Comparator.comparing(entity -> entity.text("name"), Comparator.nullsFirst(Comparator.naturalOrder()));
        List<String> expected = entities.stream()
                .sorted(byName.reversed().thenComparing(entity -> entity.decimal("versionNumber")))
                .map(entity -> entity.text("id"))
                .toList();
        for (long weight : new long[] {1, 10_000, 100_000, Long.MAX_VALUE}) {
            List<Properties> few = weight == 1 ? entities.subList(0, 50) : entities;
            List<String> of = weight == 1
                    ? expected.stream().filter(id -> Integer.parseInt(id) < 50).toList()
                    : expected;
            assertThat(sorted(few, orders, Long.MAX_VALUE, weight))
                    .as("seed %d, %d", seed, weight)
                    .isEqualTo(of);
        }
        passes = 0;
        assertThat(sorted(entities, orders, Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(expected);
        assertThat(passes).isEqualTo(1);
    }

    @Test
    void who_wants_the_first_ones_goes_through_the_source_once() {
        Random random = new Random(1);
        List<Properties> entities = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            entities.add(product(i, random));
        }
        Iterator<Node> sorting = new Sorting(
                () -> source(entities),
                evaluation,
                PRODUCT,
                List.of(new Order(Expression.Path.of("versionNumber"), true)),
                10,
                Long.MAX_VALUE);
        for (int i = 0; i < 10; i++) {
            sorting.next();
        }
        assertThat(passes).isEqualTo(1);
    }
}
