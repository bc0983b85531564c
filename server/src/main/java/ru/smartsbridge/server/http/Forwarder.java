package ru.smartsbridge.server.http;

import java.io.EOFException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/**
 * Hands requests on to a backend unparsed, asynchronously, with back-pressure both ways: path and query byte for byte,
 * any method, bodies and answers untouched.
 *
 * <p>What the backend does not answer comes back as the API's error: 503 where nothing happened there, 502 and 504
 * otherwise. An answer that breaks off breaks off here too.
 */
final class Forwarder extends ProxyHandler.Reverse {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int CONNECTIONS = 256;
    private static final int QUEUED = 1024;
    private static final int HEADER_BYTES = 64 << 10;
    private static final String AUTHORIZATION = Forwarder.class.getName() + ".authorization";

    private final String base;
    private final Forwarding target;

    Forwarder(String base, Forwarding target) {
        super(Request::getHttpURI); // where to is decided below, from the raw address
        this.base = base;
        this.target = target;
    }

    /** Hands the request on; its session with the backend is opened or refreshed first where it needs one. */
    boolean forward(Request request, Response response, Callback callback, RequestFacts facts) {
        String query = request.getHttpURI().getQuery();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.escape");
        }
        Optional<String> authorization = target.authorization();
        authorization.ifPresent(value -> request.setAttribute(AUTHORIZATION, value));
        return handle(request, response, callback);
    }

    @Override
    protected HttpClient newHttpClient() {
        SslContextFactory.Client trust = new SslContextFactory.Client();
        target.trust().ifPresent(trust::setSslContext);
        ClientConnector connector = new LastWordConnector();
        connector.setSslContextFactory(trust);
        connector.setSelectors(1);
        HttpClientTransportDynamic transport = new HttpClientTransportDynamic(connector);
        // Answers are handed on without ever waiting, so the thread that finds them readable may do it itself:
        // waking another one for each costs more than the handing on.
        transport.setInvocationType(InvocationType.NON_BLOCKING);
        return new HttpClient(transport);
    }

    @Override
    protected void configureHttpClient(HttpClient client) {
        super.configureHttpClient(client);
        client.setName("forward-" + base);
        client.setUserAgentField(null);
        client.setDefaultRequestContentType(null);
        client.setConnectTimeout(target.connectTimeout().toMillis());
        client.setIdleTimeout(target.idleTimeout().toMillis());
        client.setMaxConnectionsPerDestination(CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(QUEUED);
        client.setMaxRequestHeadersSize(HEADER_BYTES);
        client.setMaxResponseHeadersSize(HEADER_BYTES);
    }

    @Override
    protected org.eclipse.jetty.client.Request newProxyToServerRequest(Request fromClient, HttpURI ignored) {
        ApiTarget address = (ApiTarget) fromClient.getAttribute(Gate.TARGET);
        String query = fromClient.getHttpURI().getQuery();
        URI root = target.root();
        String raw = root.getRawPath() + "/" + address.path() + (query == null ? "" : "?" + query);
        long idle = (address.ends() ? target.endTimeout() : target.requestTimeout()).toMillis();
        return toBackend(root, ascii(raw)).method(fromClient.getMethod()).idleTimeout(idle, TimeUnit.MILLISECONDS);
    }

    /** A path that {@link URI} refuses ({@code |}, {@code "}) goes as it is. */
    private org.eclipse.jetty.client.Request toBackend(URI root, String raw) {
        String server = root.getScheme() + "://" + root.getRawAuthority();
        try {
            return getHttpClient().newRequest(new URI(server + raw));
        } catch (URISyntaxException e) {
            return getHttpClient().newRequest(URI.create(server + "/")).path(raw);
        }
    }

    /** Letters that came raw go percent-encoded, since a request line is ASCII; nothing else changes. */
    private static String ascii(String raw) {
        byte[] bytes = raw.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == raw.length()) {
            return raw;
        }
        StringBuilder ascii = new StringBuilder(bytes.length * 3);
        for (byte b : bytes) {
            if (b >= 0) {
                ascii.append((char) b);
            } else {
                ascii.append('%').append(String.format("%02X", b & 0xFF));
            }
        }
        return ascii.toString();
    }

    @Override
    protected void copyRequestHeaders(Request fromClient, org.eclipse.jetty.client.Request toBackend) {
        super.copyRequestHeaders(fromClient, toBackend);
        RequestFacts facts = (RequestFacts) fromClient.getAttribute(RequestFacts.ATTRIBUTE);
        Object authorization = fromClient.getAttribute(AUTHORIZATION);
        toBackend.headers(headers -> {
            if (!target.keepsClientHost()) {
                headers.remove(HttpHeader.HOST); // the backend's own, as its address has it
            }
            headers.put(RequestFacts.ID_HEADER, facts.call().requestId());
            if (authorization != null) {
                headers.put(HttpHeader.AUTHORIZATION, authorization.toString());
            }
        });
    }

    @Override
    protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
            Request fromClient, org.eclipse.jetty.client.Request toBackend, Response toClient, Callback callback) {
        return new ProxyResponseListener(fromClient, toBackend, toClient, callback) {
            @Override
            public void onHeaders(org.eclipse.jetty.client.Response fromBackend) {
                super.onHeaders(fromBackend);
                Object authorization = fromClient.getAttribute(AUTHORIZATION);
                if (fromBackend.getStatus() == UNAUTHORIZED && authorization != null) {
                    target.rejected(authorization.toString());
                }
                boolean unknownLength = !fromBackend.getHeaders().contains(HttpHeader.CONTENT_LENGTH);
                boolean body = fromBackend.getStatus() >= 200
                        && fromBackend.getStatus() != 204
                        && fromBackend.getStatus() != 304;
                if (unknownLength && body && !fromClient.getMethod().equals("HEAD")) {
                    // else an answer that breaks off looks whole to a client that closes its connections
                    toClient.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
                }
            }
        };
    }

    @Override
    protected void onServerToProxyResponseFailure(
            Request fromClient,
            org.eclipse.jetty.client.Request toBackend,
            org.eclipse.jetty.client.Response fromBackend,
            Response toClient,
            Callback callback,
            Throwable failure) {
        RequestFacts facts = (RequestFacts) fromClient.getAttribute(RequestFacts.ATTRIBUTE);
        if (toClient.isCommitted()) {
            LOG.atLevel(failure instanceof EofException ? Level.DEBUG : Level.WARN) // a client that left is no trouble
                    .log(
                            "{}: the answer of base {} broke off: {}",
                            facts.call().requestId(),
                            base,
                            ErrorAnswer.brief(failure));
            BrokenAnswer.showTo(fromClient);
            callback.failed(new Request.Handler.AbortException(failure));
            return;
        }
        toClient.reset();
        toClient.getHeaders().put(RequestFacts.ID_HEADER, facts.call().requestId());
        BridgeException error = fromClient.getAttribute(LimitedRequest.CLIENT_FAILURE) instanceof Throwable clients
                ? clientsError(clients)
                : error(failure, !READS.contains(fromClient.getMethod()));
        JettyErrors.write(
                toClient, ErrorAnswer.of(error, facts.language(), facts.call().requestId()), callback);
    }

    /** What went wrong on the client's side is not the backend's fault. */
    private static BridgeException clientsError(Throwable failure) {
        return failure instanceof TimeoutException
                ? HttpTexts.error(Category.TOO_SLOW, "status.408")
                : HttpTexts.error(Category.INVALID_REQUEST, "client.broken");
    }

    private BridgeException error(Throwable failure, boolean writes) {
        if (failure instanceof HttpException ofClient) { // what the backend does wrong comes wrapped
            return ofClient.getCode() == TOO_LARGE
                    ? HttpTexts.error(Category.TOO_LARGE, "status.413")
                    : HttpTexts.error(Category.INVALID_REQUEST, "client.broken");
        }
        if (failure instanceof SocketTimeoutException) {
            return HttpTexts.error(Category.UNREACHABLE, failure, "backend.connectTimeout", base, target.root());
        }
        if (failure instanceof TimeoutException) {
            return HttpTexts.error(
                    Category.TIMED_OUT, failure, writes ? "backend.timeout.write" : "backend.timeout", base);
        }
        if (failure instanceof UnknownHostException || failure instanceof UnresolvedAddressException) {
            return HttpTexts.error(
                    Category.UNREACHABLE,
                    failure,
                    "backend.host",
                    base,
                    target.root().getHost());
        }
        if (failure instanceof ConnectException) {
            return HttpTexts.error(Category.UNREACHABLE, failure, "backend.refused", base, target.root());
        }
        if (ErrorAnswer.find(failure, SSLException.class) != null) {
            return HttpTexts.error(Category.UNREACHABLE, failure, "backend.tls", base, target.root());
        }
        boolean ended = failure instanceof EOFException;
        String key = (ended ? "backend.ended" : "backend.failed") + (writes ? ".write" : "");
        return HttpTexts.error(Category.BACKEND_FAILED, failure, key, base);
    }
}
