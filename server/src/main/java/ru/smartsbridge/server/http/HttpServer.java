package ru.smartsbridge.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.cli.RunningServer;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.facade.Facade;

/** The running bridge: its bases behind one HTTP server. */
public final class HttpServer implements RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long STOP_MILLIS = 10_000;
    private static final long IDLE_AT_STOP_MILLIS = 50;
    private static final List<HandlerType> METHODS = List.of(
            HandlerType.GET,
            HandlerType.HEAD,
            HandlerType.POST,
            HandlerType.PUT,
            HandlerType.PATCH,
            HandlerType.DELETE,
            HandlerType.OPTIONS);

    private final Bases bases;
    private final Configuration configuration;
    private final Metrics metrics = new Metrics();
    private final Facade facade;
    private final Javalin javalin;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private HttpServer(Bases bases, Configuration configuration) {
        this.bases = bases;
        this.configuration = configuration;
        this.facade = new Facade(
                configuration.limits().entity(), configuration.limits().page());
        this.javalin = Javalin.create(this::configure);
    }

    /** Opens every base and listens; {@link ru.smartsbridge.server.cli.ServerStart} says with what it fails. */
    public static HttpServer start(Configuration configuration, Transports transports)
            throws ConfigurationException, IOException {
        Bases bases = Bases.open(configuration, transports, Clock.systemUTC());
        boolean listening = false;
        try {
            HttpServer server = new HttpServer(bases, configuration);
            server.javalin.start();
            server.endIdleConnectionsSoonWhenStopping();
            listening = true;
            LOG.info("Listening on {}:{}", configuration.listen().host(), server.port());
            return server;
        } finally {
            if (!listening) {
                bases.close();
            }
        }
    }

    /** A client that keeps its connection open and idle must not hold a stop up. */
    private void endIdleConnectionsSoonWhenStopping() {
        for (Connector connector : javalin.jettyServer().server().getConnectors()) {
            if (connector instanceof AbstractConnector abstractConnector) {
                abstractConnector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
            }
        }
    }

    private void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        config.http.defaultContentType = ErrorAnswer.CONTENT_TYPE;
        config.http.prefer405over404 = true;
        config.router.caseInsensitiveRoutes = true;
        config.jetty.host = configuration.listen().host().isEmpty()
                ? null
                : configuration.listen().host();
        config.jetty.port = configuration.listen().port();
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors(configuration.language()));
            server.setStopTimeout(STOP_MILLIS);
            server.insertHandler(new Gate(bases, configuration, metrics, forwarders()));
        });
        config.jetty.modifyServletContextHandler(context -> {
            context.getServletHandler().setDecodeAmbiguousURIs(true);
            ServletErrors.breakOffWhatFails(context);
        });
        routes(config);
        config.routes.exception(Exception.class, ServletErrors::failed);
        config.routes.error(404, ServletErrors::unanswered);
        config.routes.error(405, ServletErrors::unanswered);
        config.router.javaLangErrorHandler(ServletErrors::failed);
    }

    private void configure(HttpConfiguration http) {
        http.setUriCompliance(UriCompliance.LEGACY
                .with(
                        "smarts-bridge",
                        Violation.ILLEGAL_PATH_CHARACTERS,
                        Violation.AMBIGUOUS_PATH_PARAMETER,
                        Violation.BAD_UTF8_ENCODING)
                .without("smarts-bridge", Violation.UTF16_ENCODINGS, Violation.USER_INFO));
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(configuration.limits().header());
        http.setIdleTimeout(configuration.limits().requestIdle().toMillis());
    }

    private Map<String, Forwarder> forwarders() {
        Map<String, Forwarder> forwarders = new LinkedHashMap<>();
        for (Base base : bases.all()) {
            base.forwarding().ifPresent(target -> forwarders.put(base.name(), new Forwarder(base.name(), target)));
        }
        return forwarders;
    }

    private void routes(JavalinConfig config) {
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/{base}/api/v1", this::api);
            config.routes.addHttpHandler(method, "/{base}/api/v1/<path>", this::api);
        }
        SandboxDevices devices = new SandboxDevices(bases);
        config.routes.post("/sandbox/{base}/devices/{id}/finish", context -> devices.finish(context, facts(context)));
        Health health = new Health(bases);
        config.routes.get("/health/live", health::live);
        config.routes.get("/health/ready", context -> health.ready(context, facts(context)));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
    }

    private void api(Context context) throws IOException {
        ApiTarget target = (ApiTarget) context.req().getAttribute(Gate.TARGET);
        facade.handle(target.base().orElseThrow(), new ServletExchange(context, target, facts(context)));
    }

    private static RequestFacts facts(Context context) {
        return RequestFacts.of(context.req());
    }

    @Override
    public int port() {
        return javalin.port();
    }

    @Override
    public void awaitStop() throws InterruptedException {
        stopped.await();
    }

    @Override
    public void close() {
        javalin.stop();
        bases.close();
        metrics.close();
        stopped.countDown();
    }
}
