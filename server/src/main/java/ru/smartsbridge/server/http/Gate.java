package ru.smartsbridge.server.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.config.Configuration;

/**
 * What stands in front of every request, on the forwarded and on the typed path alike: its id, its limits, its count,
 * and the fork between the two.
 */
final class Gate extends Handler.Wrapper {
    /** Attribute of a request for the API: the {@link ApiTarget}. */
    static final String TARGET = ApiTarget.class.getName();

    /** Tells that the answer does not come from a real base. */
    static final String BASE_HEADER = "X-Smarts-Bridge-Base";

    private static final String SANDBOX = "sandbox";
    /** What Jetty puts where the bytes of an address are not UTF-8. */
    private static final char NOT_UTF8 = '\uFFFD';

    private final Bases bases;
    private final Configuration configuration;
    private final Metrics metrics;
    private final Map<String, Forwarder> forwarders;

    Gate(Bases bases, Configuration configuration, Metrics metrics, Map<String, Forwarder> forwarders) {
        this.bases = bases;
        this.configuration = configuration;
        this.metrics = metrics;
        this.forwarders = forwarders;
    }

    @Override
    protected void doStart() throws Exception {
        for (Forwarder forwarder : forwarders.values()) {
            forwarder.setServer(getServer());
            addBean(forwarder, true);
        }
        super.doStart();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestFacts facts = RequestFacts.of(request, configuration);
        request.setAttribute(RequestFacts.ATTRIBUTE, facts);
        response.getHeaders().put(RequestFacts.ID_HEADER, facts.call().requestId());
        try {
            return pass(request, response, callback, facts);
        } catch (BridgeException e) {
            JettyErrors.write(
                    response, ErrorAnswer.of(e, facts.language(), facts.call().requestId()), callback);
            return true;
        }
    }

    private boolean pass(Request request, Response response, Callback callback, RequestFacts facts) throws Exception {
        String path = request.getHttpURI().getPath();
        requireReadable(path);
        requireReadable(request.getHttpURI().getQuery());
        Optional<ApiTarget> target = path == null ? Optional.empty() : ApiTarget.of(path, bases);
        if (request.getLength() > configuration.limits().body()) {
            throw HttpTexts.error(
                    Category.TOO_LARGE, "body.large", configuration.limits().body());
        }
        LimitedRequest limited =
                new LimitedRequest(request, configuration.limits().body());
        if (target.isEmpty()) {
            return super.handle(limited, response, callback);
        }
        return toBase(limited, response, callback, facts, target.get());
    }

    private boolean toBase(Request request, Response response, Callback callback, RequestFacts facts, ApiTarget target)
            throws Exception {
        Base base = target.base()
                .orElseThrow(() -> HttpTexts.error(
                        Category.NOT_FOUND,
                        "base.unknown",
                        target.step(),
                        String.join(", ", bases.all().stream().map(Base::name).toList())));
        if (target.leadsAway()) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.dots");
        }
        request.setAttribute(TARGET, target);
        if (base.kind().equals(SANDBOX)) {
            response.getHeaders().put(BASE_HEADER, SANDBOX);
        }
        Forwarder forwarder = forwarders.get(base.name());
        long begun = System.nanoTime();
        Request.addCompletionListener(
                request,
                failure -> metrics.answered(
                        base.name(),
                        forwarder != null,
                        failure == null ? response.getStatus() : 0,
                        System.nanoTime() - begun,
                        TimeUnit.NANOSECONDS));
        return forwarder == null
                ? super.handle(request, response, callback)
                : forwarder.forward(request, response, callback, facts);
    }

    private static void requireReadable(String raw) {
        if (raw != null && raw.indexOf(NOT_UTF8) >= 0) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.utf8");
        }
    }
}
