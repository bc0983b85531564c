package ru.smartsbridge.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.User;
import ru.smartsbridge.api.query.Query;

/** What a client is told when a server refuses, breaks off, is slow, or is not there. */
@Timeout(60)
class FailuresTest {
    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    private Transport transport;

    @BeforeEach
    void open() {
        transport = Opened.at(SERVER.baseUrl() + "/api/v1");
    }

    @AfterEach
    void close() {
        transport.close();
    }

    private static int listed(Transport transport) {
        int count = 0;
        try (Rows<User> users = transport.list(EntitySet.USERS, Query.ALL, CALL)) {
            while (users.hasNext()) {
                users.next();
                count++;
            }
        }
        return count;
    }

    private BridgeException listingUsers(com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder answer) {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users")).willReturn(answer));
        return errorOf(() -> listed(transport));
    }

    @ParameterizedTest
    @CsvSource({
        "400, INVALID_REQUEST",
        "401, UNAUTHENTICATED",
        "403, FORBIDDEN",
        "404, NOT_FOUND",
        "405, BACKEND_FAILED",
        "409, CONFLICT",
        "413, TOO_LARGE",
        "429, TOO_MANY",
        "500, BACKEND_FAILED",
        "501, UNSUPPORTED_HERE",
        "503, UNREACHABLE",
        "504, TIMED_OUT"
    })
    void a_refusal_keeps_the_servers_words(int status, Category category) {
        BridgeException error = listingUsers(status(status)
                .withBody("{\"error\":{\"code\":\"\",\"message\":\"Так нельзя: {0} 'x'\","
                        + "\"innererror\":{\"message\":\"inner\",\"stacktrace\":\"at Secret.Place()\"}}}"));

        assertThat(error.category()).isEqualTo(category);
        assertThat(error.text().in(Locale.forLanguageTag("ru"))).isEqualTo("Так нельзя: {0} 'x'");
    }

    @Test
    void a_refusal_tells_at_what_the_server_saw_it() {
        BridgeException error = listingUsers(
                status(400).withBody("{\"error\":{\"message\":\"no\",\"target\":\"declaredItems/0/цена\"}}"));

        assertThat(error.target()).hasValue("declaredItems/0/цена");
        assertThat(listingUsers(status(400).withBody("{\"error\":{\"message\":\"no\"}}"))
                        .target())
                .isEmpty();
    }

    @Test
    void a_failed_write_keeps_the_servers_target() {
        SERVER.stubFor(delete(urlEqualTo("/api/v1/Users('2')"))
                .willReturn(status(500).withBody("{\"error\":{\"message\":\"disk\",\"target\":\"id\"}}")));

        assertThat(errorOf(() -> transport.delete(EntitySet.USERS, "2", CALL)).target())
                .hasValue("id");
    }

    @Test
    void an_error_inside_of_a_success_keeps_the_servers_target() {
        BridgeException error = listingUsers(
                okJson("{\"value\":[{\"id\":\"1\"},{\"error\":{\"message\":\"no\",\"target\":\"name\"}}]}"));

        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.target()).hasValue("name");
    }

    @Test
    void a_refusal_without_words_names_the_server_and_the_status() {
        BridgeException error = listingUsers(status(500).withBody("<html>Oops</html>"));

        assertThat(error.getMessage()).contains(SERVER.baseUrl()).contains("500");
    }

    @Test
    void a_failed_write_says_that_its_outcome_is_unknown_and_how_to_find_out() {
        SERVER.stubFor(delete(urlEqualTo("/api/v1/Users('1')"))
                .willReturn(status(500).withBody("{\"error\":{\"message\":\"disk\"}}")));

        BridgeException error = errorOf(() -> transport.delete(EntitySet.USERS, "1", CALL));

        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.getMessage()).contains("disk", "unknown", "Read".toLowerCase(Locale.ROOT));
        assertThat(error.text().in(Locale.forLanguageTag("ru"))).contains("Неизвестно, выполнен ли запрос", "disk");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"value\":[{\"id\":\"1\"},",
                "{\"value\":[{\"id\":\"1\"}]",
                "{\"value\":[{\"id\":\"1\"}]}}",
                "{\"value\":[{\"id\":\"1\",}]}",
                "{\"value\":[{\"id\":\"1\"},null]}",
                "{\"value\":{\"id\":\"1\"}}",
                "{\"id\":\"1\"}",
                "[{\"id\":\"1\"}]",
                "<html>",
                "",
                "{\"value\":[{\"id\":\"1\"}],\"error\":{\"message\":\"mid\"}}",
                "{\"value\":[{\"id\":\"1\"},{\"error\":{\"message\":\"mid\"}}]}",
                "{\"error\":{\"message\":\"mid\"}}"
            })
    void a_body_that_is_not_the_whole_list_is_an_error_and_no_end(String body) {
        assertThat(listingUsers(aResponse().withBody(body)).category()).isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void rows_that_failed_once_do_not_end_afterwards() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users")).willReturn(aResponse().withBody("{\"value\":[")));
        try (Rows<User> users = transport.list(EntitySet.USERS, Query.ALL, CALL)) {
            assertThat(errorOf(users::hasNext)).isSameAs(errorOf(users::hasNext));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                HEAD + "Content-Length: 40\r\n\r\n{\"value\":[{\"id\":\"1\"}]}",
                HEAD + "Content-Length: 40\r\n\r\n{\"value\":[{\"id",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n16\r\n{\"value\":[{\"id\":\"1\"}]}\r\n",
                HEAD + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"val\r\n"
            })
    void half_an_answer_is_an_error_even_when_its_json_is_whole(String half) throws IOException {
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send(half);
                });
                Transport here = Opened.at(server.url())) {
            BridgeException error = errorOf(() -> listed(here));

            assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(error.getMessage()).contains("broke off");
        }
    }

    @Test
    void a_packed_answer_is_unpacked() throws IOException {
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write("{\"value\":[{\"id\":\"1\"},{\"id\":\"2\"}]}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        byte[] bytes = packed.toByteArray();
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users"))
                .willReturn(aResponse().withHeader("Content-Encoding", "gzip").withBody(bytes)));
        assertThat(listed(transport)).isEqualTo(2);

        byte[] half = java.util.Arrays.copyOf(bytes, bytes.length / 2);
        assertThat(listingUsers(aResponse()
                                .withHeader("Content-Encoding", "gzip")
                                .withBody(half))
                        .category())
                .isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void a_read_follows_redirects_within_the_server() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users")).willReturn(temporaryRedirect("/api/v1/users?x=%20y")));
        SERVER.stubFor(get(urlEqualTo("/api/v1/users?x=%20y")).willReturn(okJson("{\"value\":[{\"id\":\"1\"}]}")));

        assertThat(listed(transport)).isEqualTo(1);
    }

    @Test
    void a_redirect_to_another_server_names_what_to_configure() {
        BridgeException error = listingUsers(temporaryRedirect("https://other.host/MobileSMARTS/api/v1/Users"));

        assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
        assertThat(error.getMessage()).contains("https://other.host/MobileSMARTS/api/v1/Users", "rest.url");
    }

    @Test
    void redirects_in_a_circle_end() {
        assertThat(listingUsers(temporaryRedirect("/api/v1/Users")).category()).isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void a_write_is_never_redirected() {
        SERVER.stubFor(delete(urlEqualTo("/api/v1/Users('1')")).willReturn(temporaryRedirect("/api/v1/users('1')")));
        SERVER.stubFor(delete(urlEqualTo("/api/v1/users('1')")).willReturn(status(204)));

        assertThat(errorOf(() -> transport.delete(EntitySet.USERS, "1", CALL)).category())
                .isEqualTo(Category.BACKEND_FAILED);
    }

    @Test
    void where_nobody_listens_nothing_was_done() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (Transport nowhere = Opened.at("http://127.0.0.1:" + port + "/api/v1")) {
            BridgeException error = errorOf(() -> nowhere.delete(EntitySet.USERS, "1", CALL));

            assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
            assertThat(error.getMessage()).contains("does not take connections", "nothing of the request was done");
        }
    }

    @Test
    void an_unknown_host_is_named() {
        try (Transport nowhere = Opened.at("http://no_such_host.invalid:9000/api/v1")) {
            BridgeException error = errorOf(() -> listed(nowhere));

            assertThat(error.category()).isEqualTo(Category.UNREACHABLE);
            assertThat(error.getMessage()).contains("no_such_host.invalid", "was not found");
        }
    }

    @Test
    void an_answer_that_does_not_begin_in_time_is_timed_out() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    await(done);
                });
                Transport here = Opened.at(server.url(), "request-timeout", Duration.ofMillis(200))) {
            BridgeException read = errorOf(() -> listed(here));
            BridgeException write = errorOf(() -> here.delete(EntitySet.USERS, "1", CALL));
            done.countDown();

            assertThat(read.category()).isEqualTo(Category.TIMED_OUT);
            assertThat(read.getMessage()).doesNotContain("unknown");
            assertThat(write.category()).isEqualTo(Category.TIMED_OUT);
            assertThat(write.getMessage()).contains("unknown", "Read the entity or the list again");
        }
    }

    @Test
    void an_end_action_may_take_longer_than_other_requests() throws IOException {
        CountDownLatch readTimedOut = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    boolean end = connection.head().contains("EndUpdate");
                    await(readTimedOut);
                    connection.send(end ? "HTTP/1.1 204 No Content\r\n\r\n" : HEAD + "Content-Length: 0\r\n\r\n");
                });
                Transport here = Opened.at(
                        server.url(),
                        "request-timeout",
                        Duration.ofMillis(200),
                        "end-timeout",
                        Duration.ofSeconds(30))) {
            CompletableFuture<Void> ending =
                    CompletableFuture.runAsync(() -> here.endUpdate(EntitySet.DOCS, "1", CALL));
            assertThat(errorOf(() -> listed(here)).category()).isEqualTo(Category.TIMED_OUT);
            readTimedOut.countDown();

            assertThat(ending).succeedsWithin(Duration.ofSeconds(20));
        }
    }

    @Test
    void an_answer_that_stops_coming_is_timed_out_and_one_that_drips_is_not() throws IOException {
        CountDownLatch done = new CountDownLatch(1);
        try (SocketServer server = new SocketServer(connection -> {
                    connection.head();
                    connection.send(HEAD + "Content-Length: 100\r\n\r\n{\"value\":[{\"id\":\"1\"},");
                    await(done);
                });
                Transport here = Opened.at(server.url(), "idle-timeout", Duration.ofMillis(300))) {
            try (Rows<User> users = here.list(EntitySet.USERS, Query.ALL, CALL)) {
                assertThat(users.next().id()).isEqualTo("1");
                assertThat(errorOf(users::hasNext).category()).isEqualTo(Category.TIMED_OUT);
            }
            done.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
