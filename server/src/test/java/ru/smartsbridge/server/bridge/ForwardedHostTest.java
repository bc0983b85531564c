package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which name a backend is called, and so which addresses it writes into its answers. */
@Timeout(60)
class ForwardedHostTest {
    private static final String ROOT = "/MobileSMARTS/api/v1";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> hosts = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> forwarded = new LinkedBlockingQueue<>();
    private HttpServer backend;

    @BeforeEach
    void start() throws Exception {
        backend = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        backend.createContext("/", exchange -> {
            hosts.add(exchange.getRequestHeaders().getFirst("Host"));
            forwarded.add(exchange.getRequestHeaders().getFirst("Forwarded"));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        backend.start();
    }

    @AfterEach
    void stop() {
        backend.stop(0);
    }

    private Bridge inFrontOfIt(String settings, String more) throws Exception {
        return Bridge.start(
                folder,
                "bases: { main: { transport: rest, rest: { url: \"http://" + own() + "/api/v1\"" + settings + " } } }\n"
                        + more);
    }

    private String own() {
        return "127.0.0.1:" + backend.getAddress().getPort();
    }

    private String hostFor(Bridge bridge, String head) throws Exception {
        assertThat(Wire.exchange(bridge.port(), head + "Connection: close\r\n\r\n"))
                .contains(" 204 ");
        return hosts.poll(20, TimeUnit.SECONDS);
    }

    private static String get(String host) {
        return "GET " + ROOT + "/Docs HTTP/1.1\r\nHost: " + host + "\r\n";
    }

    @ParameterizedTest
    @CsvSource({"'', client", "', host: client', client", "', host: server', server"})
    void the_backend_is_called_as_the_configuration_says_and_told_the_clients_host_in_any_case(
            String settings, String whose) throws Exception {
        try (Bridge bridge = inFrontOfIt(settings, "")) {
            String host = hostFor(bridge, get("ms_bridge.local:9080"));

            assertThat(host).isEqualTo(whose.equals("client") ? "ms_bridge.local:9080" : own());
            assertThat(forwarded.poll(20, TimeUnit.SECONDS)).contains("host=\"ms_bridge.local:9080\"");
        }
    }

    @Test
    void without_a_host_of_the_clients_the_backend_gets_its_own() throws Exception {
        try (Bridge bridge = inFrontOfIt("", "")) {
            assertThat(hostFor(bridge, "GET " + ROOT + "/Docs HTTP/1.0\r\n")).isEqualTo(own());
            assertThat(forwarded.poll(20, TimeUnit.SECONDS)).doesNotContain("host=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "user@host", "host/path", "хост", "a:b:c", "\"x\""})
    void a_host_that_cannot_stand_in_an_address_never_reaches_the_backend(String host) throws Exception {
        try (Bridge bridge = inFrontOfIt("", "")) {
            String answer = Wire.exchange(bridge.port(), get(host) + "Connection: close\r\n\r\n");

            assertThat(answer).containsAnyOf(" 204 ", " 400 ");
            assertThat(hosts).allMatch(own()::equals);
        }
    }

    @Test
    void a_trusted_proxys_word_about_the_clients_host_counts_and_anybody_elses_does_not() throws Exception {
        String head = get("inner:1") + "Forwarded: for=10.0.0.9;host=\"outer.example\"\r\n";
        try (Bridge bridge = inFrontOfIt("", "trusted-proxies: [127.0.0.1]\n")) {
            assertThat(hostFor(bridge, head)).isEqualTo("outer.example");
        }
        try (Bridge bridge = inFrontOfIt("", "")) {
            assertThat(hostFor(bridge, head)).isEqualTo("inner:1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"client", "server"})
    void the_links_of_a_base_behind_a_bridge_name_that_host(String whose) throws Exception {
        try (Bridge sandbox = Bridge.start(folder.resolve("sandbox"), Bridge.DEMO);
                Bridge bridge = Bridge.inFrontOf(sandbox, folder.resolve("bridge"), "verbatim, host: " + whose)) {
            String root = (whose.equals("client") ? "http://ms-bridge.local:9080" : sandbox.origin()) + ROOT;
            String host = " HTTP/1.1\r\nHost: ms-bridge.local:9080\r\nConnection: close\r\n";
            String read = Wire.exchange(bridge.port(), "GET " + ROOT + "/Warehouses" + host + "\r\n");
            String body = "{\"id\":\"host-1\",\"name\":\"x\"}";
            String written = Wire.exchange(
                    bridge.port(),
                    "POST " + ROOT + "/Docs/PrihodNaSklad" + host + "Content-Type: application/json\r\nContent-Length: "
                            + body.length() + "\r\n\r\n" + body);

            assertThat(read).contains("\"@odata.context\":\"" + root + "/$metadata#Warehouses\"");
            assertThat(written).contains(" 201 ").contains("Location: " + root + "/Docs/PrihodNaSklad('host-1')");
        }
    }
}
