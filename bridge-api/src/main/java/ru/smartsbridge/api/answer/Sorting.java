package ru.smartsbridge.api.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import ru.smartsbridge.api.query.Order;
import ru.smartsbridge.api.schema.StructuredType;

/**
 * Gives what a source has in another order, in bounded memory: the source is gone through as often as it takes, and each
 * time as many of the next ones are kept as the memory is for. What is equal stays in the source's order.
 */
final class Sorting implements Iterator<Node> {
    /** Bytes of the entities that are kept at a time: a small part of the memory, since many may be sorted at once. */
    private static final long MOST_WEIGHT =
            Math.max(2_000_000, Runtime.getRuntime().maxMemory() / 64);

    private record Kept(List<Object> keys, long place, Sketch sketch, long weight) {}

    private final Supplier<Iterator<Sketch>> source;
    private final List<Function<Node, Object>> keys;
    private final Comparator<Kept> order;
    private final long most;
    private final long mostWeight;
    private ArrayDeque<Kept> batch = new ArrayDeque<>();
    private Kept last;
    private boolean complete;

    /**
     * @param most so many are wanted at most
     */
    Sorting(
            Supplier<Iterator<Sketch>> source,
            Evaluation evaluation,
            StructuredType type,
            List<Order> orders,
            long most) {
        this(source, evaluation, type, orders, most, MOST_WEIGHT);
    }

    Sorting(
            Supplier<Iterator<Sketch>> source,
            Evaluation evaluation,
            StructuredType type,
            List<Order> orders,
            long most,
            long mostWeight) {
        this.source = source;
        this.keys =
                orders.stream().map(order -> evaluation.value(type, order.by())).toList();
        this.order = order(orders, evaluation.comparing().ascending());
        this.most = most;
        this.mostWeight = mostWeight;
    }

    private static Comparator<Kept> order(List<Order> orders, Comparator<Object> ascending) {
        Comparator<Kept> order = (left, right) -> 0;
        for (int i = 0; i < orders.size(); i++) {
            int key = i;
            Comparator<Kept> byKey = (left, right) ->
                    ascending.compare(left.keys().get(key), right.keys().get(key));
            order = order.thenComparing(orders.get(i).descending() ? byKey.reversed() : byKey);
        }
        return order.thenComparingLong(Kept::place);
    }

    @Override
    public boolean hasNext() {
        if (batch.isEmpty() && !complete) {
            batch = nextBatch();
        }
        return !batch.isEmpty();
    }

    @Override
    public Node next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        last = batch.poll();
        return last.sketch().whole();
    }

    /** The first ones after the last one that was given. */
    private ArrayDeque<Kept> nextBatch() {
        PriorityQueue<Kept> first = new PriorityQueue<>(order.reversed());
        long weight = 0;
        boolean left = false;
        long place = 0;
        for (Iterator<Sketch> all = source.get(); all.hasNext(); place++) {
            Kept one = kept(all.next(), place);
            if (last != null && order.compare(one, last) <= 0) {
                continue;
            }
            first.add(one);
            weight += one.weight();
            while (first.size() > 1 && (weight > mostWeight || first.size() > most)) {
                weight -= first.poll().weight();
                left = true;
            }
        }
        complete = !left;
        List<Kept> sorted = new ArrayList<>(first);
        sorted.sort(order);
        return new ArrayDeque<>(sorted);
    }

    private Kept kept(Sketch sketch, long place) {
        List<Object> values = new ArrayList<>(keys.size());
        for (Function<Node, Object> key : keys) {
            values.add(key.apply(sketch.part()));
        }
        return new Kept(Collections.unmodifiableList(values), place, sketch, 100 + sketch.weight());
    }
}
