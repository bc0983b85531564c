package ru.smartsbridge.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends requests by a schedule, whatever the answers do.
 *
 * <p>The schedule is one for all connections: whichever is free takes the next request and waits until it is due. A
 * request that is due while all are taken goes late, but its latency counts from when it was due, so that a slow
 * server cannot hide the requests it held up (no coordinated omission). Blocking sockets, a thread for each: a read
 * costs one system call, and a thread that waits costs none.
 */
final class Generator implements AutoCloseable {
    private static final long HEAD_START = TimeUnit.MILLISECONDS.toNanos(10);

    private final Target target;
    private final Load load;
    private final List<Connection> connections = new ArrayList<>();

    private Generator(Target target, Load load) {
        this.target = target;
        this.load = load;
    }

    /** Opens the connections and asks once on each, uncounted, so that connecting is not measured. */
    static Generator connected(Target target, Load load) throws IOException {
        Generator generator = new Generator(target, load);
        boolean complete = false;
        try {
            for (int i = 0; i < load.connections(); i++) {
                Connection connection = Connection.open(target);
                generator.connections.add(connection);
                connection.ask();
            }
            complete = true;
            return generator;
        } finally {
            if (!complete) {
                generator.close();
            }
        }
    }

    /** Sends everything and waits for the last answer. */
    Tally run() throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long begin = System.nanoTime() + HEAD_START;
        List<Callable<Tally>> lanes = new ArrayList<>();
        for (int i = 0; i < connections.size(); i++) {
            int lane = i;
            lanes.add(() -> lane(lane, next, begin));
        }
        ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
        try {
            Tally all = new Tally();
            for (Future<Tally> lane : threads.invokeAll(lanes)) {
                all.add(lane.get());
            }
            return all;
        } catch (ExecutionException defect) {
            throw new IllegalStateException(defect.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Tally lane(int lane, AtomicInteger next, long begin) throws IOException {
        Tally tally = new Tally();
        int number = next.getAndIncrement();
        while (number < load.requests()) {
            long due = begin + load.due(number);
            if (waitUntil(due)) {
                tally.lagged(System.nanoTime() - due);
            } else {
                tally.waited();
            }
            try {
                connections.get(lane).ask();
                tally.answered(System.nanoTime() - due);
            } catch (IOException | RuntimeException e) {
                tally.failed(e);
                reopen(lane);
            }
            number = next.getAndIncrement();
        }
        return tally;
    }

    /** Whether there was time to wait at all. */
    private static boolean waitUntil(long due) {
        long left = due - System.nanoTime();
        if (left <= 0) {
            return false;
        }
        while (left > 0) {
            LockSupport.parkNanos(left);
            left = due - System.nanoTime();
        }
        return true;
    }

    private void reopen(int lane) throws IOException {
        connections.get(lane).close();
        connections.set(lane, Connection.open(target));
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : connections) {
            connection.close();
        }
    }
}
