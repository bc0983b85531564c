package ru.smartsbridge.rest.session;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.Refusal;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.Answer;
import ru.smartsbridge.rest.http.Ask;
import ru.smartsbridge.rest.http.Body;
import ru.smartsbridge.rest.http.Wire;
import ru.smartsbridge.rest.odata.Percent;

/**
 * A session with a token at {@code {root}/session}, opened with the first request and refreshed before it ends [doc].
 *
 * <p>One thread at a time opens or refreshes; the others go on with the token they have while it is good, else wait.
 */
public final class TokenSession implements Authorisation {
    private static final Logger LOG = LoggerFactory.getLogger(TokenSession.class);

    private static final int REFRESH_AT_PERCENT = 80;

    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Wire wire;
    private final Credentials.Password account;
    private final LongSupplier nanos;
    private final ReentrantLock opening = new ReentrantLock();
    private final AtomicReference<Session> current = new AtomicReference<>();

    /** Until then a refresh that failed is not tried again, so that not every request waits for it. */
    private volatile long pauseUntil;

    /** With the clock that ages are measured by, in the manner of {@link System#nanoTime}. */
    public TokenSession(Wire wire, Credentials.Password account, LongSupplier nanos) {
        this.wire = wire;
        this.account = account;
        this.nanos = nanos;
        this.pauseUntil = nanos.getAsLong();
    }

    @Override
    public Optional<String> header(Caller caller) {
        Session session = current.get();
        long now = nanos.getAsLong();
        boolean good = session != null && !session.older(now, 100);
        if (good && !session.older(now, REFRESH_AT_PERCENT)) {
            return Optional.of(session.header());
        }
        if (good && (now - pauseUntil < 0 || !opening.tryLock())) {
            return Optional.of(session.header());
        }
        if (!good) {
            waitForTurn();
        }
        try {
            return Optional.of(fresh().header());
        } catch (BridgeException e) {
            if (!good) {
                throw e;
            }
            pauseUntil = nanos.getAsLong() + PAUSE.toNanos();
            LOG.warn("The session at {} was not refreshed, the old one serves on: {}", wire.root(), e.getMessage());
            return Optional.of(session.header());
        } finally {
            opening.unlock();
        }
    }

    private void waitForTurn() {
        Duration longest =
                wire.patience().connect().plus(wire.patience().request()).multipliedBy(2);
        try {
            if (!opening.tryLock(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new BridgeException(Category.UNREACHABLE, RestTexts.text("session.busy", wire.root()));
            }
        } catch (InterruptedException e) {
            throw Failures.interrupted(e);
        }
    }

    private Session fresh() {
        Session session = current.get();
        if (session != null && !session.older(nanos.getAsLong(), REFRESH_AT_PERCENT)) {
            return session; // somebody else was first
        }
        if (session != null && session.refresh().isPresent()) {
            try {
                return opened(
                        "grant_type=refresh_token&refresh_token="
                                + Percent.encode(session.refresh().get()),
                        session.refresh());
            } catch (BridgeException e) {
                if (e.category() != Category.UNAUTHENTICATED) {
                    throw e;
                }
                LOG.info("The refresh token was not taken at {}, logging in anew", wire.root());
            }
        }
        try {
            return opened(
                    "grant_type=password&username=" + Percent.encode(account.login()) + "&password="
                            + Percent.encode(account.password()),
                    Optional.empty());
        } catch (BridgeException e) {
            if (e.category() != Category.UNAUTHENTICATED) {
                throw e;
            }
            throw new BridgeException(
                    Category.BACKEND_FAILED, RestTexts.text("account.refused", wire.root(), account.login()), e);
        }
    }

    /** A new session; {@code refresh} stays good where the server gives no other. */
    private Session opened(String form, Optional<String> refresh) {
        long asked = nanos.getAsLong();
        Ask ask = Ask.write("POST", wire.root().target("session"), Body.form(form));
        try (Answer answer = wire.send(ask, Optional.empty(), "")) {
            int status = answer.status();
            if (status == 400 || status == 401 || status == 403) {
                throw new BridgeException(Category.UNAUTHENTICATED, RestTexts.text("session.refused", status));
            }
            if (status < 200 || status > 299) {
                throw Refusal.of(status, Optional.empty(), wire.root().toString(), false);
            }
            Session session = Session.of(body(answer), asked)
                    .map(given -> given.orRefresh(refresh))
                    .orElseThrow(() -> noToken(null));
            answer.finish();
            current.set(session);
            LOG.debug("{} at {}", session, wire.root());
            return session;
        }
    }

    private Properties body(Answer answer) {
        try {
            if (Json.parse(answer.body()) instanceof Properties properties) {
                return properties;
            }
            throw noToken(null);
        } catch (IOException e) {
            throw noToken(e);
        }
    }

    private BridgeException noToken(IOException cause) {
        return RestTexts.failed(cause, "session.noToken", wire.root());
    }

    @Override
    public boolean rejected(String header) {
        Session session = current.get();
        if (session != null && session.header().equals(header)) {
            current.compareAndSet(session, null); // without the lock: whoever holds it may be waiting for the backend
        }
        return true;
    }

    @Override
    public boolean configured() {
        return true;
    }
}
