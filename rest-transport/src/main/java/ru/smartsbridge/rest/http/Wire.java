package ru.smartsbridge.rest.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.AsyncRequestContent;
import org.eclipse.jetty.client.BytesRequestContent;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Request;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ScheduledExecutorScheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.jetty.BackendTransport;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.RestTexts;

/**
 * The connections to one server and the sending of single requests over them, with no opinion about statuses.
 *
 * <p>Thread-safe. Its threads start with the first request, are daemons and carry the base's name.
 */
public final class Wire implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wire.class);

    /** For callbacks only, which do not block: callers wait on threads of their own. */
    private static final int THREADS = 16;

    private static final long STOP_MILLIS = 2_000;

    private final BackendRoot root;
    private final Patience patience;
    private final Failures failures;
    private final HttpClient client;
    private boolean started;
    private boolean closed;

    /** Connections of at most {@code connections}; {@code trust} empty: Java's own. */
    public Wire(String base, BackendRoot root, Patience patience, Optional<SSLContext> trust, int connections) {
        this.root = root;
        this.patience = patience;
        this.failures = new Failures(root.toString());
        this.client = client("rest-" + base, trust);
        client.setConnectTimeout(patience.connect().toMillis());
        client.setAddressResolutionTimeout(patience.connect().toMillis());
        client.setMaxConnectionsPerDestination(connections);
    }

    private static HttpClient client(String name, Optional<SSLContext> trust) {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 1);
        threads.setName(name);
        threads.setDaemon(true);
        threads.setStopTimeout(STOP_MILLIS);
        HttpClient client = new HttpClient(BackendTransport.of(trust));
        client.setName(name);
        client.setExecutor(threads);
        client.setScheduler(new ScheduledExecutorScheduler(name + "-scheduler", true));
        client.setHttpCookieStore(new HttpCookieStore.Empty());
        client.setFollowRedirects(false);
        client.setUserAgentField(null);
        return client;
    }

    public BackendRoot root() {
        return root;
    }

    public Patience patience() {
        return patience;
    }

    public Failures failures() {
        return failures;
    }

    /**
     * Sends one request and waits for its answer to begin. A GET whose connection the server had closed is sent once
     * more: nothing can have come of it.
     *
     * @param authorization value of {@code Authorization}
     * @param requestId {@code ""} where there is none
     * @throws BridgeException where no answer begins
     */
    public Answer send(Ask ask, Optional<String> authorization, String requestId) {
        if (Thread.currentThread().isInterrupted()) {
            throw Failures.interrupted(new InterruptedException("before it was sent"));
        }
        Exchange first = exchange(ask, authorization, requestId);
        try {
            return perform(first, ask);
        } catch (BridgeException e) {
            if (ask.writes() || !first.closedUnanswered()) {
                throw e;
            }
            LOG.debug("{} [{}]: the connection was closed before an answer, once more", ask, requestId);
            return perform(exchange(ask, authorization, requestId), ask);
        }
    }

    private Exchange exchange(Ask ask, Optional<String> authorization, String requestId) {
        Request request = running()
                .newRequest(URI.create("http://backend"))
                .scheme(root.scheme())
                .host(root.host())
                .port(root.port())
                .method(ask.method())
                .path(ask.target())
                .followRedirects(false)
                .idleTimeout(0, TimeUnit.MILLISECONDS)
                .headers(headers -> {
                    headers.put(HttpHeader.ACCEPT, ask.accept());
                    headers.put(HttpHeader.ACCEPT_ENCODING, "gzip");
                    headers.put(HttpHeader.USER_AGENT, "smarts-bridge");
                    authorization.ifPresent(value -> headers.put(HttpHeader.AUTHORIZATION, value));
                    if (!requestId.isEmpty()) {
                        headers.put("X-Request-ID", requestId);
                    }
                });
        return new Exchange(request, ask, patience, failures);
    }

    private Answer perform(Exchange exchange, Ask ask) {
        if (ask.body() instanceof Body.Streamed streamed) {
            return stream(exchange, ask, streamed.writer());
        }
        if (ask.body() instanceof Body.Bytes bytes) {
            exchange.body(new BytesRequestContent(bytes.type(), bytes.content()));
        }
        exchange.start();
        return exchange.answer(patience.untilAnswer(ask));
    }

    private Answer stream(Exchange exchange, Ask ask, Body.Writer writer) {
        AsyncRequestContent content = new AsyncRequestContent("application/json");
        exchange.body(content);
        exchange.start();
        BodyStream body = new BodyStream(exchange, content);
        try {
            writer.writeTo(body);
            body.finish();
        } catch (BodyStream.AnsweredEarly e) {
            LOG.debug("{}: {}", ask, e.getMessage());
            exchange.leaveBody();
            return exchange.answer(patience.untilAnswer(ask));
        } catch (IOException e) {
            exchange.abort(e);
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            exchange.abort(e);
            throw e;
        }
        return exchange.answer(patience.untilAnswer(ask));
    }

    private synchronized HttpClient running() {
        if (closed) {
            throw new BridgeException(Category.UNREACHABLE, RestTexts.text("closing", root));
        }
        if (!started) {
            try {
                client.start();
            } catch (Exception e) {
                throw new BridgeException(Category.INTERNAL, RestTexts.text("start", root, e.getMessage()), e);
            }
            // redirects, challenges and packing are decided here, the same whatever else is on the class path
            client.getProtocolHandlers().clear();
            client.getContentDecoderFactories().clear();
            started = true;
        }
        return client;
    }

    /** Breaks what is under way and ends the threads. */
    @Override
    public synchronized void close() {
        closed = true;
        try {
            client.stop();
        } catch (Exception e) {
            LOG.warn("The connections to {} did not end in order", root, e);
        }
    }
}
