package ru.smartsbridge.server.http;

import java.io.EOFException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Result;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.jetty.BackendTransport;

/**
 * Hands requests on to a backend unparsed, asynchronously, with back-pressure both ways: path and query byte for byte,
 * any method, bodies and answers untouched; the {@code Host} is the client's or the backend's, as configured.
 *
 * <p>What the backend does not answer comes back as the API's error: 503 where nothing happened there, 502 and 504
 * otherwise. An answer that breaks off breaks off here too.
 */
final class Forwarder extends ProxyHandler.Reverse {
    private static final Logger LOG = LoggerFactory.getLogger(Forwarder.class);
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
    private static final List<String> LINKS = List.of("Location", "Content-Location", "OData-EntityId");
    private static final Pattern TEXT = Pattern.compile("(?i)json|xml|^text/");
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final int CONNECTIONS = 256;
    private static final int QUEUED = 1024;
    private static final int HEADER_BYTES = 64 << 10;
    private static final String LEG = Target.Leg.class.getName();
    private static final String ELSEWHERE = Elsewhere.class.getName();

    private final String base;
    private final Target target;

    Forwarder(String base, Target target) {
        super(Request::getHttpURI); // where to is decided below, from the raw address
        this.base = base;
        this.target = target;
    }

    /** Takes a request of which nothing could reach the backend; asked in a thread that may block. */
    interface Elsewhere {
        /** Whether it was taken; the answer is then no more the forwarder's affair. */
        boolean take(Request request, Response response, Callback callback) throws Exception;
    }

    /**
     * Hands the request on.
     *
     * @param elsewhere where it goes when nothing of it could reach the backend; empty where the client is told so
     */
    boolean forward(
            Request request, Response response, Callback callback, RequestFacts facts, Optional<Elsewhere> elsewhere) {
        String query = request.getHttpURI().getQuery();
        if (query != null && BROKEN_ESCAPE.matcher(query).find()) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.escape");
        }
        Target.Leg leg = target.leg(request, facts);
        request.setAttribute(LEG, leg);
        elsewhere.ifPresent(other -> request.setAttribute(ELSEWHERE, other));
        return handle(request, response, Callback.from(callback, leg::over));
    }

    private static boolean writes(Request request) {
        return !READS.contains(request.getMethod());
    }

    private static Target.Leg leg(Request request) {
        return (Target.Leg) request.getAttribute(LEG);
    }

    @Override
    protected HttpClient newHttpClient() {
        HttpClientTransportOverHTTP transport = BackendTransport.of(target.trust());
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
        Target.Leg leg = leg(fromClient);
        URI root = leg.root();
        String raw = root.getRawPath() + "/" + address.path() + (query == null ? "" : "?" + query);
        long idle = leg.timeout(address).toMillis();
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
        toBackend.headers(leg(fromClient)::headers);
    }

    /** {@code Forwarded} with another hop; Jetty would write a client without a {@code Host} down as {@code host=null}. */
    @Override
    protected void addForwardedHeader(Request fromClient, org.eclipse.jetty.client.Request toBackend) {
        super.addForwardedHeader(fromClient, toBackend);
        if (!fromClient.getHeaders().contains(HttpHeader.HOST)) {
            toBackend.headers(headers -> headers.put(
                    HttpHeader.FORWARDED, headers.get(HttpHeader.FORWARDED).replace(";host=null;", ";")));
        }
    }

    @Override
    protected org.eclipse.jetty.client.Request.Content newProxyToServerRequestContent(
            Request fromClient, Response toClient, org.eclipse.jetty.client.Request toBackend) {
        return new ClientBody(fromClient);
    }

    @Override
    protected org.eclipse.jetty.client.Response.CompleteListener newServerToProxyResponseListener(
            Request fromClient, org.eclipse.jetty.client.Request toBackend, Response toClient, Callback callback) {
        if (leg(fromClient).endsWithClient(writes(fromClient))) {
            RequestFacts facts = (RequestFacts) fromClient.getAttribute(RequestFacts.ATTRIBUTE);
            facts.presence().whenLeft(() -> toBackend.abort(new ClientFailure(new EOFException("it has left"))));
        }
        ClientAnswer answer = new ClientAnswer(fromClient, toClient);
        return new ProxyResponseListener(fromClient, toBackend, answer, callback) {
            @Override
            public void onHeaders(org.eclipse.jetty.client.Response fromBackend) {
                super.onHeaders(fromBackend);
                boolean rewritten = rewrite(leg(fromClient), fromBackend, toClient, answer);
                leg(fromClient).answered(fromBackend.getStatus());
                if (toBackend.getBody() instanceof ClientBody body && body.underWay()) {
                    // else it would send its next request where nobody reads it any more
                    toClient.getHeaders().put(HttpHeader.CONNECTION, "close");
                }
                boolean unknownLength = rewritten || !fromBackend.getHeaders().contains(HttpHeader.CONTENT_LENGTH);
                boolean hasBody = fromBackend.getStatus() >= 200
                        && fromBackend.getStatus() != 204
                        && fromBackend.getStatus() != 304;
                if (unknownLength && hasBody && !fromClient.getMethod().equals("HEAD")) {
                    // else an answer that breaks off looks whole to a client that closes its connections
                    toClient.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
                }
            }

            /** An answer that came whole is whole, whatever became of the rest of a request that it refused early. */
            @Override
            public void onComplete(Result result) {
                boolean early = result.getResponseFailure() == null && result.getRequestFailure() != null;
                super.onComplete(early ? new Result(result.getRequest(), result.getResponse()) : result);
            }
        };
    }

    /** Has links that lead to the backend lead to the bridge; true where the body is rewritten, so that its length is open. */
    private static boolean rewrite(
            Target.Leg leg, org.eclipse.jetty.client.Response fromBackend, Response toClient, ClientAnswer answer) {
        LinkRewriting links = leg.links().orElse(null);
        if (links == null) {
            return false;
        }
        for (String name : LINKS) {
            String link = toClient.getHeaders().get(name);
            if (link != null) {
                toClient.getHeaders().put(name, links.of(link));
            }
        }
        String type = fromBackend.getHeaders().get(HttpHeader.CONTENT_TYPE);
        boolean body = type != null
                && TEXT.matcher(type).find()
                && !fromBackend.getHeaders().contains(HttpHeader.CONTENT_ENCODING);
        if (body) {
            answer.rewriting(links);
            toClient.getHeaders().remove(HttpHeader.CONTENT_LENGTH);
        }
        return body;
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
        if (facts.presence().left()) {
            callback.failed(failure); // nobody is there to be told
            return;
        }
        if (toClient.isCommitted()) {
            boolean left = ErrorAnswer.find(failure, ClientFailure.class) != null; // which is no trouble
            LOG.atLevel(left ? Level.DEBUG : Level.WARN)
                    .log(
                            "{}: the answer of base {} broke off: {}",
                            facts.call().requestId(),
                            base,
                            ErrorAnswer.brief(failure));
            BrokenAnswer.showTo(fromClient);
            callback.failed(new Request.Handler.AbortException(failure));
            return;
        }
        Object elsewhere = fromClient.getAttribute(ELSEWHERE);
        if (elsewhere != null && BackendFailure.of(failure).unreached()) {
            fromClient.removeAttribute(ELSEWHERE);
            getServer().getThreadPool().execute(() -> {
                if (!taken((Elsewhere) elsewhere, fromClient, toClient, callback)) {
                    tell(fromClient, toClient, callback, failure);
                }
            });
            return;
        }
        tell(fromClient, toClient, callback, failure);
    }

    private static boolean taken(Elsewhere elsewhere, Request fromClient, Response toClient, Callback callback) {
        RequestFacts facts = (RequestFacts) fromClient.getAttribute(RequestFacts.ATTRIBUTE);
        try {
            return elsewhere.take(fromClient, toClient, callback);
        } catch (BridgeException e) {
            JettyErrors.write(
                    toClient, ErrorAnswer.of(e, facts.language(), facts.call().requestId()), callback);
            return true;
        } catch (Exception e) {
            callback.failed(e);
            return true;
        }
    }

    private static void tell(Request fromClient, Response toClient, Callback callback, Throwable failure) {
        RequestFacts facts = (RequestFacts) fromClient.getAttribute(RequestFacts.ATTRIBUTE);
        toClient.reset();
        toClient.getHeaders().put(RequestFacts.ID_HEADER, facts.call().requestId());
        ClientFailure ofClient = ErrorAnswer.find(failure, ClientFailure.class);
        CompletionStage<BridgeException> error = ofClient == null
                ? leg(fromClient).failed(failure, writes(fromClient))
                : CompletableFuture.completedFuture(ofClient.error());
        error.thenAccept(told -> JettyErrors.write(
                toClient, ErrorAnswer.of(told, facts.language(), facts.call().requestId()), callback));
    }
}
