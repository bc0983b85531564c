package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.access.PasswordHash;

/**
 * With {@code authentication: backend} it is the server behind that says who may what, to each as himself; the server here
 * is a bridge with accounts of its own.
 */
@Timeout(180)
class BackendAccountsTest {
    private static final String EXCHANGE = basic("обмен", "пароль");
    private static final String WRONG = basic("обмен", "другой");
    private static final String BOSS = basic("boss", "boss");
    private static final String STRANGER = basic("nobody", "пароль");

    private static Bridge backend;
    private static Bridge bridge;

    private static String hash(String password) {
        return PasswordHash.of(password.toCharArray()).text();
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        backend = Bridge.start(
                folder.resolve("backend"),
                "users:\n"
                        + "  обмен: { password: \"" + hash("пароль") + "\", bases: main }\n"
                        + "  boss: { password: \"" + hash("boss") + "\", admin: true }\n"
                        + "default-base: main\nbases:\n"
                        + "  main: { sandbox: { store: memory } }\n"
                        + "  second: { sandbox: { store: memory } }\n");
        bridge = Bridge.start(
                folder.resolve("bridge"),
                "authentication: backend\ndefault-base: forwarded\nbases:\n"
                        + base("forwarded", "main", "verbatim")
                        + base("typed", "main", "typed")
                        + base("forwarded-second", "second", "verbatim")
                        + base("typed-second", "second", "typed"));
    }

    private static String base(String name, String there, String forward) {
        return "  " + name + ": { rest: { url: \"" + backend.origin() + "/" + there + "/api/v1\", forward: " + forward
                + " } }\n";
    }

    @AfterAll
    static void stop() {
        bridge.close();
        backend.close();
    }

    private static Client base(String name) {
        return new Client(bridge.origin() + "/" + name + "/api/v1");
    }

    private static Client.Answer as(String authorization, String base, String method, String path, String body) {
        return authorization == null
                ? base(base).send(method, path, body)
                : base(base).send(method, path, body, "Authorization", authorization);
    }

    private static int status(String authorization, String base, String path) {
        return as(authorization, base, "GET", path, null).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void who_shows_the_servers_account_is_let_in_and_nobody_else_before_or_after(String base) {
        for (String path : new String[] {"/BaseInfo", "/$metadata", "/", "/Docs?$top=1", "/Users/$count"}) {
            for (int i = 0; i < 2; i++) {
                assertThat(status(null, base, path)).as(path).isEqualTo(401);
                assertThat(status(WRONG, base, path)).as(path).isEqualTo(401);
                assertThat(status(STRANGER, base, path)).as(path).isEqualTo(401);
                assertThat(status("Bearer x", base, path)).as(path).isEqualTo(401);
                assertThat(status(EXCHANGE, base, path)).as(path).isEqualTo(200);
            }
        }
        assertThat(as(WRONG, base, "GET", "/BaseInfo", null).header("WWW-Authenticate"))
                .startsWith("Basic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void writes_are_the_callers_own_and_what_he_may_not_is_not_done(String base) {
        String id = UUID.randomUUID().toString();
        String user = "{\"id\":\"" + id + "\",\"name\":\"x\"}";
        String address = "/Users('" + id + "')";
        for (String nobody : new String[] {null, WRONG, STRANGER}) {
            assertThat(as(nobody, base, "POST", "/Users", user).status()).isEqualTo(401);
        }
        assertThat(status(EXCHANGE, base, address)).isEqualTo(404);
        assertThat(as(EXCHANGE, base, "POST", "/Users", user).status()).isEqualTo(201);
        for (String nobody : new String[] {null, WRONG, STRANGER}) {
            assertThat(as(nobody, base, "PATCH", address, "{\"name\":\"y\"}").status())
                    .isEqualTo(401);
            assertThat(as(nobody, base, "DELETE", address, null).status()).isEqualTo(401);
        }
        assertThat(as(EXCHANGE, base, "GET", address, null).json().text("name")).isEqualTo("x");
        assertThat(as(EXCHANGE, base, "DELETE", address, null).status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded-second", "typed-second"})
    void what_the_server_allows_to_one_it_does_not_allow_to_another(String base) {
        String user = "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"x\"}";
        for (int i = 0; i < 2; i++) {
            assertThat(status(EXCHANGE, base, "/Docs?$top=1")).isEqualTo(403);
            assertThat(status(EXCHANGE, base, "/$metadata")).isEqualTo(403);
            assertThat(as(EXCHANGE, base, "POST", "/Users", user).status()).isEqualTo(403);
            assertThat(status(BOSS, base, "/Docs?$top=1")).isEqualTo(200);
        }
        assertThat(as(BOSS, base, "POST", "/Users", user).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void a_session_is_its_owners_from_its_opening_to_its_renewal(String base) {
        assertThat(status(null, base, "/session?username=boss&password=x")).isEqualTo(401);
        assertThat(status(null, base, "/session?username=nobody&password=boss")).isEqualTo(401);
        Properties opened = base(base)
                .get("/session?username=%D0%BE%D0%B1%D0%BC%D0%B5%D0%BD&password=%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C")
                .json();
        String token = "Bearer " + opened.text("access_token");
        assertThat(status(token, base, "/Docs?$top=1")).isEqualTo(200);
        assertThat(status(token + "x", base, "/Docs?$top=1")).isEqualTo(401);
        assertThat(status("Bearer " + opened.text("refresh_token"), base, "/Docs?$top=1"))
                .isEqualTo(401);
        String user = "{\"id\":\"" + UUID.randomUUID() + "\",\"name\":\"x\"}";
        assertThat(as(token, base, "POST", "/Users", user).status()).isEqualTo(201);

        Client.Answer renewed = renewed(base, opened.text("refresh_token"));
        assertThat(renewed.status()).as(renewed.text()).isEqualTo(200);
        assertThat(status("Bearer " + renewed.json().text("access_token"), base, "/BaseInfo"))
                .isEqualTo(200);
        assertThat(renewed(base, opened.text("refresh_token")).status())
                .as("a refresh token serves once")
                .isEqualTo(401);
    }

    private static Client.Answer renewed(String base, String refresh) {
        return base(base)
                .send(
                        "POST",
                        "/session",
                        "grant_type=refresh_token&refresh_token=" + refresh,
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded-second", "typed-second"})
    void a_session_gives_no_more_than_its_owner_has(String base) {
        // the server opens sessions for whom it knows, whatever base he names
        Client.Answer opened = base(base)
                .get("/session?username=%D0%BE%D0%B1%D0%BC%D0%B5%D0%BD&password=%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C");
        if (opened.status() == 200) {
            assertThat(status("Bearer " + opened.json().text("access_token"), base, "/BaseInfo"))
                    .isEqualTo(403);
        } else {
            assertThat(opened.status()).isEqualTo(403);
        }
        String boss =
                base(base).get("/session?username=boss&password=boss").json().text("access_token");
        assertThat(status("Bearer " + boss, base, "/BaseInfo")).isEqualTo(200);
    }

    @Test
    void nobody_goes_on_with_an_upload_by_its_owners_name_alone() {
        String product = "{\"id\":\"p-1\",\"name\":\"x\",\"packings\":[]}";
        assertThat(as(EXCHANGE, "typed", "POST", "/Products/BeginUpdate", "{}").status())
                .isEqualTo(204);
        for (String nobody : new String[] {null, WRONG, STRANGER}) {
            for (String step : new String[] {"BeginUpdate", "BeginOverwrite", "ResetUpdate", "EndUpdate"}) {
                assertThat(as(nobody, "typed", "POST", "/Products/" + step, "{}")
                                .status())
                        .as(step)
                        .isEqualTo(401);
            }
            assertThat(as(nobody, "typed", "POST", "/Products", product).status())
                    .isEqualTo(401);
        }
        assertThat(as(EXCHANGE, "typed", "POST", "/Products", product).status()).isEqualTo(201);
        assertThat(as(EXCHANGE, "typed", "POST", "/Products/EndUpdate", "{}").status())
                .isEqualTo(204);
        assertThat(status(EXCHANGE, "typed", "/Products('p-1')")).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void many_at_once_have_each_his_own_answer(String base) throws Exception {
        List<Future<String>> answers = new ArrayList<>();
        ExecutorService clients = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 40; i++) {
                answers.add(clients.submit(() -> "200 " + status(EXCHANGE, base, "/Users/$count")));
                answers.add(clients.submit(() -> "401 " + status(null, base, "/Users/$count")));
                answers.add(clients.submit(() -> "200 " + status(BOSS, base, "/Users/$count")));
                answers.add(clients.submit(() -> "401 " + status("Bearer x", base, "/Users/$count")));
            }
            for (Future<String> answer : answers) {
                String[] both = answer.get(60, TimeUnit.SECONDS).split(" ");
                assertThat(both[1]).isEqualTo(both[0]);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    @Test
    void looking_after_this_bridge_is_no_account_of_the_servers() {
        Client top = new Client(bridge.origin());
        for (String anybody : new String[] {EXCHANGE, BOSS, WRONG}) {
            for (String address : new String[] {"GET /admin/check", "POST /admin/reload"}) {
                String[] parts = address.split(" ");
                assertThat(top.send(parts[0], parts[1], null, "Authorization", anybody)
                                .status())
                        .isEqualTo(403);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void the_description_of_a_base_is_for_those_who_may_read_it(String base) {
        Client top = new Client(bridge.origin());
        String address = "/openapi.json?base=" + base;
        assertThat(top.send("GET", address, null, "Authorization", EXCHANGE).status())
                .isEqualTo(200);
        assertThat(top.get(address).status()).isEqualTo(401);
        assertThat(top.send("GET", address, null, "Authorization", WRONG).status())
                .isEqualTo(401);
    }

    @Test
    void a_server_that_asks_for_an_account_is_in_order() {
        Client.Answer health = new Client(bridge.origin()).get("/health/ready");
        assertThat(health.status()).as(health.text()).isEqualTo(200);
    }
}
