package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where nobody is asked who he is, no site on the Internet can pass for the bridge. */
class AskedNameTest {
    private static final List<String> PATHS = List.of(
            "/local/api/v1/BaseInfo",
            "/forwarded/api/v1/BaseInfo",
            "/typed/api/v1/BaseInfo",
            "/health/ready",
            "/swagger/index.html",
            "/openapi.json");

    private static EchoServer backend;
    private static Bridge open;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        backend = EchoServer.start();
        open = Bridge.start(
                folder,
                "default-base: local\nallowed-hosts: [Bridge.Firm.ru]\nbases:\n"
                        + "  local: { sandbox: { store: memory } }\n"
                        + "  forwarded: { rest: { url: \"" + backend.api() + "\" } }\n"
                        + "  typed: { rest: { url: \"" + backend.api() + "\", forward: typed } }\n");
    }

    @AfterAll
    static void stop() {
        open.close();
        backend.close();
    }

    private static String asked(String method, String path, String host) throws IOException {
        return Wire.exchange(
                open.port(),
                method + " " + path + " HTTP/1.1\r\nHost: " + host
                        + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                StandardCharsets.UTF_8);
    }

    @Test
    void by_a_name_of_somebody_else_nothing_is_answered() throws Exception {
        for (String path : PATHS) {
            for (String host : List.of("evil.example", "127.0.0.1.evil.example", "firm.ru:80", "x.bridge.firm.ru")) {
                for (String method : List.of("GET", "POST")) {
                    assertThat(asked(method, path, host))
                            .as("%s %s at %s", method, path, host)
                            .startsWith("HTTP/1.1 403 ")
                            .contains("allowed-hosts");
                }
            }
        }
        assertThat(asked("GET", "http://evil.example/local/api/v1/BaseInfo", "localhost"))
                .startsWith("HTTP/1.1 400 "); // the two say different things
    }

    @Test
    void by_a_name_that_is_nobodys_or_its_own_it_is_asked() throws Exception {
        for (String path : PATHS) {
            for (String host : List.of(
                    "localhost:" + open.port(),
                    "127.0.0.1",
                    "127.0.0.1:80",
                    "[::1]:9080",
                    "[::1]",
                    "SRV-1C:9080",
                    "srv-1c.firm.local",
                    "BRIDGE.firm.ru:9080")) {
                assertThat(asked("GET", path, host)).as("%s at %s", path, host).startsWith("HTTP/1.1 200 ");
            }
        }
    }

    @Test
    void where_he_is_asked_who_he_is_the_name_does_not_count(@TempDir Path folder) throws Exception {
        String yaml = "authentication: backend\nbases: { main: { rest: { url: \"" + backend.api() + "\" } } }\n";
        try (Bridge bridge = Bridge.start(folder, yaml)) {
            assertThat(Wire.exchange(
                            bridge.port(),
                            "GET /main/api/v1/BaseInfo HTTP/1.1\r\nHost: ms.firm.ru\r\nConnection: close\r\n\r\n",
                            StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 200 ");
        }
    }
}
