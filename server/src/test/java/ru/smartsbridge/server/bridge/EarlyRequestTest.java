package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Looking whether a client is still there takes nothing away from what it sends early. */
@Timeout(60)
class EarlyRequestTest {
    private static final int PATIENCE_MILLIS = 20_000;
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";

    @TempDir
    private Path folder;

    private ServerSocket backend;
    private Bridge bridge;

    @BeforeEach
    void start() throws Exception {
        backend = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        backend.setSoTimeout(PATIENCE_MILLIS);
        bridge = Bridge.start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"http://127.0.0.1:" + backend.getLocalPort()
                        + "/api/v1\" } } }\n");
    }

    @AfterEach
    void stop() throws IOException {
        bridge.close();
        backend.close();
    }

    private static String request(String method, String path, String body) {
        return method + " /MobileSMARTS/api/v1/" + path + " HTTP/1.1\r\nHost: x\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body;
    }

    private Socket client(String request) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), bridge.port());
        client.setSoTimeout(PATIENCE_MILLIS);
        send(client, request);
        return client;
    }

    private Socket atBackend() throws IOException {
        Socket connection = backend.accept();
        connection.setSoTimeout(PATIENCE_MILLIS);
        return connection;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** All up to the first occurrence of {@code end}. */
    private static String upTo(String end, Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("ended after: " + text);
            }
            text.append((char) one);
        }
        return text.toString();
    }

    private static boolean waits(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() >= 0;
        } catch (SocketTimeoutException nothingCame) {
            return true;
        }
    }

    @Test
    void a_client_that_sends_its_next_request_early_gets_both_answers() throws Exception {
        try (Socket client = client(request("GET", "First", "") + request("POST", "Second", "{\"id\":1}"));
                Socket connection = atBackend()) {
            assertThat(upTo("\r\n\r\n", connection)).startsWith("GET /api/v1/First ");
            connection.setSoTimeout(1_500);
            assertThat(waits(connection)).isTrue();
            connection.setSoTimeout(PATIENCE_MILLIS);
            send(client, request("GET", "Third", ""));
            send(connection, OK + "{}");
            assertThat(upTo("\r\n\r\n{}", client)).startsWith("HTTP/1.1 200 ");
            assertThat(upTo("{\"id\":1}", connection)).contains("POST /api/v1/Second ");
            send(connection, OK + "[]");
            assertThat(upTo("\r\n\r\n[]", client)).startsWith("HTTP/1.1 200 ");
            assertThat(upTo("\r\n\r\n", connection)).contains("GET /api/v1/Third ");
            send(connection, OK + "{}");
            assertThat(upTo("\r\n\r\n{}", client)).startsWith("HTTP/1.1 200 ");
        }
    }
}
