package ru.smartsbridge.server.http;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.server.access.Access;
import ru.smartsbridge.server.access.Guest;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.Passage;
import ru.smartsbridge.server.bases.ServedBase;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.running.RunningNote;

/**
 * What stands in front of every request, on the forwarded and on the typed path alike: its id, its limits, its count,
 * and the fork between the two.
 */
final class Gate extends Handler.Wrapper {
    /** Attribute of a request for the API: the {@link ApiTarget}. */
    static final String TARGET = ApiTarget.class.getName();
    /** Attribute of a request that typed calls answer: the {@link Base}. */
    static final String HERE = Base.class.getName();

    /** Attribute of a request for a session that the bridge itself opens: the {@link Way} of its base. */
    static final String SESSION = SessionAddress.class.getName();

    /** Tells that the answer does not come from a real base. */
    static final String BASE_HEADER = "X-Smarts-Bridge-Base";

    private static final String SANDBOX = "sandbox";
    /** What Jetty puts where the bytes of an address are not UTF-8. */
    private static final char NOT_UTF8 = '\uFFFD';

    private final Bases bases;
    private final Configuration configuration;
    private final Front front;
    private final Metrics metrics;
    private volatile Onlookers onlookers = Onlookers.none();
    private final Access access;
    private final Departures departures;
    private final Map<Way, Forwarder> forwarders = new IdentityHashMap<>();

    Gate(Bases bases, Configuration configuration, Front front, Metrics metrics, Access access, Departures departures) {
        this.bases = bases;
        this.configuration = configuration;
        this.front = front;
        this.metrics = metrics;
        this.access = access;
        this.departures = departures;
        addBean(departures, true);
    }

    /** Has others look on from now on. */
    void seenBy(Onlookers others) {
        onlookers = others;
    }

    /** The one of a way that requests are handed on by; made when it is first asked for, since ways are opened late. */
    private Optional<Forwarder> forwarder(ServedBase base, Way way) throws Exception {
        Optional<Target> target = way instanceof Way.InWorker inWorker
                ? Optional.of(new WorkerTarget(inWorker.worker()))
                : ((Way.Here) way).base().forwarding().map(forwarding -> new RestTarget(base.name(), forwarding));
        if (target.isEmpty()) {
            return Optional.empty();
        }
        synchronized (forwarders) {
            Forwarder known = forwarders.get(way);
            if (known == null) {
                stopThoseOfFormerWays();
                known = new Forwarder(base.name(), target.get());
                known.setServer(getServer());
                addBean(known, true);
                known.start();
                forwarders.put(way, known);
            }
            return Optional.of(known);
        }
    }

    private void stopThoseOfFormerWays() throws Exception {
        Set<Way> open = Collections.newSetFromMap(new IdentityHashMap<>());
        open.addAll(bases.ways());
        for (Way former : List.copyOf(forwarders.keySet())) {
            if (!open.contains(former)) {
                Forwarder forwarder = forwarders.remove(former);
                forwarder.stop();
                removeBean(forwarder);
            }
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        RequestFacts facts;
        try {
            facts = front.facts(request);
        } catch (BridgeException e) {
            JettyErrors.write(response, ErrorAnswer.of(e, configuration.language(), ""), callback);
            return true;
        }
        request.setAttribute(RequestFacts.ATTRIBUTE, facts);
        response.getHeaders().put(RequestFacts.ID_HEADER, facts.call().requestId());
        departures.heed(request, facts.presence());
        try {
            return pass(request, response, callback, facts);
        } catch (BridgeException e) {
            JettyErrors.write(
                    response, ErrorAnswer.of(e, facts.language(), facts.call().requestId()), callback);
            return true;
        }
    }

    private boolean pass(Request request, Response response, Callback callback, RequestFacts unknown) throws Exception {
        RequestFacts stranger = unknown.asked(access.knowsAccounts());
        String path = request.getHttpURI().getPath();
        requireReadable(path);
        requireReadable(request.getHttpURI().getQuery());
        Optional<ApiTarget> target = path == null ? Optional.empty() : ApiTarget.of(path, bases);
        boolean fromInside = stranger.guest().isPresent() || InsideDoor.was(request);
        if (!fromInside) {
            AskedName.requireOwn(request, configuration.access());
            ForeignPages.refuse(
                    request, stranger.client(), configuration.access().origins());
        }
        boolean settled = fromInside || isOpen(path, target, request);
        RequestFacts facts = settled ? stranger : admitted(stranger, target);
        request.setAttribute(RequestFacts.ATTRIBUTE, facts);
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

    /** Whether it is for whoever comes: to open a session, to ask whether the bridge lives, or with a secret of its run. */
    private static boolean isOpen(String path, Optional<ApiTarget> target, Request request) {
        if (target.isPresent()) {
            return target.get().opensSession();
        }
        if (path == null || !path.equals(request.getHttpURI().getCanonicalPath())) {
            return false; // what is routed by another path than it shows
        }
        return path.startsWith("/health/")
                || request.getHeaders().contains(RunningNote.HEADER) && path.startsWith("/admin/");
    }

    private RequestFacts admitted(RequestFacts stranger, Optional<ApiTarget> target) {
        Guest guest = access.admit(stranger.call().caller().credentials());
        target.flatMap(ApiTarget::base).map(ServedBase::name).ifPresent(guest::requireBase);
        return stranger.of(guest);
    }

    private boolean toBase(Request request, Response response, Callback callback, RequestFacts facts, ApiTarget target)
            throws Exception {
        ServedBase base = target.base().orElseThrow(() -> HttpTexts.unknownBase(target.step(), bases));
        if (target.leadsAway()) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.dots");
        }
        request.setAttribute(TARGET, target);
        OneRequest one = new OneRequest(base, target, base.enter(request.getMethod(), target.path()));
        Onlookers watching = onlookers;
        Optional<PassingBy> passing = InsideDoor.was(request)
                ? Optional.empty()
                : PassingBy.begin(watching.of(base.name()), watching.room(), request.getMethod(), target.path());
        Request.addCompletionListener(request, failure -> {
            // what is left of a request unread is no concern of its answer
            boolean whole = failure == null || response.isCompletedSuccessfully();
            int status = whole ? response.getStatus() : 0;
            ended(one, request, status);
            passing.ifPresent(
                    seen -> seen.ended(request, response, facts, target.path(), status, System.nanoTime() - one.since));
        });
        Request seenRequest = passing.map(seen -> seen.request(request)).orElse(request);
        Response seenResponse =
                passing.map(seen -> seen.response(request, response)).orElse(response);
        return toBase(seenRequest, seenResponse, callback, facts, one, one.passage.way());
    }

    /** One request for a base: what it is for, since when, and by which way. */
    private static final class OneRequest {
        private final ServedBase base;
        private final ApiTarget target;
        private final Passage passage;
        private final long since = System.nanoTime();
        private volatile Way way;

        private OneRequest(ServedBase base, ApiTarget target, Passage passage) {
            this.base = base;
            this.target = target;
            this.passage = passage;
        }
    }

    private boolean toBase(
            Request request, Response response, Callback callback, RequestFacts known, OneRequest one, Way way)
            throws Exception {
        one.way = way;
        RequestFacts facts = known.towards(way);
        request.setAttribute(RequestFacts.ATTRIBUTE, facts);
        if (way.kind().equals(SANDBOX)) {
            response.getHeaders().put(BASE_HEADER, SANDBOX);
        }
        Optional<Forwarder> forwarder = forwarder(one.base, way);
        if (one.target.opensSession()
                && (access.knowsAccounts() || !(way instanceof Way.Here) || forwarder.isEmpty())) {
            request.setAttribute(SESSION, way);
            return super.handle(request, response, callback);
        }
        if (forwarder.isEmpty()) {
            request.setAttribute(HERE, ((Way.Here) way).base());
            return super.handle(request, response, callback);
        }
        Forwarder.Elsewhere elsewhere = (again, toClient, toComplete) -> {
            Optional<Way> instead = one.passage.instead(way);
            return instead.isPresent() && toBase(again, toClient, toComplete, known, one, instead.get());
        };
        return forwarder.get().forward(request, response, callback, facts, Optional.of(elsewhere));
    }

    /** @param status 0 where the answer was broken off */
    private void ended(OneRequest one, Request request, int status) {
        Way way = one.way;
        boolean forwarded =
                way instanceof Way.Here here && here.base().forwarding().isPresent();
        one.passage.ended(forwarded, status);
        if (InsideDoor.was(request)) {
            return; // no client's
        }
        metrics.answered(
                one.base.name(),
                forwarded ? "forwarded" : way instanceof Way.InWorker ? "worker" : "typed",
                status,
                System.nanoTime() - one.since,
                TimeUnit.NANOSECONDS);
    }

    private static void requireReadable(String raw) {
        if (raw != null && raw.indexOf(NOT_UTF8) >= 0) {
            throw HttpTexts.error(Category.INVALID_REQUEST, "address.utf8");
        }
    }
}
