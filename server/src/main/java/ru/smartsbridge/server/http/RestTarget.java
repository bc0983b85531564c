package ru.smartsbridge.server.http;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
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
        return new RestLeg(this, forwarding.authorization(), host, facts.call().requestId());
    }

    /** One request to it, in a session of the bridge's or as the client authorises himself. */
    private record RestLeg(RestTarget target, Optional<String> authorization, Optional<String> host, String requestId)
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
            host.ifPresent(value -> headers.put(HttpHeader.HOST, value));
            headers.put(RequestFacts.ID_HEADER, requestId);
            authorization.ifPresent(value -> headers.put(HttpHeader.AUTHORIZATION, value));
        }

        private static boolean ofWorkers(String name) {
            return name.regionMatches(true, 0, WorkerHeaders.PREFIX, 0, WorkerHeaders.PREFIX.length());
        }

        @Override
        public void answered(int status) {
            if (status == UNAUTHORIZED) {
                authorization.ifPresent(target.forwarding::rejected);
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
