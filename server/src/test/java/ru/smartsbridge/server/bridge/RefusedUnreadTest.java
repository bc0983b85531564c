package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.server.access.PasswordHash;

/** A client that sends all of a large body before it reads has the refusal for certain, and no broken connection. */
@Timeout(240)
class RefusedUnreadTest {
    private static final int LARGE = 4 << 20;
    private static final int PORTION = 64 << 10;
    private static final int TIMES = 40;
    private static final String EXCHANGE =
            "Authorization: Basic " + Base64.getEncoder().encodeToString("exchange:1".getBytes(StandardCharsets.UTF_8));

    private static Bridge open;
    private static Bridge guarded;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        open = Bridge.start(folder.resolve("open"), Bridge.DEMO);
        String rest = "rest: { url: \"" + open.api() + "\"";
        guarded = Bridge.start(
                folder.resolve("guarded"),
                "users:\n  exchange: { password: \""
                        + PasswordHash.of("1".toCharArray()).text() + "\", bases: [local, forwarded, typed] }\n"
                        + "default-base: local\nlimits: { body: 8MB, entity: 1MB, header: 8KB }\nbases:\n"
                        + "  local: { sandbox: { store: memory } }\n"
                        + "  second: { sandbox: { store: memory } }\n"
                        + "  forwarded: { " + rest + " } }\n"
                        + "  typed: { " + rest + ", forward: typed } }\n");
    }

    @AfterAll
    static void stop() {
        guarded.close();
        open.close();
    }

    /** The answer to a head and as many bytes, all of which are sent before anything is read. */
    private static String answer(String head, long bytes) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), guarded.port())) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write((head + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] portion = new byte[PORTION];
            Arrays.fill(portion, (byte) ' ');
            for (long sent = 0; sent < bytes; sent += PORTION) {
                out.write(portion, 0, (int) Math.min(PORTION, bytes - sent));
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String post(String path, String... headers) {
        return "POST /" + path + " HTTP/1.1\r\nHost: x\r\n" + String.join("\r\n", headers) + "\r\n";
    }

    private static String length(long bytes) {
        return "Content-Length: " + bytes;
    }

    private static void isWhole(String answer, int status, int i) {
        assertThat(answer)
                .as("time %d", i)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nConnection: close\r\n", "\"error\"")
                .endsWith("}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void of_who_does_not_say_who_he_is(String base) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            isWhole(answer(post(base + "/api/v1/Docs", length(LARGE)), LARGE), 401, i);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void of_a_body_that_is_too_large_whether_it_tells_so_or_not(String base) throws Exception {
        String path = base + "/api/v1/Docs";
        int tooLarge = 12 << 20;
        String chunk = Integer.toHexString(tooLarge) + "\r\n";
        for (int i = 0; i < TIMES; i++) {
            isWhole(answer(post(path, EXCHANGE, length(tooLarge)), tooLarge), 413, i);
        }
        for (int i = 0; i < TIMES / 4; i++) {
            String chunked = post(path, EXCHANGE, "Content-Type: application/json", "Transfer-Encoding: chunked");
            isWhole(answer(chunked + "\r\n" + chunk.strip(), tooLarge), 413, i);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "forwarded/api/v1/Nope,404",
        "typed/api/v1/Nope,404",
        "local/api/v1/Nope,404",
        "nosuch/api/v1/Docs,404",
        "second/api/v1/Docs,403",
        "local/api/v1/../x,400"
    })
    void of_what_is_not_there_or_not_for_him(String path, int status) throws Exception {
        for (int i = 0; i < TIMES; i++) {
            // a server behind may have been sent all of it, so that the connection need not end
            isWhole(answer(post(path, EXCHANGE, "Connection: close", length(LARGE)), LARGE), status, i);
        }
    }

    @Test
    void and_is_counted_as_the_answer_that_it_is() throws Exception {
        isWhole(answer(post("local/api/v1/Nope", EXCHANGE, length(LARGE)), LARGE), 404, 0);
        Client bridge = new Client(guarded.origin());
        String key = "Authorization";
        String metrics = bridge.send("GET", "/metrics", null, key, EXCHANGE.substring(key.length() + 2))
                .text();
        assertThat(metrics)
                .contains("{base=\"local\",path=\"typed\",status=\"404\"}")
                .doesNotContain("base=\"local\",path=\"typed\",status=\"broken\"");
    }

    @Test
    void of_a_request_that_the_parser_refuses() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            isWhole(answer(post("local/api/v1/Docs", "X-Long: " + "x".repeat(9_000), length(LARGE)), LARGE), 431, i);
            isWhole(answer(post("local/api/v1/Docs", "Content-Length: x"), LARGE), 400, i);
        }
    }

    @Test
    void and_nobody_sends_for_ever() {
        long share = 128L << 20;
        long[] sent = {0};
        assertThat(sendsOn(sent)).hasMessageMatching("(?i).*(reset|broken pipe|aborted).*");
        assertThat(sent[0]).isBetween(share, share + (32L << 20));
    }

    private static IOException sendsOn(long[] sent) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), guarded.port())) {
            OutputStream out = socket.getOutputStream();
            out.write((post("local/api/v1/Docs", length(1L << 40)) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] portion = new byte[PORTION];
            while (sent[0] < 1L << 30) {
                out.write(portion);
                sent[0] += PORTION;
            }
            return new IOException("all was taken");
        } catch (IOException e) {
            return e;
        }
    }

    @Test
    void and_what_has_arrived_with_its_refusal_leaves_the_connection_as_it_was() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), guarded.port())) {
            socket.setSoTimeout(30_000);
            String small = post("local/api/v1/Docs", length(2)) + "\r\n{}";
            String last = "GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write((small + last).getBytes(StandardCharsets.US_ASCII));
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 401 ")
                    .contains("HTTP/1.1 200 ")
                    .containsOnlyOnce("Connection: close");
        }
    }
}
