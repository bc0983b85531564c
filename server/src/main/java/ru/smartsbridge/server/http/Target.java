package ru.smartsbridge.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.error.BridgeException;

/** What a {@link Forwarder} hands requests on to. Thread-safe. */
interface Target {
    /** The trust for {@code https}; empty: Java's own. */
    Optional<SSLContext> trust();

    Duration connectTimeout();

    /** Between two portions of a body, either way. */
    Duration idleTimeout();

    /**
     * Prepares to hand one request on; may block within the backend's time-outs.
     *
     * @throws BridgeException where it cannot be handed on
     */
    Leg leg(Request request, RequestFacts facts);

    /** The way of one request to the backend and back. Its calls never block. */
    interface Leg {
        /** What the rest of the path is put behind, with a slash between. */
        URI root();

        /** Until the answer begins. */
        Duration timeout(ApiTarget address);

        /** Has the request's headers say what the backend needs. */
        void headers(HttpFields.Mutable headers);

        /**
         * Whether a client that leaves ends the exchange with the backend too.
         *
         * @param writes whether the request may change something
         */
        boolean endsWithClient(boolean writes);

        /** How links in the answer are to be rewritten; empty where they stay as they are. */
        Optional<LinkRewriting> links();

        /** The answer begins. */
        void answered(int status);

        /**
         * What the client is told of a failure of the backend's.
         *
         * @param writes whether the request may have changed something
         */
        CompletionStage<BridgeException> failed(Throwable failure, boolean writes);

        /** The answer has ended, whatever way. */
        void over();
    }
}
