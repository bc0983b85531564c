package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that fails on its way does not end as a whole one, on neither path and for no client. */
@Timeout(60)
class BrokenOffTest {
    private static final String DOCUMENT = "{\"id\":\"1\",\"description\":\"" + "x".repeat(1_000) + "\"}";
    private static final int WRITTEN = 500;

    @TempDir
    private Path folder;

    private HttpServer backend;

    @BeforeEach
    void start() throws IOException {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] metadata = Files.readAllBytes(Path.of("src/test/resources/recorded/metadata.xml"));
        backend.createContext(
                "/api/v1/", exchange -> answer(exchange, "{\"value\":[]}".getBytes(StandardCharsets.UTF_8)));
        backend.createContext("/api/v1/$metadata", exchange -> answer(exchange, metadata));
        backend.createContext("/api/v1/Docs", BrokenOffTest::breakOff);
        backend.start();
    }

    @AfterEach
    void stop() {
        backend.stop(0);
    }

    private static void answer(HttpExchange exchange, byte[] body) throws IOException {
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** Promises more than it gives, and closes. */
    private static void breakOff(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 10_000_000);
        OutputStream out = exchange.getResponseBody();
        out.write("{\"value\":[".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < WRITTEN; i++) {
            out.write(((i == 0 ? "" : ",") + DOCUMENT).getBytes(StandardCharsets.UTF_8));
        }
        out.flush();
        exchange.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"typed", "verbatim"})
    void an_answer_that_breaks_off_is_seen_to(String forward) throws Exception {
        String url = "http://127.0.0.1:" + backend.getAddress().getPort() + "/api/v1";
        try (Bridge bridge = Bridge.start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"" + url + "\", forward: " + forward + " } } }\n")) {
            String whole = Wire.get(bridge.port(), "/MobileSMARTS/api/v1/Docs");
            assertThat(whole).contains(" 200 ").contains(DOCUMENT).doesNotContain("\r\n0\r\n");
            String old = "GET /MobileSMARTS/api/v1/Docs HTTP/1.0\r\n\r\n";
            assertThatThrownBy(() -> Wire.exchange(bridge.port(), old)).isInstanceOf(SocketException.class);
        }
    }
}
