package ru.smartsbridge.jetty;

import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** How Jetty's client reaches a Mobile SMARTS server: HTTP/1.1 on connections of {@link LastWordConnector}, in one thread. */
public final class BackendTransport {
    private BackendTransport() {}

    /**
     * A new one, for one client.
     *
     * @param trust whom to trust over TLS; empty: whom the JVM trusts
     */
    public static HttpClientTransportOverHTTP of(Optional<SSLContext> trust) {
        SslContextFactory.Client tls = new SslContextFactory.Client();
        trust.ifPresent(tls::setSslContext);
        LastWordConnector connector = new LastWordConnector();
        connector.setSelectors(1);
        connector.setSslContextFactory(tls);
        HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
        transport.setHeaderCacheCaseSensitive(true); // else one value that another begins with lends it its case
        return transport;
    }
}
