package ru.smartsbridge.migration.side;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * Asks a side in a thread of its own and waits for the answer no longer than so long, whatever the side does.
 *
 * @param silence the longest time without an answer
 */
public record Patience(Duration silence) {
    /** Threads are lent again, since a comparison asks thousands of times; one that hangs is never given back. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "compare-ask");
        thread.setDaemon(true);
        return thread;
    });

    /** An answer, or why there is none; which of them is null tells. */
    public record Answer<T>(T value, Failure failure, long nanos) {
        public boolean failed() {
            return failure != null;
        }
    }

    /**
     * Asks. A call that does not come back is interrupted and left to itself.
     *
     * @throws InterruptedException where the waiting thread is told to end
     */
    public <T> Answer<T> ask(Supplier<T> call) throws InterruptedException {
        long[] nanos = new long[1];
        FutureTask<T> task = new FutureTask<>(() -> {
            long begun = System.nanoTime();
            try {
                return call.get();
            } finally {
                nanos[0] = System.nanoTime() - begun;
            }
        });
        THREADS.execute(task);
        try {
            T value = task.get(silence.toMillis(), TimeUnit.MILLISECONDS);
            return new Answer<>(value, null, nanos[0]);
        } catch (ExecutionException failed) {
            return new Answer<>(null, Failure.of(failed.getCause()), nanos[0]);
        } catch (TimeoutException hanging) {
            task.cancel(true);
            return new Answer<>(null, Failure.silent(silence.toSeconds()), silence.toNanos());
        } catch (InterruptedException told) {
            task.cancel(true);
            throw told;
        }
    }
}
