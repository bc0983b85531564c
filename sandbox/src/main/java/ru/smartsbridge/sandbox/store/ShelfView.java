package ru.smartsbridge.sandbox.store;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/** The entities of one set as they were at one moment. Immutable, thread-safe while its {@link Snapshot} is open. */
public final class ShelfView {
    private final MVMap<Long, byte[]> entities;
    private final RootReference<Long, byte[]> entitiesRoot;
    private final MVMap<String, Long> positions;
    private final RootReference<String, Long> positionsRoot;

    ShelfView(
            MVMap<Long, byte[]> entities,
            RootReference<Long, byte[]> entitiesRoot,
            MVMap<String, Long> positions,
            RootReference<String, Long> positionsRoot) {
        this.entities = entities;
        this.entitiesRoot = entitiesRoot;
        this.positions = positions;
        this.positionsRoot = positionsRoot;
    }

    /** How many there are. */
    public long size() {
        return entitiesRoot.getTotalCount();
    }

    /** The entity with that key. */
    public Optional<Stored> find(String key) {
        return Optional.ofNullable(positions.get(positionsRoot.root, key)).map(this::at);
    }

    /** The first entity whose key begins so. */
    public Optional<Stored> findFirst(String prefix) {
        Cursor<String, Long> cursor = positions.cursor(positionsRoot, prefix, null, false);
        if (cursor.hasNext() && cursor.next().startsWith(prefix)) {
            return Optional.of(at(cursor.getValue()));
        }
        return Optional.empty();
    }

    private Stored at(long position) {
        return Stored.read(entities.get(entitiesRoot.root, position));
    }

    /** All, in order, read one by one. */
    public Iterator<Stored> all() {
        return entities(cursor(), tag -> true);
    }

    /** All but so many at the beginning, which are not even read. */
    public Iterator<Stored> from(long skip) {
        if (skip >= size()) {
            return Collections.emptyIterator(); // a cursor that is to skip all of them stays at the first one
        }
        Cursor<Long, byte[]> cursor = cursor();
        cursor.skip(skip);
        return entities(cursor, tag -> true);
    }

    /** Those whose tag is wanted; the others are passed over unread. */
    public Iterator<Stored> tagged(Predicate<String> wanted) {
        return entities(cursor(), wanted);
    }

    /** How many have a wanted tag; none of them is read. */
    public OptionalLong count(Predicate<String> wanted) {
        long count = 0;
        for (Cursor<Long, byte[]> cursor = cursor(); cursor.hasNext(); ) {
            cursor.next();
            count += wanted.test(Stored.tag(cursor.getValue())) ? 1 : 0;
        }
        return OptionalLong.of(count);
    }

    private Cursor<Long, byte[]> cursor() {
        return entities.cursor(entitiesRoot, null, null, false);
    }

    private static Iterator<Stored> entities(Cursor<Long, byte[]> cursor, Predicate<String> wanted) {
        return new Iterator<>() {
            private byte[] next;

            @Override
            public boolean hasNext() {
                while (next == null && cursor.hasNext()) {
                    cursor.next();
                    byte[] bytes = cursor.getValue();
                    next = wanted.test(Stored.tag(bytes)) ? bytes : null;
                }
                return next != null;
            }

            @Override
            public Stored next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                byte[] bytes = next;
                next = null;
                return Stored.read(bytes);
            }
        };
    }

    void forEachPosition(BiConsumer<Long, byte[]> use) {
        Cursor<Long, byte[]> cursor = cursor();
        while (cursor.hasNext()) {
            use.accept(cursor.next(), cursor.getValue());
        }
    }

    void forEachKey(BiConsumer<String, Long> use) {
        Cursor<String, Long> cursor = positions.cursor(positionsRoot, null, null, false);
        while (cursor.hasNext()) {
            use.accept(cursor.next(), cursor.getValue());
        }
    }
}
