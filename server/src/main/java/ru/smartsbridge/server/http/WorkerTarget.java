package ru.smartsbridge.server.http;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.workers.Worker;
import ru.smartsbridge.server.workers.WorkerHeaders;

/** A worker, which is told what this process has found out of a request and answers in the API's own form. */
record WorkerTarget(Worker worker) implements Target {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final String API = "/MobileSMARTS/api/v1";

    @Override
    public Optional<SSLContext> trust() {
        return Optional.empty();
    }

    @Override
    public Duration connectTimeout() {
        return CONNECT;
    }

    /** The worker waits for its component, and this process for the worker. */
    @Override
    public Duration idleTimeout() {
        return worker.patience();
    }

    @Override
    public Leg leg(Request request, RequestFacts facts) {
        return new WorkerLeg(worker, worker.reach(), facts);
    }

    /** One exchange with the process that serves now. */
    private record WorkerLeg(Worker worker, Worker.Reach reach, RequestFacts facts) implements Leg {
        @Override
        public URI root() {
            return URI.create(reach.root() + API);
        }

        @Override
        public Duration timeout(ApiTarget address) {
            return worker.patience();
        }

        @Override
        public void headers(HttpFields.Mutable headers) {
            headers.remove(HttpHeader.HOST);
            headers.put(RequestFacts.ID_HEADER, facts.call().requestId());
            headers.put(WorkerHeaders.TOKEN, reach.token());
            headers.put(WorkerHeaders.EXCHANGE, Long.toString(reach.exchange()));
            headers.put(
                    WorkerHeaders.ACCOUNT,
                    URLEncoder.encode(facts.call().caller().account(), StandardCharsets.UTF_8));
            headers.put(WorkerHeaders.ADDRESS, facts.call().caller().address());
            headers.put(WorkerHeaders.ORIGIN, facts.client().origin());
            if (facts.forBridge()) {
                headers.remove(HttpHeader.AUTHORIZATION);
            }
            facts.authorizationInstead().ifPresent(basic -> headers.put(HttpHeader.AUTHORIZATION, basic));
            headers.put(
                    HttpHeader.ACCEPT_LANGUAGE, facts.language().getLanguage().equals("ru") ? "ru" : "en");
        }

        /** The worker drops what has not begun, and lets the rest come to its end. */
        @Override
        public boolean endsWithClient(boolean writes) {
            return true;
        }

        @Override
        public Optional<LinkRewriting> links() {
            return Optional.empty(); // it has been told by which address it is asked
        }

        @Override
        public void answered(int status) {
            // an answer of the worker's is the answer
        }

        @Override
        public CompletionStage<BridgeException> failed(Throwable failure, boolean writes) {
            BackendFailure kind = BackendFailure.of(failure);
            String base = worker.base();
            if (kind.unreached()) {
                return CompletableFuture.completedFuture(
                        HttpTexts.error(Category.UNREACHABLE, failure, "worker.gone.before", base));
            }
            if (kind == BackendFailure.TIMEOUT) {
                reach.giveUp();
                return CompletableFuture.completedFuture(HttpTexts.error(
                        Category.TIMED_OUT, failure, writes ? "worker.timeout.write" : "worker.timeout", base));
            }
            return reach.outcome()
                    .thenApply(outcome -> outcome == Worker.Outcome.NOTHING_HAPPENED
                            ? HttpTexts.error(Category.UNREACHABLE, failure, "worker.gone.before", base)
                            : HttpTexts.error(
                                    Category.BACKEND_FAILED,
                                    failure,
                                    writes ? "worker.gone.write" : "worker.gone",
                                    base));
        }

        @Override
        public void over() {
            reach.over();
        }
    }
}
