package ru.smartsbridge.rest;

import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.CALL;
import static ru.smartsbridge.rest.Opened.errorOf;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.call.Call;
import ru.smartsbridge.api.call.Caller;
import ru.smartsbridge.api.call.Credentials;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.Product;
import ru.smartsbridge.api.query.Query;
import ru.smartsbridge.api.upload.UploadPlan;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.rest.http.BackendRoot;
import ru.smartsbridge.rest.http.Patience;
import ru.smartsbridge.rest.http.Wire;
import ru.smartsbridge.rest.session.TokenSession;

/** Who the bridge says that it is, and how long a session lasts. */
@Timeout(60)
class SessionsTest {
    @RegisterExtension
    static final WireMockExtension SERVER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    /** {@code Иван:пароль} in UTF-8. */
    private static final String BASIC = "Basic 0JjQstCw0L060L/QsNGA0L7Qu9GM";

    private final AtomicLong clock = new AtomicLong();

    @BeforeEach
    void open() {
        SERVER.stubFor(get(urlEqualTo("/api/v1/Users")).willReturn(okJson("{\"value\":[]}")));
    }

    private static String url() {
        return SERVER.baseUrl() + "/api/v1";
    }

    private static void list(Transport transport, Call call) {
        transport.list(EntitySet.USERS, Query.ALL, call).close();
    }

    /** The server gives {@code t1}, {@code t2} … one after another, to a password or a refresh token. */
    private static void givesTokens() {
        String state = Scenario.STARTED;
        for (int i = 1; i <= 3; i++) {
            SERVER.stubFor(post(urlEqualTo("/api/v1/session"))
                    .inScenario("tokens")
                    .whenScenarioStateIs(state)
                    .willSetStateTo("given" + i)
                    .willReturn(
                            okJson("{\"Access_Token\":\"t" + i + "\",\"TOKEN_type\":\"bearer\",\"Expires_In\":\"1000\","
                                    + "\"Refresh_token\":\"r" + i + "\"}")));
            state = "given" + i;
        }
    }

    private TokenSession session(Wire wire) {
        return new TokenSession(wire, new Credentials.Password("Иван", "п&=% ü"), clock::get);
    }

    private static Wire wire() {
        Duration time = Duration.ofSeconds(20);
        return new Wire("s", BackendRoot.of(url()), new Patience(time, time, time, time), Optional.empty(), 8);
    }

    private void passes(long seconds) {
        clock.addAndGet(TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void a_configured_login_goes_along_as_basic_whoever_asks() {
        try (Transport transport = Opened.at(url(), "login", "Иван", "password", "пароль")) {
            list(transport, Opened.callBy(new Credentials.Token("callers")));

            SERVER.verify(getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Authorization", equalTo(BASIC)));
        }
    }

    @Test
    void without_a_configured_login_the_callers_credentials_go_along() {
        try (Transport transport = Opened.at(url())) {
            list(transport, Opened.callBy(new Credentials.Password("Иван", "пароль")));
            list(transport, Opened.callBy(new Credentials.Token("abc")));
            list(transport, CALL);

            SERVER.verify(getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Authorization", equalTo(BASIC)));
            SERVER.verify(
                    getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Authorization", equalTo("Bearer abc")));
            SERVER.verify(getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Authorization", absent()));
        }
    }

    @Test
    void a_refused_login_is_the_administrators_to_mend_and_a_callers_is_his_own() {
        SERVER.stubFor(any(anyUrl()).willReturn(status(401).withHeader("WWW-Authenticate", "Basic realm=x")));
        try (Transport configured = Opened.at(url(), "login", "bridge", "password", "geheim");
                Transport callers = Opened.at(url())) {
            BridgeException own = errorOf(() -> list(configured, CALL));
            BridgeException his = errorOf(() -> list(callers, Opened.callBy(new Credentials.Password("a", "b"))));

            assertThat(own.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(own.getMessage()).contains("Check login and password").doesNotContain("geheim");
            assertThat(his.category()).isEqualTo(Category.UNAUTHENTICATED);
            assertThat(errorOf(() -> list(callers, CALL)).category()).isEqualTo(Category.UNAUTHENTICATED);
        }
    }

    @Test
    void a_session_is_opened_once_by_form_and_used_with_every_request() {
        givesTokens();
        try (Transport transport = Opened.at(url(), "login", "Иван", "password", "п&=% ü", "auth", "token")) {
            list(transport, CALL);
            list(transport, CALL);

            SERVER.verify(1, postRequestedFor(urlEqualTo("/api/v1/session")));
            SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/session"))
                    .withHeader("Content-Type", equalTo("application/x-www-form-urlencoded"))
                    .withFormParam("grant_type", equalTo("password"))
                    .withFormParam("username", equalTo("Иван"))
                    .withFormParam("password", equalTo("п&=% ü")));
            SERVER.verify(
                    2, getRequestedFor(urlEqualTo("/api/v1/Users")).withHeader("Authorization", equalTo("Bearer t1")));
        }
    }

    @Test
    void a_session_is_refreshed_before_it_ends() {
        givesTokens();
        try (Wire wire = wire()) {
            TokenSession session = session(wire);
            assertThat(session.header(Caller.BRIDGE)).hasValue("Bearer t1");
            passes(799);
            assertThat(session.header(Caller.BRIDGE)).hasValue("Bearer t1");
            passes(2);
            assertThat(session.header(Caller.BRIDGE)).hasValue("Bearer t2");

            SERVER.verify(postRequestedFor(urlEqualTo("/api/v1/session"))
                    .withFormParam("grant_type", equalTo("refresh_token"))
                    .withFormParam("refresh_token", equalTo("r1")));
        }
    }

    @Test
    void a_refresh_that_fails_lets_the_old_token_serve_while_it_is_good() {
        givesTokens();
        try (Wire wire = wire()) {
            TokenSession session = session(wire);
            session.header(Caller.BRIDGE);
            SERVER.stubFor(post(urlEqualTo("/api/v1/session")).willReturn(status(503)));
            passes(900);
            assertThat(session.header(Caller.BRIDGE)).hasValue("Bearer t1");
            passes(200);
            assertThat(errorOf(() -> session.header(Caller.BRIDGE)).category()).isEqualTo(Category.UNREACHABLE);
        }
    }

    @Test
    void a_refused_refresh_token_leads_to_a_new_login() {
        givesTokens();
        try (Wire wire = wire()) {
            TokenSession session = session(wire);
            session.header(Caller.BRIDGE);
            SERVER.stubFor(post(urlEqualTo("/api/v1/session"))
                    .withRequestBody(containing("grant_type=refresh_token"))
                    .willReturn(status(400)));
            passes(1001);
            assertThat(session.header(Caller.BRIDGE)).hasValue("Bearer t2");
        }
    }

    @Test
    void a_login_that_is_refused_names_the_account_and_not_the_password() {
        SERVER.stubFor(post(urlEqualTo("/api/v1/session")).willReturn(status(401)));
        try (Transport transport = Opened.at(url(), "login", "bridge", "password", "geheim", "auth", "token")) {
            BridgeException error = errorOf(() -> list(transport, CALL));

            assertThat(error.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(error.getMessage())
                    .contains("bridge", "Check login and password")
                    .doesNotContain("geheim");
        }
    }

    @Test
    void an_answer_without_a_token_is_no_session() {
        SERVER.stubFor(post(urlEqualTo("/api/v1/session")).willReturn(okJson("{\"token_type\":\"bearer\"}")));
        try (Transport transport = Opened.at(url(), "login", "bridge", "auth", "token")) {
            assertThat(errorOf(() -> list(transport, CALL)).category()).isEqualTo(Category.BACKEND_FAILED);
        }
    }

    @Test
    void a_token_that_the_server_has_forgotten_leads_to_one_new_session_and_one_repeat() {
        givesTokens();
        SERVER.stubFor(delete(urlEqualTo("/api/v1/Users('1')")).willReturn(status(204)));
        SERVER.stubFor(delete(urlEqualTo("/api/v1/Users('1')"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(status(401)));
        try (Transport transport = Opened.at(url(), "login", "bridge", "auth", "token")) {
            transport.delete(EntitySet.USERS, "1", CALL);

            SERVER.verify(2, deleteRequestedFor(urlEqualTo("/api/v1/Users('1')")));
            SERVER.verify(2, postRequestedFor(urlEqualTo("/api/v1/session")));
        }
    }

    @Test
    void a_streamed_body_is_not_repeated_but_the_next_one_has_a_new_session() {
        givesTokens();
        SERVER.stubFor(post(urlEqualTo("/api/v1/Products/BeginUpdate")).willReturn(status(204)));
        SERVER.stubFor(post(urlEqualTo("/api/v1/Products")).willReturn(status(204)));
        SERVER.stubFor(post(urlEqualTo("/api/v1/Products"))
                .withHeader("Authorization", equalTo("Bearer t1"))
                .willReturn(status(401)));
        Product product = new Product(Properties.builder().put("id", "1").build());
        try (Transport transport = Opened.at(url(), "login", "bridge", "auth", "token")) {
            var upload = transport.begin(new UploadPlan.Products(UploadPlan.Mode.UPDATE), CALL);
            BridgeException first = errorOf(() -> upload.add(List.of(product).iterator(), CALL));
            long second = upload.add(List.of(product).iterator(), CALL);

            assertThat(first.category()).isEqualTo(Category.BACKEND_FAILED);
            assertThat(first.getMessage()).contains("Send it again");
            assertThat(second).isEqualTo(1);
        }
    }

    @Test
    void many_threads_open_one_session_and_refresh_it_once() throws Exception {
        givesTokens();
        try (Wire wire = wire()) {
            TokenSession session = session(wire);
            assertThat(headersOfMany(session)).containsOnly("Bearer t1");
            passes(1001);
            assertThat(headersOfMany(session)).containsOnly("Bearer t2");

            SERVER.verify(2, postRequestedFor(urlEqualTo("/api/v1/session")));
        }
    }

    private static List<String> headersOfMany(TokenSession session) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                asked.add(threads.submit(() -> session.header(Caller.BRIDGE).orElseThrow()));
            }
            List<String> headers = new ArrayList<>();
            for (Future<String> header : asked) {
                headers.add(header.get(20, TimeUnit.SECONDS));
            }
            return headers;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void telling_of_a_refused_session_does_not_wait_for_the_one_that_is_being_opened() throws Exception {
        givesTokens();
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch told = new CountDownLatch(1);
        ThreadLocal<AtomicInteger> looks = new ThreadLocal<>();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (Wire wire = wire()) {
            TokenSession session = new TokenSession(wire, new Credentials.Password("a", "b"), () -> {
                if (looks.get() != null && looks.get().incrementAndGet() == 2) { // by now it alone may open one
                    opening.countDown();
                    awaited(told);
                }
                return clock.get();
            });
            session.header(Caller.BRIDGE);
            passes(900);
            Future<Optional<String>> next = threads.submit(() -> {
                looks.set(new AtomicInteger());
                return session.header(Caller.BRIDGE);
            });
            awaited(opening);
            threads.submit(() -> session.rejected("Bearer t1")).get(10, TimeUnit.SECONDS);
            told.countDown();

            assertThat(next.get(20, TimeUnit.SECONDS)).hasValue("Bearer t2");
        } finally {
            told.countDown();
            threads.shutdownNow();
        }
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void forwarding_has_the_same_account_and_drops_a_rejected_session() {
        givesTokens();
        try (Transport transport = Opened.at(url() + "/", "login", "bridge", "auth", "token")) {
            Forwarding forwarding = transport.forwarding().orElseThrow();

            assertThat(forwarding.root()).hasToString(url());
            assertThat(forwarding.authorization()).hasValue("Bearer t1");
            forwarding.rejected("Bearer older");
            assertThat(forwarding.authorization()).hasValue("Bearer t1");
            forwarding.rejected("Bearer t1");
            assertThat(forwarding.authorization()).hasValue("Bearer t2");
        }
    }

    @Test
    void forwarding_without_an_account_hands_on_the_clients_own() {
        try (Transport transport = Opened.at(url());
                Transport typed = Opened.at(url(), "forward", "typed")) {
            assertThat(transport.forwarding().orElseThrow().authorization()).isEmpty();
            assertThat(typed.forwarding()).isEmpty();
        }
    }
}
