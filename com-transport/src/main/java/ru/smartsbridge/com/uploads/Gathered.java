package ru.smartsbridge.com.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.upload.ProductColumns;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.com.text.ComTexts;

/** What a spool comes to: one entity for each key, in the order in which the keys came. Used by one thread. */
final class Gathered {
    private final SpoolReader reader;
    private final KeyIndex keys;
    private final KeyIndex others;
    private final BitSet alone = new BitSet();

    private Gathered(SpoolReader reader, KeyIndex keys, KeyIndex others) {
        this.reader = reader;
        this.keys = keys;
        this.others = others;
    }

    /**
     * Goes once through a spool.
     *
     * @param destination decides whether a later record replaces an earlier one of its key, or is merged with it
     * @throws ru.smartsbridge.api.error.BridgeException {@code INVALID_REQUEST} where two keys share what no two may
     */
    static Gathered of(Spool spool, Destination<?, ?> destination) throws IOException {
        KeyIndex keys = destination.merges()
                ? KeyIndex.ofAll(spool.reader(), spool.records())
                : KeyIndex.ofLast(spool.reader(), spool.records());
        SpoolReader reader = spool.reader();
        return new Gathered(reader, keys, destination.hasOther() ? others(reader, keys, destination) : null);
    }

    private static KeyIndex others(SpoolReader reader, KeyIndex keys, Destination<?, ?> destination)
            throws IOException {
        KeyIndex others = KeyIndex.ofOther(reader, keys.distinct());
        for (int i = 0; i < keys.size(); i++) {
            reader.moveTo(keys.offset(i));
            byte[] other = reader.other();
            if (other != null && !others.add(other, reader.offset())) {
                throw ComTexts.error(
                        Category.INVALID_REQUEST,
                        destination.twice(),
                        destination.target().name(),
                        text(other));
            }
        }
        return others;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** How many keys there are. */
    int distinct() {
        return keys.distinct();
    }

    /** The ordinal of a key, below the number of {@link #distinct}; negative where it was not added. */
    int find(String key) {
        try {
            return keys.find(key.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was added under an ordinal: the last one. */
    Spooled at(int ordinal) {
        try {
            reader.moveTo(keys.offset(ordinal));
            return reader.spooled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has what was added under an ordinal be sent in an upload of its own. */
    void sendAlone(int ordinal) {
        alone.set(ordinal);
    }

    /** Whether any of them has another key. */
    boolean hasOthers() {
        return others != null && others.distinct() > 0;
    }

    /** What was added with that other key, null where nothing was. */
    Spooled withOther(String other) {
        try {
            int ordinal = others == null ? -1 : others.find(other.getBytes(StandardCharsets.UTF_8));
            if (ordinal < 0) {
                return null;
            }
            reader.moveTo(others.offset(ordinal));
            return reader.spooled();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One after the other, read as they are taken; a failure to read is an {@link UncheckedIOException}. */
    Entities entities() {
        return new Entities();
    }

    /** Goes through what was gathered. */
    final class Entities implements Iterator<Spooled> {
        private int ordinal = -1;
        private long bytes;
        private boolean lastAlone;

        private Entities() {
            advance();
        }

        private void advance() {
            do {
                ordinal++;
            } while (ordinal < keys.size() && !keys.isFirst(ordinal));
        }

        @Override
        public boolean hasNext() {
            return ordinal < keys.size();
        }

        /** How large the one that came last is, as JSON. */
        long bytes() {
            return bytes;
        }

        /** Whether the one that came last has to be sent in an upload of its own. */
        boolean lastAlone() {
            return lastAlone;
        }

        @Override
        public Spooled next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            lastAlone = alone.get(ordinal);
            Spooled first = read(ordinal);
            bytes = reader.entityLength();
            Properties entity = first.entity();
            for (int i = keys.next(ordinal); i >= 0; i = keys.next(i)) {
                entity = ProductColumns.merged(entity, read(i).entity());
                bytes += reader.entityLength();
            }
            advance();
            return entity == first.entity() ? first : new Spooled(first.key(), first.other(), entity);
        }

        private Spooled read(int at) {
            return Gathered.this.at(at);
        }
    }
}
