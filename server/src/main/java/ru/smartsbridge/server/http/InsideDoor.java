package ru.smartsbridge.server.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.client.CompletableResponseListener;
import org.eclipse.jetty.client.ContentResponse;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.MemoryConnector;
import org.eclipse.jetty.server.MemoryTransport;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.migration.run.ReadAnswer;
import ru.smartsbridge.migration.run.ReadRequest;
import ru.smartsbridge.server.watch.InnerDoor;

/**
 * A way into this server that leads over no network and is open to this process alone. What comes in by it is answered
 * as any request is; nobody looks on, and it is counted nowhere.
 */
final class InsideDoor implements InnerDoor {
    private static final Logger LOG = LoggerFactory.getLogger(InsideDoor.class);
    private static final int LARGEST_ANSWER = 32 << 20;

    private final MemoryConnector connector;
    private volatile HttpClient client;

    /** Adds it to a server that runs: Javalin takes every connector that is there before for one of a port. */
    InsideDoor(Server server, HttpConfiguration http) {
        connector = new MemoryConnector(server, new HttpConnectionFactory(http));
        connector.setName(InsideDoor.class.getName());
        server.addConnector(connector);
        try {
            connector.start();
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Whether a request came in by it. */
    static boolean was(Request request) {
        Connector by = request.getConnectionMetaData().getConnector();
        return by instanceof MemoryConnector;
    }

    private synchronized HttpClient client() {
        if (client == null) {
            HttpClient started = new HttpClient();
            started.setName("inside");
            try {
                started.start();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
            client = started;
        }
        return client;
    }

    @Override
    public ReadAnswer ask(String base, ReadRequest request, Map<String, String> headers, Duration timeout)
            throws InterruptedException {
        String address = "http://inside/" + base + "/api/v1/" + request.path();
        org.eclipse.jetty.client.Request asked = client().newRequest("http://inside/")
                .path("/" + base + "/api/v1/" + request.path() + (request.query() == null ? "" : "?" + request.query()))
                .transport(new MemoryTransport(connector))
                .headers(fields -> {
                    headers.forEach(fields::put);
                    fields.remove(HttpHeader.ACCEPT_ENCODING);
                });
        long begun = System.nanoTime();
        CompletableFuture<ContentResponse> answer = new CompletableResponseListener(asked, LARGEST_ANSWER).send();
        try {
            ContentResponse response = answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            String type = response.getHeaders().get(HttpHeader.CONTENT_TYPE);
            return new ReadAnswer(
                    response.getStatus(), type == null ? "" : type, response.getContent(), System.nanoTime() - begun);
        } catch (TimeoutException silent) {
            asked.abort(silent);
            throw HttpTexts.error(Category.TIMED_OUT, silent, "inside.silent", base, timeout.toSeconds());
        } catch (ExecutionException broken) {
            throw HttpTexts.error(
                    Category.BACKEND_FAILED,
                    broken,
                    "inside.broken",
                    address,
                    String.valueOf(broken.getCause().getMessage()));
        } catch (InterruptedException told) {
            asked.abort(told);
            throw told;
        }
    }

    /** Takes it away from the server, which would wait for its connections at a stop. */
    synchronized void close() {
        try {
            if (client != null) {
                client.stop();
            }
            connector.getConnectedEndPoints().forEach(EndPoint::close);
            connector.stop();
        } catch (Exception e) {
            LOG.warn("The server's way for its own requests was not closed", e);
        } finally {
            connector.getServer().removeConnector(connector);
        }
    }
}
