package ru.smartsbridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

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
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.query.Query;

/** Which servers are believed over https, with certificates that the JDK's keytool makes for each run. */
@Timeout(120)
class TrustTest {
    private static final String SECRET = "changeit";

    @TempDir
    static Path folder;

    private static Path store;

    /** Self-signed for a host that nobody calls. */
    private static Path ownPem;

    private static Path authorityPem;

    private HttpsServer server;

    @BeforeAll
    static void makeCertificates() throws Exception {
        store = folder.resolve("pairs.p12");
        pair("own", "san=dns:SERVER-2012");
        pair("changed", "san=dns:SERVER-2012");
        pair("ca", "bc:c");
        pair("right", "san=ip:127.0.0.1", "-signer", "ca");
        pair("wrong", "san=dns:elsewhere.example", "-signer", "ca");
        ownPem = export("own");
        authorityPem = export("ca");
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** A pair with a certificate of the named extension, signed by itself or by another of the store. */
    private static void pair(String name, String extension, String... signer) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of("-J-XX:TieredStopAtLevel=1", "-genkeypair", "-keyalg", "EC", "-alias", name));
        command.addAll(List.of("-dname", "CN=SERVER-2012", "-validity", "2", "-ext", extension));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", SECRET, "-storetype", "PKCS12"));
        command.addAll(List.of(signer));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }

    private static KeyStore pairs() throws IOException, GeneralSecurityException {
        KeyStore pairs = KeyStore.getInstance("PKCS12");
        try (InputStream file = Files.newInputStream(store)) {
            pairs.load(file, SECRET.toCharArray());
        }
        return pairs;
    }

    private static Path export(String name) throws IOException, GeneralSecurityException {
        byte[] certificate = pairs().getCertificate(name).getEncoded();
        String pem = "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder().encodeToString(certificate)
                + "\n-----END CERTIFICATE-----\n";
        return Files.writeString(folder.resolve(name + ".pem"), pem);
    }

    /** An https server with the named pair, answering one empty list; gives its address. */
    private String serve(String name) throws IOException, GeneralSecurityException {
        KeyStore pairs = pairs();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        char[] secret = SECRET.toCharArray();
        keys.setKeyEntry(name, pairs.getKey(name, secret), secret, pairs.getCertificateChain(name));
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, SECRET.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            byte[] body = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return "https://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
    }

    private static void list(Transport transport) {
        transport.list(EntitySet.USERS, Query.ALL, CALL).close();
    }

    private BridgeException refused(String certificate, Object... settings)
            throws IOException, GeneralSecurityException {
        try (Transport transport = Opened.at(serve(certificate), settings)) {
            BridgeException error = errorOf(() -> transport.delete(EntitySet.USERS, "1", CALL));
            assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
            assertThat(error.getMessage()).contains("nothing of the request was done");
            return error;
        }
    }

    @Test
    void a_servers_own_certificate_is_believed_whatever_name_it_carries() throws Exception {
        try (Transport transport = Opened.at(serve("own"), "trust", ownPem)) {
            list(transport);

            assertThat(transport.forwarding().orElseThrow().trust()).isPresent();
        }
    }

    @Test
    void an_unknown_certificate_is_refused_and_the_way_out_named() throws Exception {
        assertThat(refused("own").getMessage()).contains("not trusted", "'trust'");
    }

    @Test
    void a_changed_certificate_is_refused_even_with_the_same_name() throws Exception {
        assertThat(refused("changed", "trust", ownPem).getMessage()).contains("not trusted", "changed");
    }

    @Test
    void a_certificate_of_a_given_authority_is_believed_for_its_own_host_only() throws Exception {
        try (Transport transport = Opened.at(serve("right"), "trust", authorityPem)) {
            list(transport);
        }
        server.stop(0);
        assertThat(refused("wrong", "trust", authorityPem).getMessage()).contains("another host");
    }

    @Test
    void a_file_may_hold_several_certificates() throws Exception {
        Path both = folder.resolve("both.pem");
        Files.writeString(both, Files.readString(authorityPem) + Files.readString(ownPem));
        for (String certificate : List.of("own", "right")) {
            try (Transport transport = Opened.at(serve(certificate), "trust", both)) {
                list(transport);
            }
            server.stop(0);
        }
    }

    @Test
    void a_port_that_speaks_no_tls_is_told() throws Exception {
        try (SocketServer plain = new SocketServer(connection -> {
                    connection.send("HTTP/1.1 400 Bad\r\n\r\n");
                    connection.untilClosed();
                });
                Transport transport = Opened.at(plain.url().replace("http:", "https:"))) {
            BridgeException error = errorOf(() -> list(transport));

            assertThat(error)
                    .hasMessageContaining("https")
                    .extracting(BridgeException::category)
                    .isEqualTo(Category.UNREACHABLE);
        }
    }

    @Test
    void a_trust_file_that_cannot_be_used_is_named_at_opening() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");
        Path text = Files.writeString(folder.resolve("text.pem"), "not a certificate");
        for (Path file : List.of(empty, text, folder.resolve("missing.pem"), folder)) {
            BridgeException error = errorOf(() -> Opened.at("https://ms-server/api/v1", "trust", file));

            assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
            assertThat(error.getMessage()).contains(file.toString());
            assertThat(error.target()).hasValue("trust");
        }
    }
}
