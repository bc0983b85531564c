package ru.smartsbridge.api.answer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import ru.smartsbridge.api.error.ApiTexts;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * Those of many entities that meet a condition, in their order, while other cores test what comes next. A few are tested
 * one by one, as they are asked for, and so are all where no core is free.
 *
 * <p>Used by one thread. Whoever leaves it early leaves a few batches behind, which end by themselves.
 */
final class Sifted implements Iterator<Sketch> {
    /** So many are not worth another thread. */
    private static final int FEW = 1_000;

    /** A batch is worth being handed over, and takes no memory to speak of. */
    private static final int MOST_OF_A_BATCH = 256;

    private static final long MOST_BYTES_OF_A_BATCH = 256 << 10;

    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int MOST_UNDER_WAY = Math.min(2 * CORES, 8);
    private static final Executor OTHER_CORES = otherCores();

    private final Iterator<Sketch> all;
    private final Predicate<Sketch> condition;
    private final Executor others;
    private final Deque<Batch> underWay = new ArrayDeque<>();
    private int testedAlone;
    private Iterator<Sketch> matching = Collections.emptyIterator();
    private RuntimeException failure;

    /**
     * @param all asked by who uses this, and by nobody else
     * @param condition asked by any thread
     */
    Sifted(Iterator<Sketch> all, Predicate<Sketch> condition) {
        this(all, condition, OTHER_CORES);
    }

    /** @param others drops what it has no thread for */
    Sifted(Iterator<Sketch> all, Predicate<Sketch> condition, Executor others) {
        this.all = all;
        this.condition = condition;
        this.others = others;
    }

    /** A thread for each core but that of who asks; all answers share them. */
    private static Executor otherCores() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                Math.max(1, CORES - 1),
                Math.max(1, CORES - 1),
                10,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(CORES),
                work -> {
                    Thread thread = new Thread(work, "sifting-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                },
                new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /** What was found of a batch, up to where a test failed. */
    private record Found(List<Sketch> matching, RuntimeException failure) {}

    /** Entities that one thread tests: the first that runs it. */
    private static final class Batch extends FutureTask<Found> {
        private Batch(List<Sketch> some, Predicate<Sketch> condition) {
            super(() -> found(some, condition));
        }

        private static Found found(List<Sketch> some, Predicate<Sketch> condition) {
            List<Sketch> matching = new ArrayList<>();
            try {
                for (Sketch sketch : some) {
                    requireWanted();
                    if (condition.test(sketch)) {
                        matching.add(sketch);
                    }
                }
                return new Found(matching, null);
            } catch (RuntimeException e) {
                return new Found(matching, e);
            }
        }
    }

    /** Going through a large set is a wait too: who is interrupted has nobody any more who waits for the answer. */
    static void requireWanted() {
        if (Thread.currentThread().isInterrupted()) {
            throw unwanted();
        }
    }

    private static BridgeException unwanted() {
        return new BridgeException(Category.UNREACHABLE, ApiTexts.text("interrupted"));
    }

    @Override
    public boolean hasNext() {
        while (!matching.hasNext()) {
            if (failure != null) {
                throw failure;
            }
            if (testedAlone < FEW && all.hasNext()) {
                testOne(all.next());
            } else if (!testBatch()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Sketch next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return matching.next();
    }

    private void testOne(Sketch sketch) {
        requireWanted();
        testedAlone++;
        if (condition.test(sketch)) {
            matching = Collections.singleton(sketch).iterator();
        }
    }

    /** Has the next batch in order tested, by this thread or another; false where there is none. */
    private boolean testBatch() {
        handOver();
        Batch first = underWay.peek();
        if (first == null) {
            return false;
        }
        for (Iterator<Batch> here = underWay.iterator(); here.hasNext() && !first.isDone(); ) {
            here.next().run(); // which does nothing where another thread has begun it
        }
        Found found = awaited(first);
        underWay.remove();
        matching = found.matching().iterator();
        if (found.failure() != null) {
            end(found.failure());
        }
        return true;
    }

    /** Nothing comes behind what has been found. */
    private void end(RuntimeException why) {
        failure = why;
        underWay.forEach(batch -> batch.cancel(true));
        underWay.clear();
    }

    private void handOver() {
        while (underWay.size() < MOST_UNDER_WAY && all.hasNext()) {
            List<Sketch> some = new ArrayList<>();
            for (long bytes = 0; bytes < MOST_BYTES_OF_A_BATCH && some.size() < MOST_OF_A_BATCH && all.hasNext(); ) {
                Sketch sketch = all.next();
                bytes += sketch.weight();
                some.add(sketch);
            }
            Batch batch = new Batch(some, condition);
            underWay.add(batch);
            others.execute(batch);
        }
    }

    private Found awaited(Batch batch) {
        try {
            return batch.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(unwanted());
            throw failure;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a condition could not be tested", e.getCause());
        }
    }
}
