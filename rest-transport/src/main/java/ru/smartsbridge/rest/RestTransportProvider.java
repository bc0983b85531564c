package ru.smartsbridge.rest;

import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.rest.backend.Backend;
import ru.smartsbridge.rest.http.Wire;
import ru.smartsbridge.rest.session.Authorisation;
import ru.smartsbridge.rest.session.BasicLogin;
import ru.smartsbridge.rest.session.CallersOwn;
import ru.smartsbridge.rest.session.TokenSession;
import ru.smartsbridge.rest.trust.TrustFile;

/** Opens bases that a Mobile SMARTS server answers for over REST. */
public final class RestTransportProvider implements TransportProvider {
    @Override
    public String kind() {
        return "rest";
    }

    @Override
    public List<Setting> settings() {
        return RestSettings.KEYS;
    }

    @Override
    public Transport open(BaseSettings base) {
        RestSettings settings = RestSettings.of(base);
        Optional<SSLContext> trust = settings.trust().map(TrustFile::context);
        Wire wire = new Wire(base.name(), settings.root(), settings.patience(), trust, settings.connections());
        Authorisation authorisation = authorisation(settings, wire);
        RestForwarding forwarding = settings.verbatim() ? new RestForwarding(settings, authorisation, trust) : null;
        return new RestTransport(new Backend(wire, authorisation), authorisation, Optional.ofNullable(forwarding));
    }

    private static Authorisation authorisation(RestSettings settings, Wire wire) {
        return settings.account()
                .<Authorisation>map(account ->
                        settings.token() ? new TokenSession(wire, account, System::nanoTime) : new BasicLogin(account))
                .orElseGet(CallersOwn::new);
    }
}
