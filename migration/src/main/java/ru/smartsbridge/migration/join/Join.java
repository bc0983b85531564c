package ru.smartsbridge.migration.join;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.migration.side.Weight;

/**
 * Brings entities together by key while they are read.
 *
 * <p>Readings that come in about the same order are joined in the memory of what one is ahead of another. What is
 * waiting beyond {@code limit} goes to disk, divided by key into parts that are joined one after another at the end: a
 * set may be of any size and in any order. Several entities of one key are taken in their order. What comes out, and in
 * which order, depends on nothing but what was put in. Used by one thread.
 */
public final class Join implements AutoCloseable {
    private final Set<Reading> readings;
    private final long limit;
    private final Path folder;
    private final Consumer<Triple> complete;
    private final Map<String, Slot> waiting = new LinkedHashMap<>();
    private final Map<Reading, Long> places = new EnumMap<>(Reading.class);
    private long weight;
    private Spill spill;

    /**
     * A join.
     *
     * @param readings that are to come
     * @param limit bytes, about, that may wait in memory
     * @param folder where parts go on disk; made only where they must
     * @param complete gets what all readings have
     */
    public Join(Set<Reading> readings, long limit, Path folder, Consumer<Triple> complete) {
        this.readings = EnumSet.copyOf(readings);
        this.limit = limit;
        this.folder = folder;
        this.complete = complete;
        readings.forEach(reading -> places.put(reading, 0L));
    }

    /** An entity with its place in its reading. */
    record Item(Properties entity, long place) {}

    /** What waits under one key. */
    private static final class Slot {
        private final Map<Reading, Deque<Item>> items = new EnumMap<>(Reading.class);

        void add(Reading reading, Item item) {
            items.computeIfAbsent(reading, r -> new ArrayDeque<>(1)).add(item);
        }

        boolean has(Reading reading) {
            return items.containsKey(reading) && !items.get(reading).isEmpty();
        }

        Item take(Reading reading) {
            return has(reading) ? items.get(reading).poll() : null;
        }

        boolean isEmpty() {
            return items.values().stream().allMatch(Deque::isEmpty);
        }
    }

    /** Puts one entity in. */
    public void add(Reading reading, String key, Properties entity) throws IOException {
        long place = places.merge(reading, 1L, Long::sum) - 1;
        add(reading, key, new Item(entity, place));
        if (weight > limit) {
            spill();
        }
    }

    private void add(Reading reading, String key, Item item) {
        Slot slot = waiting.computeIfAbsent(key, k -> new Slot());
        slot.add(reading, item);
        weight += Weight.of(item.entity());
        if (readings.stream().allMatch(slot::has)) {
            Triple triple = triple(key, slot);
            if (slot.isEmpty()) {
                waiting.remove(key);
            }
            weight -= weight(triple);
            complete.accept(triple);
        }
    }

    private static long weight(Triple triple) {
        return (triple.control() == null ? 0 : Weight.of(triple.control()))
                + (triple.candidate() == null ? 0 : Weight.of(triple.candidate()))
                + (triple.again() == null ? 0 : Weight.of(triple.again()));
    }

    private static Triple triple(String key, Slot slot) {
        Item control = slot.take(Reading.CONTROL);
        Item candidate = slot.take(Reading.CANDIDATE);
        Item again = slot.take(Reading.AGAIN);
        return new Triple(
                key,
                control == null ? null : control.entity(),
                candidate == null ? null : candidate.entity(),
                again == null ? null : again.entity(),
                control == null ? -1 : control.place(),
                candidate == null ? -1 : candidate.place());
    }

    private void spill() throws IOException {
        if (spill == null) {
            spill = new Spill(folder);
        }
        for (Map.Entry<String, Slot> slot : waiting.entrySet()) {
            for (Map.Entry<Reading, Deque<Item>> items : slot.getValue().items.entrySet()) {
                for (Item item : items.getValue()) {
                    spill.write(slot.getKey(), items.getKey(), item);
                }
            }
        }
        waiting.clear();
        weight = 0;
    }

    /** A reading that failed will bring nothing more; others no longer wait for it. */
    public void without(Reading reading) {
        readings.remove(reading);
    }

    /**
     * Ends the join: what is still complete comes out, then what some readings do not have.
     *
     * @param left gets these
     */
    public void finish(Consumer<Triple> left) throws IOException {
        if (spill != null) {
            spill();
            for (int part = 0; part < Spill.PARTS; part++) {
                spill.read(part, this::addSpilled);
                flush(left);
            }
        }
        flush(left);
    }

    private void addSpilled(String key, Reading reading, Item item) {
        if (readings.contains(reading)) {
            add(reading, key, item);
        }
    }

    private void flush(Consumer<Triple> left) {
        Iterator<Map.Entry<String, Slot>> slots = waiting.entrySet().iterator();
        List<Triple> triples = new ArrayList<>();
        while (slots.hasNext()) {
            Map.Entry<String, Slot> slot = slots.next();
            slots.remove();
            while (!slot.getValue().isEmpty()) {
                triples.add(triple(slot.getKey(), slot.getValue()));
            }
            triples.forEach(left);
            triples.clear();
        }
        weight = 0;
    }

    /** Whether anything had to go to disk. */
    public boolean spilled() {
        return spill != null;
    }

    @Override
    public void close() throws IOException {
        if (spill != null) {
            spill.close();
        }
    }
}
