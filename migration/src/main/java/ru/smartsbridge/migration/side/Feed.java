package ru.smartsbridge.migration.side;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.value.Properties;

/**
 * A set of one side as it is read: by a thread of its own, some portions ahead of who takes them.
 *
 * <p>How entities are divided into portions depends on them alone, so that whoever takes portions by turns from
 * several feeds sees the same in each run. {@link #next()} and {@link #close()} belong to one thread.
 */
public final class Feed implements AutoCloseable {
    /**
     * Some entities in a row.
     *
     * @param last whether no other comes after it
     * @param failure why the reading ended before its time; null where it did not
     */
    public record Portion(List<Properties> entities, boolean last, Failure failure) {}

    private static final int MOST_ENTITIES = 256;
    private static final long MOST_BYTES = 256 << 10;
    private static final int AHEAD = 2;

    private final Side side;
    private final String set;
    private final List<String> expand;
    private final boolean counted;
    private final Patience patience;
    private final BlockingQueue<Portion> portions = new ArrayBlockingQueue<>(AHEAD);
    private final Thread reader;

    private volatile OptionalLong count = OptionalLong.empty();
    private volatile long firstNanos = -1;
    private volatile long readingNanos;
    private volatile long given;
    private boolean ended;

    private Feed(Side side, String set, List<String> expand, boolean counted, Patience patience) {
        this.side = side;
        this.set = set;
        this.expand = expand;
        this.counted = counted;
        this.patience = patience;
        this.reader = new Thread(this::read, "compare-" + side.name() + "-" + set);
        reader.setDaemon(true);
    }

    /** Begins to read a set. */
    public static Feed open(Side side, String set, List<String> expand, boolean counted, Patience patience) {
        Feed feed = new Feed(side, set, expand, counted, patience);
        feed.reader.start();
        return feed;
    }

    private void read() {
        try {
            Failure failure = null;
            Portion open = null;
            try (Rows<Properties> rows = opened()) {
                count = rows.count();
                open = portions(rows);
            } catch (RuntimeException | StackOverflowError failed) {
                failure = Failure.of(failed);
            }
            portions.put(failure == null ? open : new Portion(List.of(), true, failure));
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt(); // whoever took the portions has closed this
        }
    }

    private Rows<Properties> opened() {
        long begun = System.nanoTime();
        try {
            return side.rows(set, expand, counted);
        } finally {
            readingNanos += System.nanoTime() - begun;
        }
    }

    /** Puts what the rows give into portions; the last one is given back. */
    private Portion portions(Rows<Properties> rows) throws InterruptedException {
        List<Properties> entities = new ArrayList<>();
        long bytes = 0;
        while (true) {
            long begun = System.nanoTime();
            Properties entity = rows.hasNext() ? rows.next() : null;
            readingNanos += System.nanoTime() - begun;
            if (firstNanos < 0) {
                firstNanos = readingNanos;
            }
            if (entity == null) {
                return new Portion(entities, true, null);
            }
            given++;
            entities.add(entity);
            bytes += Weight.of(entity);
            if (entities.size() >= MOST_ENTITIES || bytes >= MOST_BYTES) {
                portions.put(new Portion(entities, false, null));
                entities = new ArrayList<>();
                bytes = 0;
            }
        }
    }

    /** The next portion; after the last one, empty last ones. A side that gives nothing for too long has failed. */
    public Portion next() throws InterruptedException {
        if (ended) {
            return new Portion(List.of(), true, null);
        }
        Portion portion = portions.poll(patience.silence().toMillis(), TimeUnit.MILLISECONDS);
        if (portion == null) {
            portion = new Portion(
                    List.of(), true, Failure.silent(patience.silence().toSeconds()));
        }
        ended = portion.last();
        return portion;
    }

    /** How many entities the side said it has, once the first portion is there and where it was asked and told. */
    public OptionalLong count() {
        return count;
    }

    /** How many it has given so far. */
    public long given() {
        return given;
    }

    /** Time that the side took until its first entity or its end, without our own; -1 where it gave nothing. */
    public long firstNanos() {
        return firstNanos;
    }

    /** Time that the side took in all, without our own. */
    public long readingNanos() {
        return readingNanos;
    }

    /** Ends the reading; a side that does not heed is left to itself. */
    @Override
    public void close() {
        ended = true;
        reader.interrupt();
        portions.clear();
    }
}
