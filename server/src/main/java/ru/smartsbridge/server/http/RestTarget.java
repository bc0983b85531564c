package ru.smartsbridge.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.workers.WorkerHeaders;

/** A Mobile SMARTS server. */
record RestTarget(String base, Forwarding forwarding) implements Target {
    private static final String STANDARD = "/MobileSMARTS/api/v1";
    private static final int UNAUTHORIZED = 401;

    @Override
    public Optional<SSLContext> trust() {
        return forwarding.trust();
    }

    @Override
    public Duration connectTimeout() {
        return forwarding.connectTimeout();
    }

    @Override
    public Duration idleTimeout() {
        return forwarding.idleTimeout();
    }

    @Override
    public Leg leg(Request request, RequestFacts facts) {
        Optional<String> host =
                forwarding.keepsClientHost() ? ClientHost.of(request, facts.client()) : Optional.empty();
        Optional<String> own = forwarding.authorization();
        return new RestLeg(
                this,
                own,
                own.or(facts::authorizationInstead),
                facts.forBridge(),
                host,
                forwarding.rewritesLinks() ? Optional.of(inTheClientsWords(request, facts, host)) : Optional.empty(),
                facts.call().requestId());
    }

    /** What the backend may call itself: by its own host or the one it was asked by, and whatever path it was asked at [doc]. */
    private Supplier<LinkRewriting> inTheClientsWords(Request request, RequestFacts facts, Optional<String> host) {
        URI root = forwarding.root();
        ApiTarget address = (ApiTarget) request.getAttribute(Gate.TARGET);
        List<String> addresses = new ArrayList<>();
        for (String authority : List.of(root.getRawAuthority(), host.orElse(root.getRawAuthority()))) {
            for (String path : List.of(root.getRawPath(), STANDARD)) {
                addresses.add(root.getScheme() + "://" + authority + path);
            }
        }
        String instead = facts.client().origin() + "/" + address.step() + "/api/v1";
        return () -> new LinkRewriting(addresses, instead);
    }

    /** One request to it, in a session of the bridge's or as the client authorises himself. */
    private record RestLeg(
            RestTarget target,
            Optional<String> own,
            Optional<String> authorization,
            boolean nobodys,
            Optional<String> host,
            Optional<Supplier<LinkRewriting>> rewriting,
            String requestId)
            implements Leg {
        @Override
        public URI root() {
            return target.forwarding.root();
        }

        @Override
        public Duration timeout(ApiTarget address) {
            return address.ends() ? target.forwarding.endTimeout() : target.forwarding.requestTimeout();
        }

        @Override
        public void headers(HttpFields.Mutable headers) {
            headers.getFieldNamesCollection().stream()
                    .filter(RestLeg::ofWorkers)
                    .toList()
                    .forEach(headers::remove);
            headers.remove(HttpHeader.HOST); // where none is put, the client library puts that of the backend's address
            if (rewriting.isPresent()) {
                headers.remove(HttpHeader.ACCEPT_ENCODING); // what is compressed cannot be looked into
            }
            host.ifPresent(value -> headers.put(HttpHeader.HOST, value));
            headers.put(RequestFacts.ID_HEADER, requestId);
            if (nobodys) {
                headers.remove(HttpHeader.AUTHORIZATION);
            }
            authorization.ifPresent(value -> headers.put(HttpHeader.AUTHORIZATION, value));
        }

        private static boolean ofWorkers(String name) {
            return name.regionMatches(true, 0, WorkerHeaders.PREFIX, 0, WorkerHeaders.PREFIX.length());
        }

        /** What a backend makes of a write whose client has gone is not known, so that is let to its end. */
        @Override
        public boolean endsWithClient(boolean writes) {
            return !writes;
        }

        @Override
        public Optional<LinkRewriting> links() {
            return rewriting.map(Supplier::get);
        }

        @Override
        public void answered(int status) {
            if (status == UNAUTHORIZED) {
                own.ifPresent(target.forwarding::rejected);
            }
        }

        @Override
        public CompletionStage<BridgeException> failed(Throwable failure, boolean writes) {
            return CompletableFuture.completedFuture(error(failure, writes));
        }

        private BridgeException error(Throwable failure, boolean writes) {
            String base = target.base;
            String suffix = writes ? ".write" : "";
            return switch (BackendFailure.of(failure)) {
                case CONNECT_TIMEOUT ->
                    HttpTexts.error(Category.UNREACHABLE, failure, "backend.connectTimeout", base, root());
                case UNKNOWN_HOST ->
                    HttpTexts.error(Category.UNREACHABLE, failure, "backend.host", base, root().getHost());
                case REFUSED -> HttpTexts.error(Category.UNREACHABLE, failure, "backend.refused", base, root());
                case TLS -> HttpTexts.error(Category.UNREACHABLE, failure, "backend.tls", base, root());
                case TIMEOUT -> HttpTexts.error(Category.TIMED_OUT, failure, "backend.timeout" + suffix, base);
                case ENDED -> HttpTexts.error(Category.BACKEND_FAILED, failure, "backend.ended" + suffix, base);
                case OTHER -> HttpTexts.error(Category.BACKEND_FAILED, failure, "backend.failed" + suffix, base);
            };
        }

        @Override
        public void over() {
            // nothing is kept of it
        }
    }
}
