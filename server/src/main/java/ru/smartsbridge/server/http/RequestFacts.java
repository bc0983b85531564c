package ru.smartsbridge.server.http;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.server.access.Guest;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.config.Configuration;

/**
 * What is known of a request before anybody looks at what it asks for.
 *
 * @param call on whose behalf, and the request's id
 * @param client where it comes from
 * @param language of texts for this client
 * @param guest who was let in, in a worker by its server; empty before that
 * @param forBridge whether the login that the client showed is the bridge's own affair and goes no further
 */
record RequestFacts(Call call, ClientView client, Locale language, Optional<Guest> guest, boolean forBridge) {
    /** Attribute of the request under which they are kept. */
    static final String ATTRIBUTE = RequestFacts.class.getName();

    static final String ID_HEADER = "X-Request-ID";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:/+=@-]{1,128}");
    private static final String BASIC = "Basic ";
    private static final String BEARER = "Bearer ";

    /** Of a request that anybody may have sent. */
    static RequestFacts of(Request request, Configuration configuration) {
        ClientView client = ClientView.of(request, configuration.trustedProxies());
        Optional<Credentials> credentials = credentials(request.getHeaders().get(HttpHeader.AUTHORIZATION));
        String account = credentials.map(RequestFacts::login).orElse("");
        Caller caller = new Caller(account, client.address(), credentials);
        Call call = new Call(id(request), caller, new Presence(() -> {}));
        Locale language =
                ErrorAnswer.language(request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE), configuration.language());
        return new RequestFacts(call, client, language, Optional.empty(), false);
    }

    /** The same of somebody who was let in; whom nobody asked is who he says he is. */
    RequestFacts of(Guest admitted) {
        boolean asked = admitted.account().isPresent() || admitted.bySession();
        Call admittedCall = asked ? new Call(call.requestId(), caller(admitted), call.watch()) : call;
        return new RequestFacts(admittedCall, client, language, Optional.of(admitted), forBridge);
    }

    /** The same, where the bridge knows accounts of its own. */
    RequestFacts asked(boolean byBridge) {
        return new RequestFacts(call, client, language, guest, byBridge);
    }

    /** What a way is told: a login that was meant for the bridge only where the configuration says so. */
    RequestFacts towards(Way way) {
        if (!forBridge) {
            return this;
        }
        if (way instanceof Way.Here here && here.base().passesLogin()) {
            return asked(false);
        }
        Caller nameless = new Caller(call.caller().account(), call.caller().address(), Optional.empty());
        Call told = new Call(call.requestId(), nameless, call.watch());
        return new RequestFacts(told, client, language, guest, true);
    }

    private Caller caller(Guest admitted) {
        return new Caller(
                admitted.credentials().map(RequestFacts::login).orElse(""),
                call.caller().address(),
                admitted.credentials());
    }

    private static String login(Credentials credentials) {
        return credentials instanceof Credentials.Password password ? password.login() : "";
    }

    /** What goes on to a backend in the place of the client's own {@code Authorization}; empty: that itself. */
    Optional<String> authorizationInstead() {
        return guest.filter(admitted -> admitted.bySession() && !forBridge)
                .flatMap(Guest::credentials)
                .map(owner -> {
                    Credentials.Password password = (Credentials.Password) owner;
                    byte[] pair = (password.login() + ":" + password.password()).getBytes(StandardCharsets.UTF_8);
                    return BASIC + Base64.getEncoder().encodeToString(pair);
                });
    }

    /** Whether the client is still there. */
    Presence presence() {
        return (Presence) call.watch();
    }

    /** What the gate has found out of a request that came through to the servlets. */
    static RequestFacts of(HttpServletRequest request) {
        return (RequestFacts) request.getAttribute(ATTRIBUTE);
    }

    /** The client's own id where it is one that can stand in a log, else a new one. */
    static String id(Request request) {
        String sent = request.getHeaders().get(ID_HEADER);
        return sent != null && ID.matcher(sent).matches()
                ? sent
                : UUID.randomUUID().toString();
    }

    static Optional<Credentials> credentials(String authorization) {
        if (authorization == null) {
            return Optional.empty();
        }
        if (authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.of(new Credentials.Token(
                    authorization.substring(BEARER.length()).strip()));
        }
        if (!authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            byte[] pair = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String text = new String(pair, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(new Credentials.Password(text.substring(0, colon), text.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
