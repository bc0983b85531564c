package ru.smartsbridge.sandbox.store;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * The entities of one set as a writer sees them: in the order in which they came, each found by its keys.
 *
 * <p>Of several with the same key the first is found by it; when that one is gone, the next.
 *
 * <p>Changed by one thread at a time: within {@link Store#write}, or by its maker before it is put in place.
 */
public final class Shelf {
    /** Stands between a key and the position of an entity that has it too, but is not the first; no key has it. */
    private static final char ALSO = '\uFFFF';

    private final MVMap<Long, byte[]> entities;
    private final MVMap<String, Long> positions;
    private final Keys keys;
    private long next;
    private boolean changed;

    Shelf(MVMap<Long, byte[]> entities, MVMap<String, Long> positions, Keys keys) {
        this.entities = entities;
        this.positions = positions;
        this.keys = keys;
    }

    /** The entity with that key, the own or another one. */
    public Optional<Stored> find(String key) {
        return position(key).map(entities::get).map(Stored::read);
    }

    /** Where the entity with that key stands. */
    public Optional<Long> position(String key) {
        return Optional.ofNullable(positions.get(key));
    }

    /** Where the first entity stands whose key begins so. */
    public Optional<Long> firstPosition(String prefix) {
        String key = positions.ceilingKey(prefix);
        return key != null && key.startsWith(prefix) ? position(key) : Optional.empty();
    }

    /** What stands there. */
    public Stored at(long position) {
        return Stored.read(entities.get(position));
    }

    /** Calls {@code use} with where each entity with a wanted tag stands, in order; {@code use} may take them away. */
    public void forEachPosition(Predicate<String> wanted, LongConsumer use) {
        Cursor<Long, byte[]> cursor = entities.cursor(null);
        while (cursor.hasNext()) {
            long position = cursor.next();
            if (wanted.test(Stored.tag(cursor.getValue()))) {
                use.accept(position);
            }
        }
    }

    /** All, in order, read one by one. */
    public Iterator<Stored> all() {
        return Stored.each(entities.cursor(null));
    }

    /** How many there are. */
    public long size() {
        return entities.sizeAsLong();
    }

    /**
     * Puts an entity in the place of the one that has its own key, or at the end.
     *
     * @return whether there was none
     */
    public boolean put(Stored stored) {
        List<String> own = keys.of(stored);
        Long position = own.isEmpty() ? null : positions.get(own.get(0));
        if (position == null) {
            append(stored, own);
            return true;
        }
        if (keys.single()) {
            changed = true;
            entities.put(position, stored.bytes());
        } else {
            replace(position, stored);
        }
        return false;
    }

    /** Where the next entity at the end will stand. */
    public long end() {
        return next;
    }

    /**
     * Puts an entity at the end. Where one from before {@code begin} has its own key, that one goes: it is the same
     * entity as it was once told before.
     */
    public void load(Stored stored, long begin) {
        List<String> own = keys.of(stored);
        if (!own.isEmpty()) {
            position(own.get(0)).filter(position -> position < begin).ifPresent(this::remove);
        }
        append(stored, own);
    }

    /**
     * Puts an entity over the one that has its own key, whose other properties stay, or at the end.
     *
     * @return where it stands
     */
    public long merge(Stored stored) {
        List<String> own = keys.of(stored);
        Long position = own.isEmpty() ? null : positions.get(own.get(0));
        if (position == null) {
            append(stored, own);
            return next - 1;
        }
        replace(position, stored.with(at(position).entity().merged(stored.entity())));
        return position;
    }

    /** Puts an entity at the end, whatever is there already. */
    public void append(Stored stored) {
        append(stored, keys.of(stored));
    }

    private void append(Stored stored, List<String> own) {
        changed = true;
        long position = next++;
        entities.put(position, stored.bytes());
        own.forEach(key -> remember(key, position));
    }

    /** Puts an entity in the place of another one. */
    public void replace(long position, Stored stored) {
        changed = true;
        List<String> own = keys.of(stored);
        byte[] before = entities.put(position, stored.bytes());
        forget(position, keys.of(Stored.read(before)), own);
        own.forEach(key -> remember(key, position));
    }

    /** Takes an entity away. */
    public void remove(long position) {
        changed = true;
        forget(position, keys.of(Stored.read(entities.remove(position))), List.of());
    }

    private void remember(String key, long position) {
        Long first = positions.putIfAbsent(key, position);
        if (first != null && first != position) {
            positions.put(also(key, position), position);
        }
    }

    private void forget(long position, List<String> before, List<String> after) {
        for (String key : before) {
            if (!after.contains(key)) {
                forget(key, position);
            }
        }
    }

    private void forget(String key, long position) {
        Long first = positions.get(key);
        if (first == null || first != position) {
            positions.remove(also(key, position));
            return;
        }
        String next = positions.ceilingKey(key + ALSO);
        if (next != null && next.startsWith(key + ALSO)) {
            positions.put(key, positions.remove(next));
        } else {
            positions.remove(key);
        }
    }

    /** Sorts behind the key itself, and by position. */
    private static String also(String key, long position) {
        return key + ALSO + String.format("%016x", position);
    }

    /** Whether it was changed since {@link #view()} was taken last. */
    boolean changed() {
        return changed;
    }

    /** What is here now, for readers. */
    ShelfView view() {
        changed = false;
        return new ShelfView(entities, entities.flushAndGetRoot(), positions, positions.flushAndGetRoot());
    }

    /** Fills an empty shelf with what a view shows. */
    void fill(ShelfView view) {
        view.forEachPosition((position, bytes) -> {
            entities.put(position, bytes);
            next = position + 1;
        });
        view.forEachKey(positions::put);
    }

    List<MVMap<?, ?>> maps() {
        return List.of(entities, positions);
    }
}
