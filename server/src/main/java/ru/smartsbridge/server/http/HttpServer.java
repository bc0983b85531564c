package ru.smartsbridge.server.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import ru.smartsbridge.server.access.Access;
import ru.smartsbridge.server.bases.Base;
import ru.smartsbridge.server.bases.Bases;
import ru.smartsbridge.server.bases.Way;
import ru.smartsbridge.server.cli.Rereading;
import ru.smartsbridge.server.cli.RunningServer;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Transports;
import ru.smartsbridge.server.facade.Facade;
import ru.smartsbridge.server.running.RunningNote;
import ru.smartsbridge.server.workers.WorkerHeaders;
import ru.smartsbridge.server.workers.WorkerLine;

/** The running bridge: its bases behind one HTTP server. */
public final class HttpServer implements RunningServer {
    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);
    private static final long STOP_MILLIS = 10_000;
    private static final long IDLE_AT_STOP_MILLIS = 50;
    private static final Set<String> READS = Set.of("GET", "HEAD");
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
    private final Front front;
    private final Optional<WorkerEnd> workerEnd;
    private final String adminToken = RunningNote.newToken();
    private volatile RunningNote note;
    private final Metrics metrics = new Metrics();
    private final Reload reload;
    private final Access access;
    private final SessionAddress sessions;
    private final Facade facade;
    private final Javalin javalin;
    private Gate gate;
    private InsideDoor door;
    private volatile Onlookers onlookers = Onlookers.none();
    private final CountDownLatch stopped = new CountDownLatch(1);

    private HttpServer(
            Bases bases, Configuration configuration, Rereading again, Front front, Optional<WorkerEnd> workerEnd) {
        this.bases = bases;
        this.configuration = configuration;
        this.front = front;
        this.workerEnd = workerEnd;
        this.reload = new Reload(bases, again, this::lookOn, Clock.systemUTC());
        this.access = new Access(configuration.access(), System::nanoTime);
        this.sessions = new SessionAddress(access);
        this.facade = new Facade(
                configuration.limits().entity(), configuration.limits().page());
        this.javalin = Javalin.create(this::configure);
    }

    /** Opens every base and listens; {@link ru.smartsbridge.server.cli.ServerStart} says with what it fails. */
    public static HttpServer start(Configuration configuration, Transports transports, Rereading again)
            throws ConfigurationException, IOException {
        Bases bases = Bases.open(configuration, transports, Clock.systemUTC());
        return started(
                bases, configuration, again, request -> RequestFacts.of(request, configuration), Optional.empty());
    }

    /**
     * The same in a worker: for one base, and for nobody but who shows the token.
     *
     * @param toParent takes what the server that started this process is told; called by any thread
     */
    public static HttpServer startWorker(
            Configuration configuration, Transports transports, String token, Consumer<WorkerLine> toParent)
            throws ConfigurationException, IOException {
        Bases bases = Bases.openInWorker(configuration, transports, Clock.systemUTC());
        Base base = ((Way.Here) bases.standard().choose()).base();
        return started(
                bases,
                configuration,
                Rereading.NONE,
                new ParentWord(token, configuration, toParent),
                Optional.of(new WorkerEnd(base)));
    }

    private static HttpServer started(
            Bases bases, Configuration configuration, Rereading again, Front front, Optional<WorkerEnd> workerEnd) {
        boolean listening = false;
        try {
            HttpServer server = new HttpServer(bases, configuration, again, front, workerEnd);
            server.javalin.start();
            server.endIdleConnectionsSoonWhenStopping();
            if (workerEnd.isEmpty()) {
                server.openInside();
                server.lookOn();
            }
            listening = true;
            if (workerEnd.isEmpty()) {
                server.leaveNote();
            }
            // a worker's address is nobody's business but its server's, to which it is told
            LOG.atLevel(workerEnd.isPresent() ? Level.DEBUG : Level.INFO)
                    .log("Listening on {}:{}", configuration.listen().host(), server.port());
            return server;
        } finally {
            if (!listening) {
                workerEnd.ifPresent(WorkerEnd::close);
                bases.close();
            }
        }
    }

    /** Has those look on whom the configuration that is served names, instead of who did before. */
    private void lookOn() {
        gate.seenBy(Onlookers.none());
        onlookers.close(); // two of them would write the same files
        onlookers = Onlookers.of(bases.configuration(), bases, door);
        gate.seenBy(onlookers);
        bases.all().forEach(base -> {
            metrics.watch(base);
            metrics.watch(base.name(), () -> onlookers.shadow(base.name()));
            metrics.watchRecording(base.name(), () -> onlookers.recorder(base.name()));
        });
    }

    private void openInside() {
        HttpConfiguration http = new HttpConfiguration();
        configure(http);
        door = new InsideDoor(javalin.jettyServer().server(), http);
    }

    /** By which other commands of this installation find this server. */
    private void leaveNote() {
        note = new RunningNote(
                ProcessHandle.current().pid(), configuration.listen().host(), port(), adminToken);
        note.leave(configuration.state());
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
        config.jetty.addConnector(this::connector);
        config.jetty.modifyHttpConfiguration(this::configure);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(new JettyErrors(configuration.language()));
            server.setStopTimeout(STOP_MILLIS);
            gate = new Gate(bases, configuration, front, metrics, access, new Departures(server.getScheduler()));
            server.insertHandler(gate);
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

    private Connector connector(Server server, HttpConfiguration http) {
        HeedfulConnector connector = new HeedfulConnector(server, http);
        String host = configuration.listen().host();
        connector.setHost(host.isEmpty() ? null : host);
        connector.setPort(configuration.listen().port());
        return connector;
    }

    private void configure(HttpConfiguration http) {
        // Jetty remembers a connection's headers, and takes the beginning of a value from one that it knows in any
        // case:
        // after "Bearer x" the token XeM would be xeM
        http.setHeaderCacheCaseSensitive(true);
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

    private void routes(JavalinConfig config) {
        for (HandlerType method : METHODS) {
            config.routes.addHttpHandler(method, "/{base}/api/v1", this::api);
            config.routes.addHttpHandler(method, "/{base}/api/v1/<path>", this::api);
        }
        if (workerEnd.isPresent()) {
            workerRoutes(config);
            return;
        }
        Administration administration = new Administration(bases, adminToken, reload);
        config.routes.get("/admin/check", context -> administration.check(context, facts(context)));
        config.routes.post("/admin/uploads/free", context -> administration.free(context, facts(context)));
        config.routes.post("/admin/reload", context -> administration.reload(context, facts(context)));
        SandboxDevices devices = new SandboxDevices(bases);
        config.routes.post("/sandbox/{base}/devices/{id}/finish", context -> devices.finish(context, facts(context)));
        Description description = new Description(bases);
        config.routes.get("/openapi.json", context -> description.openApi(context, facts(context)));
        config.routes.get("/swagger", context -> context.redirect("/swagger/index.html"));
        config.routes.get("/swagger/bases.json", context -> description.offered(context, facts(context)));
        config.routes.get("/swagger/{file}", context -> description.page(context, context.pathParam("file")));
        Health health = new Health(bases);
        config.routes.get("/health/live", health::live);
        config.routes.get("/health/ready", context -> health.ready(context, facts(context)));
        config.routes.get(
                "/metrics",
                context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                        .result(metrics.scrape()));
    }

    private void workerRoutes(JavalinConfig config) {
        WorkerAddresses addresses =
                new WorkerAddresses(((Way.Here) bases.standard().choose()).base());
        config.routes.get(WorkerHeaders.STATUS_PATH, context -> addresses.status(context, facts(context)));
        config.routes.get(WorkerHeaders.CHECK_PATH, context -> addresses.check(context, facts(context)));
        config.routes.get(WorkerHeaders.OPENAPI_PATH, context -> addresses.openApi(context, facts(context)));
        config.routes.post(WorkerHeaders.FREE_PATH, context -> addresses.free(context, facts(context)));
    }

    private void api(Context context) throws IOException {
        if (context.req().getAttribute(Gate.SESSION) != null) {
            sessions.open(context, facts(context));
            return;
        }
        ApiTarget target = (ApiTarget) context.req().getAttribute(Gate.TARGET);
        Base base = (Base) context.req().getAttribute(Gate.HERE);
        workerEnd.ifPresent(end -> {
            Runnable over = end.exchange();
            // when its answer is written, also one that tells what went wrong
            Request.addCompletionListener(
                    ServletContextRequest.getServletContextRequest(context.req()), failure -> over.run());
        });
        Presence presence = facts(context).presence();
        if (READS.contains(context.req().getMethod())) {
            // of a write nothing more begins, and what has begun comes to its end
            presence.whenLeft(Thread.currentThread()::interrupt);
        }
        try {
            facade.handle(base, new ServletExchange(context, target, facts(context)));
        } finally {
            presence.whenLeft(() -> {});
            Thread.interrupted(); // of somebody who left: the thread serves others
        }
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
        Optional.ofNullable(note).ifPresent(left -> left.remove(configuration.state()));
        // before the server, which waits for connections that are open
        gate.seenBy(Onlookers.none());
        onlookers.close();
        Optional.ofNullable(door).ifPresent(InsideDoor::close);
        javalin.stop();
        workerEnd.ifPresent(WorkerEnd::close);
        bases.close();
        metrics.close();
        stopped.countDown();
    }
}
