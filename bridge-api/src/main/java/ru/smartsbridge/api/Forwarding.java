package ru.smartsbridge.api;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Where requests go when they are handed on unparsed, and how they authorise; the server carries it out. Thread-safe. */
public interface Forwarding {
    /** The API's root at the backend, without a slash at its end. */
    URI root();

    /**
     * Whether the backend gets the {@code Host} that the client used, so that the links it writes lead the client back to
     * where it came; else the one of {@link #root()}, as a server that is chosen by its name needs it.
     */
    boolean keepsClientHost();

    /** Whether links in answers that name the backend's own address are to name the one that the client used. */
    boolean rewritesLinks();

    /**
     * The value of {@code Authorization} for a request to the backend; empty: what the client sent is handed on. May
     * block for a session to be opened or refreshed, within the backend's time-outs.
     *
     * @throws ru.smartsbridge.api.error.BridgeException where no session can be had
     */
    Optional<String> authorization();

    /** Tells that the backend answered 401 to {@code authorization}: the next call gets a fresh one. Never blocks. */
    void rejected(String authorization);

    /** The trust for {@code https}; empty: Java's own. */
    Optional<SSLContext> trust();

    Duration connectTimeout();

    /** Until the backend's answer begins. */
    Duration requestTimeout();

    /** Until the answer to an End action begins, which takes minutes on a real server. */
    Duration endTimeout();

    /** Between two portions of a body, either way. */
    Duration idleTimeout();
}
