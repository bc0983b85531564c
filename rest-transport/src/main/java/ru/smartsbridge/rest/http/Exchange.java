package ru.smartsbridge.rest.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.client.Response;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.io.Content;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.Progress;

/**
 * One request on its way and its answer, seen from the thread that waits for it.
 *
 * <p>Jetty's threads tell what happened, the caller's thread waits, each time within a bound: Jetty's own idle
 * time-out is not used, because it would also count while it is the caller who is slow.
 */
final class Exchange {
    /** Jetty needs no time for it but a thread; more is only spent where the server leaves our body unread. */
    private static final Duration TO_BE_FREE = Duration.ofSeconds(1);

    private final Request request;
    private final boolean writes;
    private final Patience patience;
    private final Failures failures;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private boolean begun;
    private boolean committed;
    private boolean answering;
    private Response response;
    private Content.Source content;
    private Throwable failure;
    private boolean completed;
    private boolean bodyLeft;

    Exchange(Request request, Ask ask, Patience patience, Failures failures) {
        this.request = request;
        this.writes = ask.writes();
        this.patience = patience;
        this.failures = failures;
    }

    /** Gives the request a body, before it starts. */
    void body(Request.Content body) {
        request.body(body);
    }

    /** Sends the request as far as its body is at hand. */
    void start() {
        request.onRequestBegin(begin -> change(() -> begun = true))
                .onRequestCommit(sent -> change(() -> committed = true))
                .onResponseBegin(begun -> change(() -> answering = true))
                .onResponseContentSource(this::headArrived)
                .send(this::completed);
    }

    private void headArrived(Response head, Content.Source source) {
        change(() -> {
            response = head;
            content = source;
        });
    }

    private void completed(Result result) {
        change(() -> {
            completed = true;
            failure = result.getFailure();
        });
    }

    /**
     * Waits until the connection is free for another request, once the answer was read to its end. Where it does not
     * become free, since the server did not want the request's body, it is broken.
     */
    void awaitEnd() {
        try {
            if (bodyLeft || !waitFor(() -> completed, TO_BE_FREE)) {
                abort(new CancellationException("the answer came, the rest of the request is not wanted"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // for the next wait: this answer is whole
            abort(e);
        }
    }

    /** Runs {@code step} and lets whoever waits look again. */
    void change(Runnable step) {
        lock.lock();
        try {
            step.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for the answer's head.
     *
     * @throws BridgeException where it does not come
     */
    Answer answer(Duration untilAnswer) {
        await(() -> committed || response != null, patience.connect().plus(patience.request()));
        await(() -> response != null, untilAnswer);
        return new Answer(this, response, content);
    }

    /** Whether an answer came that makes the rest of the request's body pointless. */
    boolean refusedEarly() {
        lock.lock();
        try {
            return response != null && response.getStatus() >= 300;
        } finally {
            lock.unlock();
        }
    }

    /** Says that the request's body is not written on, because of what the server answered. */
    void leaveBody() {
        bodyLeft = true;
    }

    /** Whether the request stays unfinished, so that the connection cannot serve again. */
    boolean bodyLeft() {
        return bodyLeft;
    }

    /** Waits for a portion of either body; the bound is longer while the connection has still to be made. */
    void awaitPortion(BooleanSupplier arrived) {
        await(() -> committed || arrived.getAsBoolean(), patience.connect().plus(patience.request()));
        await(arrived, patience.idle());
    }

    private void await(BooleanSupplier condition, Duration atMost) {
        try {
            if (waitFor(() -> condition.getAsBoolean() || failure != null, atMost)) {
                lookForFailure(condition);
                return;
            }
        } catch (InterruptedException e) {
            abort(e);
            throw Failures.interrupted(e);
        }
        throw timedOut(atMost);
    }

    private void lookForFailure(BooleanSupplier condition) {
        lock.lock();
        try {
            if (!condition.getAsBoolean()) {
                throw failures.of(failure, progress(), writes);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Whether {@code condition}, which is looked at under the lock, has come true in time. */
    private boolean waitFor(BooleanSupplier condition, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long left = atMost.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private BridgeException timedOut(Duration atMost) {
        TimeoutException cause = new TimeoutException("nothing came for " + atMost.toMillis() + " ms");
        abort(cause); // first, so that what had not begun cannot begin any more
        return failures.of(cause, progress(), writes);
    }

    /** The failure of the answer's body. */
    BridgeException failed(Throwable cause) {
        abort(cause);
        return failures.of(cause, Progress.ANSWERING, writes);
    }

    /** The failure of the request's body. */
    BridgeException notWritten(Throwable cause) {
        return failures.of(cause, progress(), writes);
    }

    /** Whether the server closed the connection without a byte of an answer, as it may do with one that was kept. */
    boolean closedUnanswered() {
        lock.lock();
        try {
            return failure instanceof IOException && !(failure instanceof SSLException) && begun && !answering;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the exchange, so that nothing more is sent or read and the connection is not used again. */
    void abort(Throwable cause) {
        request.abort(cause);
    }

    private Progress progress() {
        lock.lock();
        try {
            if (answering) {
                return Progress.ANSWERING;
            }
            // the word that something was sent may come later than the answer to it
            return begun ? Progress.SENT : Progress.NOT_SENT;
        } finally {
            lock.unlock();
        }
    }
}
