package ru.smartsbridge.server.compare;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Until it is done, a process that is told to end (Ctrl-C) stops the work first and waits for what that leaves. */
final class StopSignal {
    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);
    /** A report of a large comparison is written in seconds. */
    private static final long LONGEST_SECONDS = 60;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    private boolean told;
    private Runnable stop = () -> {};

    StopSignal() {
        hook = new Thread(
                () -> {
                    tell();
                    awaitDone();
                },
                "compare-stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What has the work stop; done at once where the process was told to end before. */
    synchronized void stops(Runnable work) {
        stop = work;
        if (told) {
            work.run();
        }
    }

    private synchronized void tell() {
        told = true;
        stop.run();
    }

    private void awaitDone() {
        try {
            if (!done.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("The comparison did not end within {} s, its report may be missing", LONGEST_SECONDS);
            }
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
        }
    }

    /** The work is done; a process that is ending goes on to end. */
    void done() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            LOG.debug("the process is ending, the hook runs");
        }
    }
}
