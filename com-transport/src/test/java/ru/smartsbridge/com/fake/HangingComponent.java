package ru.smartsbridge.com.fake;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.com.connector.ComSession;
import ru.smartsbridge.com.connector.Component;

/** A component that hangs in one member, while its caller is told that its time is over, until a test lets it go on. */
public final class HangingComponent implements Component<ComSession> {
    private static final int PATIENCE = 20;

    private final FakeSession session;
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile CompletableFuture<Object> hanging = new CompletableFuture<>();
    private CompletableFuture<Object> late;
    private final ThreadLocal<Boolean> inApartment = ThreadLocal.withInitial(() -> false);
    private volatile boolean givenUp;

    public HangingComponent(FakeBase base, FakeSession session, String member) {
        this.session = session;
        base.on(member, this::hang);
    }

    private void hang() {
        hanging.complete(null);
        try {
            if (!released.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError("nobody let the component go on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the task's own result
    public <R> R call(String what, Duration limit, Function<? super ComSession, ? extends R> task) {
        if (inApartment.get()) {
            if (givenUp) {
                throw new BridgeException(Category.UNREACHABLE, Text.verbatim(what + " had been given up"));
            }
            return session.call(what, limit, task);
        }
        hanging = new CompletableFuture<>();
        CompletableFuture<Object> back = new CompletableFuture<>();
        Thread apartment = new Thread(() -> {
            inApartment.set(true);
            try {
                back.complete(session.call(what, limit, task));
            } catch (RuntimeException e) {
                back.completeExceptionally(e);
            }
        });
        apartment.start();
        settled(CompletableFuture.anyOf(back.exceptionally(failure -> null), hanging));
        if (released.getCount() > 0 && !back.isDone()) {
            late = back;
            givenUp = true;
            throw new BridgeException(Category.TIMED_OUT, Text.verbatim(what + " took too long"));
        }
        return (R) settled(back);
    }

    private static Object settled(CompletableFuture<Object> future) {
        try {
            return future.get(PATIENCE, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new CompletionException(e.getCause());
        } catch (TimeoutException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    @Override
    public Component<ComSession> of(Call call) {
        return this;
    }

    @Override
    public <R> R call(String what, Function<? super ComSession, ? extends R> task) {
        return call(what, Duration.ofMinutes(1), task);
    }

    /** Lets it go on and waits for the task that hung; answers how that failed, if it did. */
    public Optional<BridgeException> comeBack() {
        released.countDown();
        try {
            settled(late);
            return Optional.empty();
        } catch (BridgeException failure) {
            return Optional.of(failure);
        }
    }
}
