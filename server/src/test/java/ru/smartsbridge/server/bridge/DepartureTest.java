package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that leaves, and a time-out, end the work behind. The server behind takes requests and says nothing. */
@Timeout(60)
class DepartureTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @TempDir
    private Path folder;

    private ServerSocket silent;
    private Bridge bridge;

    @BeforeEach
    void listen() throws IOException {
        silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        silent.setSoTimeout(PATIENCE_MILLIS);
    }

    @AfterEach
    void stop() throws IOException {
        bridge.close();
        silent.close();
    }

    private void start(String settings) throws Exception {
        bridge = Bridge.start(
                folder,
                "bases: { main: { rest: { url: \"http://127.0.0.1:" + silent.getLocalPort() + "/api/v1\", " + settings
                        + " } } }\n");
    }

    private Socket asks(String request) throws IOException {
        Socket client = new Socket(InetAddress.getLoopbackAddress(), bridge.port());
        client.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        return client;
    }

    /** Takes what comes from the bridge up to the end of the head. */
    private static InputStream taken(Socket fromBridge) throws IOException {
        fromBridge.setSoTimeout(PATIENCE_MILLIS);
        InputStream in = fromBridge.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).isNotNegative();
            head.append((char) next);
        }
        return in;
    }

    private static int end(InputStream in) {
        try {
            return in.read();
        } catch (SocketTimeoutException stillOpen) {
            return -2;
        } catch (IOException broken) {
            return -1;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "typed"})
    void a_read_ends_when_its_client_leaves(String forward) throws Exception {
        start("request-timeout: 10m, idle-timeout: 10m, forward: " + forward);
        Socket client = asks("GET /MobileSMARTS/api/v1/Docs HTTP/1.1\r\nHost: bridge\r\n\r\n");
        try (Socket fromBridge = silent.accept()) {
            InputStream in = taken(fromBridge);
            client.close();
            assertThat(end(in)).as("the connection to the backend has ended").isEqualTo(-1);
        }
    }

    @Test
    void a_write_that_has_begun_is_let_come_to_its_end() throws Exception {
        start("request-timeout: 10m, idle-timeout: 10m");
        Socket client = asks(
                "POST /MobileSMARTS/api/v1/Docs HTTP/1.1\r\nHost: bridge\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        try (Socket fromBridge = silent.accept()) {
            InputStream in = taken(fromBridge);
            assertThat(in.readNBytes(2)).asString().isEqualTo("{}");
            client.close();
            fromBridge.setSoTimeout(2_000);
            assertThatThrownBy(in::read).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "typed"})
    void a_time_out_ends_what_it_is_about(String forward) throws Exception {
        start("request-timeout: 500ms, forward: " + forward);
        try (Socket client =
                        asks("GET /MobileSMARTS/api/v1/Docs HTTP/1.1\r\nHost: bridge\r\nConnection: close\r\n\r\n");
                Socket fromBridge = silent.accept()) {
            assertThat(end(taken(fromBridge))).isEqualTo(-1);
            assertThat(client.getInputStream().readAllBytes())
                    .asString(StandardCharsets.UTF_8)
                    .contains(" 504 ");
        }
    }
}
