package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes on the wire that no client library sends: raw letters in addresses, and requests that are none. */
class WireTest {
    private static Bridge typed;
    private static Bridge forwarding;

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        typed = Bridge.start(
                folder.resolve("typed"), Bridge.DEMO + "limits: { body: 100KB, header: 8KB, request-idle: 500ms }\n");
        forwarding = Bridge.start(
                folder.resolve("forwarding"),
                "bases: { main: { transport: rest, rest: { url: \"" + typed.api() + "\" } } }\n"
                        + "limits: { body: 100KB, header: 8KB, request-idle: 500ms }\n");
    }

    @AfterAll
    static void stop() {
        forwarding.close();
        typed.close();
    }

    private static int port(boolean forwarded) {
        return forwarded ? forwarding.port() : typed.port();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void raw_cyrillic_in_path_key_and_filter_is_taken(boolean forwarded) throws Exception {
        Client api = new Client(typed.api());
        api.send("DELETE", "/Users('%D0%98%D0%B2%D0%B0%D0%BD%201')", null);
        assertThat(api.post("/Users", "{\"id\":\"Иван 1\",\"name\":\"Иван\"}").status())
                .isEqualTo(201);
        String root = "/MobileSMARTS/api/v1";
        assertThat(Wire.get(port(forwarded), root + "/Users%20('Иван%201')"))
                .contains(" 200 ")
                .contains("\"Иван\"");
        assertThat(Wire.get(port(forwarded), root + "/Users?$filter=name%20eq%20'Иван'"))
                .contains("\"Иван 1\"");
        assertThat(Wire.get(port(forwarded), root + "/Tables/Цены"))
                .contains(" 404 ")
                .contains("Цены");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_address_in_another_encoding_is_refused(boolean forwarded) throws Exception {
        String request = "GET /MobileSMARTS/api/v1/Tables/Цены HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        assertThat(Wire.exchange(port(forwarded), request, Charset.forName("windows-1251")))
                .contains(" 400 ")
                .contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_body_over_the_limit_is_refused_whether_its_length_is_told_or_not(boolean forwarded) throws Exception {
        String head = "POST /MobileSMARTS/api/v1/Docs/PrihodNaSklad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n";
        assertThat(Wire.exchange(port(forwarded), head + "Content-Length: 200000\r\n\r\n"))
                .contains(" 413 ")
                .contains("\"error\"");
        String chunk = "8000\r\n" + " ".repeat(0x8000) + "\r\n";
        assertThat(Wire.exchange(
                        port(forwarded), head + "Transfer-Encoding: chunked\r\n\r\n" + chunk.repeat(4) + "0\r\n\r\n"))
                .contains(" 413 ")
                .contains("\"error\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_body_that_comes_too_slowly_is_the_clients_fault(boolean forwarded) throws Exception {
        String slow = "POST /MobileSMARTS/api/v1/Users HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{\"id\":";
        assertThat(Wire.exchange(port(forwarded), slow)).contains(" 408 ").contains("request-idle");
    }

    @Test
    void links_in_forwarded_answers_name_the_host_that_the_client_used() throws Exception {
        String answer = Wire.exchange(
                forwarding.port(),
                "GET /MobileSMARTS/api/v1/Users?$top=1 HTTP/1.1\r\nHost: bridge.local:9080\r\nConnection: close\r\n\r\n");
        assertThat(answer)
                .contains("\"@odata.context\":\"http://bridge.local:9080/MobileSMARTS/api/v1/$metadata#Users\"");
        String body = "{\"id\":\"linked\"}";
        assertThat(Wire.exchange(
                        forwarding.port(),
                        "POST /MobileSMARTS/api/v1/Users HTTP/1.1\r\nHost: bridge.local:9080\r\nConnection: close\r\n"
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body))
                .contains("Location: http://bridge.local:9080/MobileSMARTS/api/v1/Users('linked')");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_path_that_leads_elsewhere_is_refused(boolean forwarded) throws Exception {
        for (String path :
                new String[] {"/main/api/v1/%2e%2e/%2e%2e/secret", "/main/api/v1/x/../../y", "/main/api/v1/./x"}) {
            assertThat(Wire.get(port(forwarded), path)).contains(" 400 ").contains("\"error\"");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void every_answer_carries_a_request_id(boolean forwarded) throws Exception {
        String answer = Wire.exchange(
                port(forwarded),
                "GET /MobileSMARTS/api/v1/Users('no') HTTP/1.1\r\nHost: x\r\nX-Request-ID: 1c-7\r\nConnection: close\r\n\r\n");
        assertThat(answer).contains(" 404 ").containsOnlyOnce("X-Request-ID: 1c-7");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nonsense|400",
                "GET / HTTP/3.7|505",
                "GET /%zz HTTP/1.1|400",
                "GET /x HTTP/1.1\\r\\nHost: a\\r\\nHost: b|400",
                "GET /x HTTP/1.1|400",
                "GET /x HTTP/1.1\\r\\nHost: x\\r\\nbad header|400",
                "POST /x HTTP/1.1\\r\\nHost: x\\r\\nContent-Length: many|400",
                "GET /nothing HTTP/1.1\\r\\nHost: x\\r\\nConnection: close|404",
                "FOO /MobileSMARTS/api/v1/Users HTTP/1.1\\r\\nHost: x\\r\\nConnection: close|405",
                "OPTIONS * HTTP/1.1\\r\\nHost: x\\r\\nConnection: close|404",
            })
    void what_jetty_itself_refuses_has_the_form_of_the_api(String request, int status) throws Exception {
        String answer = Wire.exchange(typed.port(), request.replace("\\r\\n", "\r\n") + "\r\n\r\n");
        assertThat(answer)
                .contains(" " + status + " ")
                .contains("{\"error\":{\"code\":\"")
                .contains("application/json");
        assertThat(answer).doesNotContain("<html").doesNotContain("Exception").doesNotContain("jetty");
    }

    @Test
    void headers_over_the_limit_are_refused_in_the_form_of_the_api() throws Exception {
        String request = "GET / HTTP/1.1\r\nHost: x\r\nA: " + "a".repeat(20_000) + "\r\n\r\n";
        assertThat(Wire.exchange(typed.port(), request)).contains(" 431 ").contains("\"error\"");
    }

    @Test
    void a_body_that_breaks_off_is_refused_and_nothing_of_it_is_done() throws Exception {
        String request = "POST /MobileSMARTS/api/v1/Users HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n7\r\n{\"id\":\"\r\nzz\r\n";
        assertThat(Wire.exchange(typed.port(), request)).contains(" 400 ").contains("\"error\"");
    }
}
