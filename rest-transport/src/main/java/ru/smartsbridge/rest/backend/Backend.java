package ru.smartsbridge.rest.backend;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.rest.error.Failures;
import ru.smartsbridge.rest.error.Refusal;
import ru.smartsbridge.rest.error.RestTexts;
import ru.smartsbridge.rest.http.Answer;
import ru.smartsbridge.rest.http.Ask;
import ru.smartsbridge.rest.http.BackendRoot;
import ru.smartsbridge.rest.http.RawAddress;
import ru.smartsbridge.rest.http.Wire;
import ru.smartsbridge.rest.session.Authorisation;

/** One server as the transport uses it: what comes back from here is a success, all else is an error. Thread-safe. */
public final class Backend implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private static final int MOST_REDIRECTS = 3;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final Wire wire;
    private final Authorisation authorisation;

    /** Owns {@code wire} from now on. */
    public Backend(Wire wire, Authorisation authorisation) {
        this.wire = wire;
        this.authorisation = authorisation;
    }

    public BackendRoot root() {
        return wire.root();
    }

    public Failures failures() {
        return wire.failures();
    }

    /**
     * Sends a request and gives the answer where it is a success (2xx); the caller closes it.
     *
     * @throws BridgeException for everything else
     */
    public Answer send(Ask ask, Call call) {
        long began = System.nanoTime();
        Answer answer = redirected(ask, call);
        try {
            LOG.debug(
                    "[{}] {} -> {} in {} ms",
                    call.requestId(),
                    ask,
                    answer.status(),
                    (System.nanoTime() - began) / 1_000_000);
            if (answer.status() >= 200 && answer.status() <= 299) {
                return answer;
            }
            throw refusal(ask, answer, call);
        } catch (BridgeException e) {
            answer.close();
            throw e;
        }
    }

    /** Sends a request whose answer says no more than that it was done. */
    public void perform(Ask ask, Call call) {
        try (Answer answer = send(ask, call)) {
            answer.finish();
        }
    }

    private Answer redirected(Ask ask, Call call) {
        Ask current = ask;
        for (int redirects = 0; ; redirects++) {
            Answer answer = authorised(current, call);
            if (!REDIRECTS.contains(answer.status())) {
                return answer;
            }
            answer.close();
            current = current.at(target(current, answer, redirects));
        }
    }

    private String target(Ask ask, Answer answer, int redirects) {
        String location = answer.header("Location").orElse("");
        URI here = URI.create(root().origin() + ask.target());
        URI there = RawAddress.resolve(here, location).orElse(null);
        boolean follow = there != null && !ask.writes() && redirects < MOST_REDIRECTS && root().serves(there);
        if (!follow) {
            String address = there == null ? location : there.toString();
            throw RestTexts.failed(null, "redirected", root(), address);
        }
        String query = there.getRawQuery();
        return query == null ? there.getRawPath() : there.getRawPath() + "?" + query;
    }

    /** A 401 means that nothing was done, so the request may go once more where its body can. */
    private Answer authorised(Ask ask, Call call) {
        Optional<String> header = authorisation.header(call.caller());
        Answer answer = wire.send(ask, header, call.requestId());
        if (answer.status() != 401 || header.isEmpty()) {
            return answer;
        }
        boolean again;
        try {
            again = authorisation.rejected(header.get());
        } catch (BridgeException e) {
            answer.close();
            throw e;
        }
        if (!again || !ask.repeatable()) {
            return answer;
        }
        answer.close();
        LOG.info("[{}] The session at {} was refused, opening another", call.requestId(), root());
        return wire.send(ask, authorisation.header(call.caller()), call.requestId());
    }

    private BridgeException refusal(Ask ask, Answer answer, Call call) {
        int status = answer.status();
        Optional<ServerError.Said> said = said(answer, call);
        Optional<String> message = said.map(ServerError.Said::message);
        if (status == 401 && authorisation.configured()) {
            LOG.warn("[{}] {} refused the configured account: {}", call.requestId(), root(), message.orElse("401"));
            String key = ask.repeatable() ? "account.refused.request" : "account.refused.stream";
            return new BridgeException(Category.BACKEND_FAILED, RestTexts.text(key, root()));
        }
        BridgeException refusal = Refusal.of(status, message, root().toString(), ask.writes());
        return said.flatMap(ServerError.Said::target).map(refusal::at).orElse(refusal);
    }

    /** A refusal stands whether or not its words arrive whole. */
    private Optional<ServerError.Said> said(Answer answer, Call call) {
        try {
            Optional<ServerError.Said> said = ServerError.said(answer, call.requestId());
            answer.finish();
            return said;
        } catch (BridgeException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            LOG.info("[{}] The {} answer broke off: {}", call.requestId(), answer.status(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        wire.close();
    }
}
