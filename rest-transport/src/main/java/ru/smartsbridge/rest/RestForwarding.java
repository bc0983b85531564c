package ru.smartsbridge.rest;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.rest.session.Authorisation;

/** What the server needs to hand requests on unparsed: the same address, account, trust and patience as the typed calls. */
record RestForwarding(RestSettings settings, Authorisation authorisation, Optional<SSLContext> trust)
        implements Forwarding {
    @Override
    public URI root() {
        return settings.root().uri();
    }

    @Override
    public boolean keepsClientHost() {
        return settings.clientHost();
    }

    @Override
    public boolean rewritesLinks() {
        return settings.rewritesLinks();
    }

    @Override
    public Optional<String> authorization() {
        return authorisation.header(Caller.BRIDGE);
    }

    @Override
    public void rejected(String authorization) {
        authorisation.rejected(authorization);
    }

    @Override
    public Duration connectTimeout() {
        return settings.patience().connect();
    }

    @Override
    public Duration requestTimeout() {
        return settings.patience().request();
    }

    @Override
    public Duration endTimeout() {
        return settings.patience().end();
    }

    @Override
    public Duration idleTimeout() {
        return settings.patience().idle();
    }

    /** Without the account. */
    @Override
    public String toString() {
        return "forwarding to " + settings.root();
    }
}
