package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A request in front of REST is handed on as it is, and what the backend does wrong is told as what it is. */
@Timeout(60)
class ForwardingTest {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Backend: yes\r\nDate: then\r\n\r\n{}";

    /** Takes one connection, keeps the head and body of its request, answers with fixed bytes and ends. */
    private static final class Backend implements AutoCloseable {
        private final ServerSocket socket;
        private final BlockingQueue<String> requests = new ArrayBlockingQueue<>(100);
        private final Thread thread;

        private Backend(String answer) throws IOException {
            this(port -> answer);
        }

        /** One whose answer depends on its port. */
        private Backend(IntFunction<String> answer) throws IOException {
            socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
            byte[] bytes = answer.apply(socket.getLocalPort()).getBytes(StandardCharsets.ISO_8859_1);
            thread = new Thread(() -> serve(bytes), "backend");
            thread.start();
        }

        private void serve(byte[] answer) {
            while (!socket.isClosed()) {
                try {
                    Socket client = socket.accept();
                    // one that the bridge opened to have it at hand must not keep others waiting
                    Thread one = new Thread(() -> serve(client, answer), "backend of one connection");
                    one.setDaemon(true);
                    one.start();
                } catch (IOException over) {
                    return;
                }
            }
        }

        private void serve(Socket client, byte[] answer) {
            try (client) {
                String request = request(client.getInputStream());
                if (request.isEmpty()) {
                    return;
                }
                requests.offer(request);
                OutputStream out = client.getOutputStream();
                out.write(answer);
                out.flush();
            } catch (IOException e) {
                // the test is over, or the bridge broke off, which is what some tests are about
                requests.offer("broken: " + e.getMessage());
            }
        }

        private static String request(InputStream in) throws IOException {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            while (!bytes.toString(StandardCharsets.ISO_8859_1).contains("\r\n\r\n")) {
                int one = in.read();
                if (one < 0) {
                    break;
                }
                bytes.write(one);
            }
            String head = bytes.toString(StandardCharsets.ISO_8859_1);
            int at = head.indexOf("Content-Length: ");
            int length = at < 0 ? 0 : Integer.parseInt(head.substring(at + 16, head.indexOf('\r', at)));
            if (length < 1_000_000) { // a longer one is refused unread
                bytes.write(in.readNBytes(length));
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        }

        private String taken() throws InterruptedException {
            return requests.poll(20, TimeUnit.SECONDS);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @TempDir
    private Path folder;

    private Backend backend;
    private Bridge bridge;

    @BeforeEach
    void nothingYet() {
        backend = null;
        bridge = null;
    }

    @AfterEach
    void stop() throws IOException {
        if (bridge != null) {
            bridge.close();
        }
        if (backend != null) {
            backend.close();
        }
    }

    private void start(String answer, String settings) throws Exception {
        backend = new Backend(answer);
        bridge = Bridge.start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"http://127.0.0.1:" + backend.socket.getLocalPort()
                        + "/api/v1\"" + settings + " } } }\n");
    }

    @Test
    void path_query_and_body_reach_the_backend_byte_for_byte() throws Exception {
        start(OK, "");
        String answer = Wire.exchange(
                bridge.port(),
                "PATCH /MobileSMARTS/api/v1/Docs//x('a%2Fb;c')%20|{}?$filter=a+eq+%27%d0%96%27&&x HTTP/1.1\r\nHost: bridge:1\r\n"
                        + "Content-Type: text/strange\r\nX-Mine: 1\r\nConnection: close\r\nContent-Length: 5\r\n\r\n\u0001{}\u001d!");
        assertThat(answer).contains(" 200 ").contains("X-Backend: yes").endsWith("{}");
        String taken = backend.taken();
        assertThat(taken)
                .startsWith("PATCH /api/v1/Docs//x('a%2Fb;c')%20|{}?$filter=a+eq+%27%d0%96%27&&x HTTP/1.1\r\n")
                .contains("Content-Type: text/strange\r\n")
                .contains("X-Mine: 1\r\n")
                .contains("Host: bridge:1\r\n")
                .contains("host=\"bridge:1\"")
                .endsWith("\r\n\r\n\u0001{}\u001d!");
        assertThat(taken).doesNotContain("Accept-Encoding").doesNotContain("User-Agent");
    }

    @Test
    void every_method_and_every_header_that_is_not_of_the_connection_goes_through_both_ways() throws Exception {
        start(
                "HTTP/1.1 299 Odd\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\nX-Powered-By: ASP.NET\r\nETag: W/\"1\"\r\n"
                        + "Keep-Alive: timeout=5\r\nConnection: close, X-Mine\r\nX-Mine: hop\r\nContent-Length: 2\r\n\r\n{}",
                "");
        for (String method : List.of("MERGE", "OPTIONS", "PUT", "DELETE", "PROPFIND", "X-ODD")) {
            String told = Wire.exchange(
                    bridge.port(),
                    method + " /MobileSMARTS/api/v1/any/thing HTTP/1.1\r\nHost: b\r\nCookie: c=3\r\nIf-Match: *\r\n"
                            + "Accept: a/b\r\nAccept: c/d\r\nX-Hop: 1\r\nTE: trailers\r\nConnection: close, X-Hop\r\n\r\n");
            assertThat(told)
                    .as(method)
                    .startsWith("HTTP/1.1 299 ")
                    .contains("Set-Cookie: a=1\r\n", "Set-Cookie: b=2\r\n", "X-Powered-By: ASP.NET", "ETag: W/\"1\"")
                    .endsWith("{}");
            assertThat(backend.taken())
                    .startsWith(method + " /api/v1/any/thing HTTP/1.1\r\n")
                    .contains("Cookie: c=3\r\n", "If-Match: *\r\n", "a/b", "c/d")
                    .doesNotContain("X-Hop", "TE: trailers");
        }
    }

    @Test
    void the_backend_gets_its_own_host_where_that_is_wished() throws Exception {
        start(OK, ", host: server");
        Wire.exchange(
                bridge.port(), "GET /MobileSMARTS/api/v1/Docs HTTP/1.1\r\nHost: bridge:1\r\nConnection: close\r\n\r\n");
        assertThat(backend.taken())
                .contains("Host: 127.0.0.1:" + backend.socket.getLocalPort() + "\r\n")
                .contains("host=\"bridge:1\"");
    }

    @Test
    void a_client_without_a_host_of_http_1_0_is_served_too() throws Exception {
        start(OK, "");
        assertThat(Wire.exchange(bridge.port(), "GET /MobileSMARTS/api/v1/Docs HTTP/1.0\r\n\r\n"))
                .contains(" 200 ");
        assertThat(backend.taken()).contains("Host: 127.0.0.1:" + backend.socket.getLocalPort() + "\r\n");
    }

    @Test
    void a_refusal_that_comes_before_the_body_is_sent_is_told_and_not_our_broken_pipe() throws Exception {
        start("HTTP/1.1 404 Not Found\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}", "");
        String body = "x".repeat(5_000_000);
        List<Integer> told = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            try {
                told.add(new Client(bridge.api()).post("/Nope", body).status());
            } catch (UncheckedIOException whileStillSending) {
                // the bridge has closed as the backend did, and this client lost the answer to its own sending
                assertThat(whileStillSending.getCause()).isInstanceOf(IOException.class);
            }
        }
        assertThat(told).isNotEmpty().containsOnly(404);
    }

    @Test
    void the_bridges_own_login_replaces_the_clients() throws Exception {
        start(OK, ", login: bridge, password: \"пароль\"");
        new Client(bridge.api()).send("GET", "/Docs", null, "Authorization", "Basic Y2xpZW50Og==");
        assertThat(backend.taken())
                .contains("Authorization: Basic "
                        + java.util.Base64.getEncoder()
                                .encodeToString("bridge:пароль".getBytes(StandardCharsets.UTF_8)))
                .doesNotContain("Y2xpZW50Og==");
    }

    @Test
    void without_a_login_of_its_own_the_clients_is_handed_on() throws Exception {
        start(OK, "");
        new Client(bridge.api()).send("GET", "/Docs", null, "Authorization", "Basic Y2xpZW50Og==");
        assertThat(backend.taken()).contains("Authorization: Basic Y2xpZW50Og==");
    }

    @Test
    void an_answer_that_breaks_off_breaks_off_at_the_client_too() throws Exception {
        start("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n", "");
        String answer = Wire.get(bridge.port(), "/MobileSMARTS/api/v1/Docs");
        assertThat(answer).contains(" 200 ").contains("{\"a\":").doesNotContain("\r\n0\r\n");
    }

    @Test
    void a_backend_that_ends_without_an_answer_leaves_a_write_unknown_and_says_so() throws Exception {
        start("", "");
        Client.Answer write = new Client(bridge.api()).post("/Docs", "{}");
        assertThat(write.status()).isEqualTo(502);
        assertThat(write.message()).contains("unknown");
        Client.Answer read = new Client(bridge.api()).get("/Docs");
        assertThat(read.status()).isEqualTo(502);
        assertThat(read.message()).doesNotContain("unknown");
    }

    @Test
    void a_backend_that_speaks_no_http_is_a_failed_one() throws Exception {
        start("SSH-2.0-OpenSSH_9.2\r\n", "");
        assertThat(new Client(bridge.api()).get("/Docs").status()).isEqualTo(502);
    }

    @Test
    void a_backend_that_is_silent_is_a_time_out() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            bridge = Bridge.start(
                    folder,
                    "bases: { main: { transport: rest, rest: { request-timeout: 300ms, url: \"http://127.0.0.1:"
                            + silent.getLocalPort() + "/api/v1\" } } }\n");
            Client.Answer answer = new Client(bridge.api()).post("/Docs", "{}");
            assertThat(answer.status()).isEqualTo(504);
            assertThat(answer.message()).contains("unknown");
        }
    }

    @Test
    void a_backend_that_is_not_there_is_unreachable_and_nothing_happened() throws Exception {
        start(OK, "");
        backend.close();
        Client.Answer answer = new Client(bridge.api()).post("/Docs", "{}");
        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.message()).contains("Nothing of the request happened").contains("refuses");
    }

    @Test
    void links_in_answers_lead_back_to_the_bridge_where_that_is_wished_and_stay_as_they_are_where_not()
            throws Exception {
        IntFunction<String> own = port ->
                "http://127.0.0.1:" + port + "/api/v1/Docs('1') http://bridge:1/MobileSMARTS/api/v1/$metadata#Docs"
                        + " http://elsewhere/api/v1 ёж http://127.0.0.1:" + port + "/api/v2";
        for (String rewrite : new String[] {"true", "false"}) {
            backend = new Backend(port -> {
                byte[] body = own.apply(port).getBytes(StandardCharsets.UTF_8);
                return "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\n"
                        + "Location: http://bridge:1/MobileSMARTS/api/v1/Docs('1')\r\nContent-Length: " + body.length
                        + "\r\nConnection: close\r\n\r\n" + new String(body, StandardCharsets.ISO_8859_1);
            });
            int port = backend.socket.getLocalPort();
            bridge = Bridge.start(
                    folder.resolve(rewrite),
                    "default-base: main\nbases: { main: { rest: { url: \"http://127.0.0.1:" + port
                            + "/api/v1\", rewrite-links: " + rewrite + " } }, other: }\n");
            String told = Wire.exchange(
                    bridge.port(),
                    "POST /main/api/v1/Docs HTTP/1.1\r\nHost: bridge:1\r\nAccept-Encoding: gzip\r\nConnection: close\r\n"
                            + "Content-Length: 2\r\n\r\n{}");
            if (rewrite.equals("true")) {
                assertThat(told)
                        .contains("Location: http://bridge:1/main/api/v1/Docs('1')\r\n")
                        .contains("http://bridge:1/main/api/v1/Docs('1') http://bridge:1/main/api/v1/$metadata#Docs"
                                + " http://elsewhere/api/v1 ёж http://127.0.0.1:" + port + "/api/v2")
                        .doesNotContain("Content-Length");
                assertThat(backend.taken()).doesNotContain("Accept-Encoding");
            } else {
                assertThat(told)
                        .contains("Location: http://bridge:1/MobileSMARTS/api/v1/Docs('1')\r\n")
                        .endsWith(own.apply(port));
                assertThat(backend.taken()).contains("Accept-Encoding: gzip");
            }
            bridge.close();
            backend.close();
        }
    }

    @Test
    void redirects_and_compressed_answers_are_the_clients_business() throws Exception {
        start(
                "HTTP/1.1 302 Found\r\nLocation: http://elsewhere/x\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc",
                "");
        String answer = Wire.get(bridge.port(), "/MobileSMARTS/api/v1/Docs");
        assertThat(answer)
                .contains(" 302 ")
                .contains("Location: http://elsewhere/x")
                .contains("Content-Encoding: gzip")
                .endsWith("abc");
    }
}
