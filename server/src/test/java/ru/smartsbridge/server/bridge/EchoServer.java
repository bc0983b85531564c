package ru.smartsbridge.server.bridge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import ru.smartsbridge.api.schema.StandardMetadata;

/** A server that answers every read alike and remembers as whom it was asked. */
final class EchoServer implements AutoCloseable {
    private final HttpServer server;
    private volatile String authorization;
    private volatile String told = "";

    private EchoServer(HttpServer server) {
        this.server = server;
    }

    static EchoServer start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        EchoServer echo = new EchoServer(server);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            echo.authorization = exchange.getRequestHeaders().getFirst("Authorization");
            boolean metadata = exchange.getRequestURI().getPath().endsWith("$metadata");
            byte[] body = metadata
                    ? StandardMetadata.recorded().document()
                    : (exchange.getRequestURI().getPath().endsWith("BaseInfo") ? "{\"appId\":\"1\"}" : "{\"value\":[]}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", metadata ? "application/xml" : "application/json");
            exchange.getResponseHeaders().set("X-Told", echo.told);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return echo;
    }

    String api() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    /** Its answers have this in a header {@code X-Told} from now on. */
    void tells(String more) {
        told = more;
    }

    /** Of the last request. */
    String authorization() {
        return authorization;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
