package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Handing on to a backend that has a certificate of its own making, or that wants a session. */
@Timeout(120)
class ForwardingSecurityTest {
    private static final char[] SECRET = "changeit".toCharArray();

    @TempDir
    private Path folder;

    @Test
    void a_self_signed_certificate_that_is_trusted_by_name_is_taken_and_a_changed_one_is_not() throws Exception {
        KeyStore own = pair("own");
        KeyStore changed = pair("changed");
        Path pem = folder.resolve("own.pem");
        Files.writeString(
                pem,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(own.getCertificate("own").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        assertThat(statusThrough(own, ", trust: own.pem").status()).isEqualTo(200);
        Client.Answer refused = statusThrough(changed, ", trust: own.pem");
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.message()).contains("certificate").contains("rest.trust");
        assertThat(statusThrough(own, "").status()).isEqualTo(503);
    }

    private Client.Answer statusThrough(KeyStore pair, String settings) throws Exception {
        HttpsServer backend = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(pair, SECRET);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        backend.setHttpsConfigurator(new HttpsConfigurator(context));
        backend.createContext("/", exchange -> answer(exchange, 200, "{\"value\":[]}"));
        backend.start();
        try (Bridge bridge = inFrontOf("https", backend, settings)) {
            return new Client(bridge.api()).get("/Docs");
        } finally {
            backend.stop(0);
        }
    }

    @Test
    void a_session_with_the_backend_is_opened_once_and_anew_after_it_was_refused() throws Exception {
        AtomicInteger sessions = new AtomicInteger();
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        HttpServer backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/api/v1/session", exchange -> {
            seen.add("session " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "{\"Access_Token\":\"t" + sessions.incrementAndGet() + "\",\"expires_in\":86400}");
        });
        backend.createContext("/api/v1/Docs", exchange -> {
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            seen.add(authorization);
            boolean forgotten = sessions.get() == 1 && seen.size() > 3;
            answer(exchange, forgotten ? 401 : 200, "{}");
        });
        backend.start();
        try (Bridge bridge = inFrontOf("http", backend, ", auth: token, login: bridge, password: secret")) {
            Client api = new Client(bridge.api());
            assertThat(api.get("/Docs").status()).isEqualTo(200);
            assertThat(api.get("/Docs").status()).isEqualTo(200);
            assertThat(api.get("/Docs").status())
                    .as("the backend has forgotten the session")
                    .isEqualTo(401);
            assertThat(api.get("/Docs").status()).isEqualTo(200);
        } finally {
            backend.stop(0);
        }
        assertThat(seen)
                .containsExactly(
                        "session grant_type=password&username=bridge&password=secret",
                        "Bearer t1",
                        "Bearer t1",
                        "Bearer t1",
                        "session grant_type=password&username=bridge&password=secret",
                        "Bearer t2");
    }

    private Bridge inFrontOf(String scheme, HttpServer backend, String settings) throws Exception {
        return Bridge.start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"" + scheme + "://127.0.0.1:"
                        + backend.getAddress().getPort() + "/api/v1\"" + settings + " } } }\n");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** A pair with a certificate for a host that nobody calls, signed by itself. */
    private KeyStore pair(String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-J-XX:TieredStopAtLevel=1",
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        name,
                        "-dname",
                        "CN=SERVER-2012",
                        "-validity",
                        "2",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        new String(SECRET),
                        "-storetype",
                        "PKCS12"))
                .inheritIO()
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore pair = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            pair.load(file, SECRET);
        }
        return pair;
    }
}
