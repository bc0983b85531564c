package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** What breaks while a request is handed on is told of the side that broke it: the client or the backend. */
@Timeout(120)
class ForwardingSidesTest {
    private static final String POST = "POST /MobileSMARTS/api/v1/Nope HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Type: application/json\r\n";
    private static final int LARGE = 20 << 20;
    private static final int TRIES = 5;

    /** What one connection to the backend gets. */
    private interface Script {
        void play(Socket client) throws IOException;
    }

    /** A server of bare sockets, which plays its script on each connection and ends it. */
    private static final class Backend implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

        private Backend(Script script) throws IOException {
            Thread thread = new Thread(() -> serve(script), "backend");
            thread.setDaemon(true);
            thread.start();
        }

        private void serve(Script script) {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    client.setSoTimeout(30_000);
                    script.play(client);
                } catch (IOException e) {
                    LoggerFactory.getLogger(Backend.class).debug("the bridge broke off, or the test is over", e);
                }
            }
        }

        private String url() {
            return "http://127.0.0.1:" + socket.getLocalPort() + "/api/v1";
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @TempDir
    private Path folder;

    private final BlockingQueue<ILoggingEvent> logged = new LinkedBlockingQueue<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("ru.smartsbridge.server.http");
    private final AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
        @Override
        protected void append(ILoggingEvent event) {
            if (!event.getLoggerName().endsWith(".HttpServer")) { // it tells of its start
                logged.add(event);
            }
        }
    };

    @BeforeEach
    void listen() {
        appender.start();
        logger.addAppender(appender);
        logger.setLevel(Level.DEBUG);
    }

    @AfterEach
    void leave() {
        logger.setLevel(null);
        logger.detachAppender(appender);
    }

    private Bridge inFrontOf(String url, String settings, String more) throws Exception {
        return Bridge.start(
                folder.resolve("bridge"),
                "bases: { main: { transport: rest, rest: { url: \"" + url + "\"" + settings + " } } }\n" + more);
    }

    private static void head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("no head");
            }
            head.append((char) one);
        }
    }

    private static void refuse(Socket client) throws IOException {
        head(client.getInputStream());
        client.getOutputStream()
                .write("HTTP/1.1 409 Conflict\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
                        .getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends a large body whatever comes, and gives back the answer that came. */
    private static String sendLarge(int port) throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(30_000);
            Thread sender = new Thread(() -> {
                try {
                    OutputStream out = socket.getOutputStream();
                    out.write((POST + "Content-Length: " + LARGE + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
                    byte[] portion = new byte[64 << 10];
                    for (int sent = 0; sent < LARGE; sent += portion.length) {
                        out.write(portion);
                    }
                } catch (IOException e) {
                    LoggerFactory.getLogger(Backend.class).debug("not all was taken, as an early refusal may", e);
                }
            });
            sender.start();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            sender.join(30_000);
            return answer;
        }
    }

    @Test
    void an_early_refusal_of_a_server_that_closes_at_once_is_told_and_not_our_broken_pipe() throws Exception {
        try (Backend backend = new Backend(ForwardingSidesTest::refuse);
                Bridge bridge = inFrontOf(backend.url(), "", "")) {
            for (int i = 0; i < TRIES; i++) {
                assertThat(sendLarge(bridge.port()))
                        .as("try %d", i)
                        .startsWith("HTTP/1.1 409 ")
                        .endsWith("\r\n\r\n{}");
            }
        }
        assertThat(logged).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void an_early_refusal_of_a_real_base_is_told() throws Exception {
        try (Bridge sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
                Bridge bridge = inFrontOf(sandbox.api(), "", "")) {
            for (int i = 0; i < TRIES; i++) {
                assertThat(sendLarge(bridge.port()))
                        .as("try %d", i)
                        .startsWith("HTTP/1.1 404 ")
                        .endsWith("}}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Length: 100\r\n\r\n{\"id\":\"1\"", "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"id\"\r\n"
            })
    void a_client_that_sends_no_further_is_told_so_and_the_server_is_not_blamed(String beginning) throws Exception {
        BlockingQueue<Integer> seen = new LinkedBlockingQueue<>();
        try (Backend backend = new Backend(client -> {
                    head(client.getInputStream());
                    int read = client.getInputStream().read();
                    while (read >= 0) {
                        read = client.getInputStream().read();
                    }
                    seen.add(read);
                });
                Bridge bridge = inFrontOf(backend.url(), "", "limits: { request-idle: 500ms }\n")) {
            assertThat(Wire.exchange(bridge.port(), POST + beginning))
                    .startsWith("HTTP/1.1 408 ")
                    .contains("The request did not arrive in time");
            assertThat(seen.poll(20, TimeUnit.SECONDS))
                    .as("the end of the backend's connection")
                    .isEqualTo(-1);
        }
        assertThat(logged).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void a_client_that_ends_its_body_too_early_broke_off_itself() throws Exception {
        try (Backend backend =
                        new Backend(client -> client.getInputStream().transferTo(OutputStream.nullOutputStream()));
                Bridge bridge = inFrontOf(backend.url(), "", "");
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write((POST + "Content-Length: 100\r\n\r\n{").getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("broke off before it was whole");
        }
        assertThat(logged).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }

    @Test
    void a_server_that_takes_no_further_is_the_one_that_is_late_however_long_the_client_had_to_wait() throws Exception {
        BlockingQueue<String> over = new LinkedBlockingQueue<>();
        try (Backend backend = new Backend(client -> {
                    head(client.getInputStream());
                    takeOne(over);
                });
                Bridge bridge =
                        inFrontOf(backend.url(), ", request-timeout: 2s", "limits: { request-idle: 300ms }\n")) {
            assertThat(sendLarge(bridge.port())).startsWith("HTTP/1.1 504 ").contains("unknown");
            over.add("the test");
        }
    }

    private static void takeOne(BlockingQueue<String> queue) throws IOException {
        try {
            queue.poll(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Test
    void a_client_that_leaves_during_an_answer_is_no_trouble_of_the_bases() throws Exception {
        try (Backend backend = new Backend(client -> {
                    head(client.getInputStream());
                    OutputStream out = client.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                    byte[] portion = new byte[64 << 10];
                    for (long sent = 0; sent < 1L << 30; sent += portion.length) {
                        out.write(portion);
                    }
                });
                Bridge bridge = inFrontOf(backend.url(), "", "")) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), bridge.port())) {
                socket.getOutputStream()
                        .write("GET /MobileSMARTS/api/v1/Docs HTTP/1.1\r\nHost: x\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(socket.getInputStream().readNBytes(2_000)).hasSize(2_000);
            }
            ILoggingEvent event = logged.poll(30, TimeUnit.SECONDS);
            assertThat(event).isNotNull();
            assertThat(event.getFormattedMessage()).contains("broke off", "client");
            assertThat(event.getLevel()).isEqualTo(Level.DEBUG);
        }
        assertThat(logged).noneMatch(event -> event.getLevel().isGreaterOrEqual(Level.WARN));
    }
}
