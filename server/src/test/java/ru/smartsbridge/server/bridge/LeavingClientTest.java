package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A client that leaves before its request is answered ends the backend's work for it, where that harms nothing. */
@Timeout(60)
class LeavingClientTest {
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

    @Test
    void a_read_that_nobody_waits_for_is_ended_at_the_backend_too() throws Exception {
        Socket client = client(request("GET", "Products", ""));
        try (Socket connection = atBackend()) {
            upTo("\r\n\r\n", connection);
            client.close();
            assertThat(connection.getInputStream().read())
                    .as("the end of the backend's connection")
                    .isEqualTo(-1);
        }
        assertServesOn();
    }

    /** Whether it was done is nothing that the bridge may leave open by itself. */
    @Test
    void a_write_is_let_to_its_end() throws Exception {
        Socket client = client(request("POST", "Products/BeginUpdate", "{}"));
        try (Socket connection = atBackend()) {
            upTo("{}", connection);
            client.close();
            connection.setSoTimeout(1_500); // six looks
            assertThat(waits(connection)).as("the bridge waits for the answer").isTrue();
            send(connection, OK + "{}");
        }
        assertServesOn();
    }

    private static boolean waits(Socket connection) throws IOException {
        try {
            return connection.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException nothingCame) {
            return true;
        }
    }

    /** What was sent early is seen while it is looked whether the client is there, and must not get lost by that. */
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

    private void assertServesOn() throws IOException {
        try (Socket client = client(request("GET", "Users", ""))) {
            Socket connection = atBackend();
            try (connection) {
                upTo("\r\n\r\n", connection);
                send(connection, OK + "{}");
                assertThat(upTo("{}", client)).startsWith("HTTP/1.1 200 ");
            }
        }
    }
}
