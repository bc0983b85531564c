package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.access.PasswordHash;

/** Who is let in, to what and as whom, on the forwarded and on the typed path alike. */
class GuardTest {
    private static final String USERS = "users:\n"
            + "  обмен: { password: \"" + hash("пароль")
            + "\", bases: [forwarded, typed, local, verbatim-passing, typed-passing] }\n"
            + "  other: { password: \"" + hash("other") + "\", bases: [second] }\n"
            + "  boss: { password: \"" + hash("boss") + "\", admin: true, bases: [second] }\n";

    private static EchoServer backend;
    private static Bridge guarded;

    private static String hash(String password) {
        return PasswordHash.of(password.toCharArray()).text();
    }

    @BeforeAll
    static void start(@TempDir Path folder) throws Exception {
        backend = EchoServer.start();
        guarded = Bridge.start(
                folder.resolve("guarded"),
                USERS
                        + "default-base: local\nlimits: { body: 64KB }\nallowed-origins: [\"https://shop.firm\"]\nbases:\n"
                        + "  local: { sandbox: { store: memory } }\n"
                        + "  second: { sandbox: { store: memory } }\n"
                        + "  forwarded: { rest: { url: \"" + backend.api() + "\" } }\n"
                        + "  typed: { rest: { url: \"" + backend.api() + "\", forward: typed } }\n"
                        + passing("verbatim")
                        + passing("typed"));
    }

    private static String passing(String forward) {
        return "  " + forward + "-passing: { rest: { url: \"" + backend.api() + "\", pass-login: true, forward: "
                + forward + " } }\n";
    }

    @AfterAll
    static void stop() {
        guarded.close();
        backend.close();
    }

    private static String basic(String login, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static final String EXCHANGE = basic("обмен", "пароль");

    private static Client base(String name) {
        return new Client(guarded.origin() + "/" + name + "/api/v1");
    }

    private static Client.Answer info(String base, String authorization) {
        return base(base).send("GET", "/BaseInfo", null, "Authorization", authorization);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void nobody_is_let_in_who_does_not_say_who_he_is(String base) {
        Client.Answer stranger = base(base).get("/BaseInfo");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(stranger.header("X-Request-ID")).isNotBlank();
        assertThat(stranger.message()).contains("who you are");
        assertThat(info(base, basic("обмен", "x")).status()).isEqualTo(401);
        assertThat(info(base, basic("nobody", "пароль")).status()).isEqualTo(401);
        assertThat(info(base, "Bearer x").status()).isEqualTo(401);
        assertThat(info(base, EXCHANGE).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void an_account_uses_the_bases_that_it_may(String base) {
        Client.Answer other = info(base, basic("other", "other"));
        assertThat(other.status()).isEqualTo(403);
        assertThat(other.message()).contains("other", base);
        assertThat(info("second", basic("other", "other")).status()).isEqualTo(200);
        assertThat(info("nosuch", EXCHANGE).status()).isEqualTo(404);
        assertThat(info("nosuch", "Bearer x").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void a_session_is_opened_renewed_and_used_as_mobile_smarts_has_it(String base) {
        Client api = base(base);
        String form = "grant_type=password&username=%D0%BE%D0%B1%D0%BC%D0%B5%D0%BD&password=";
        Client.Answer opened = form(api, form + "%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C");
        assertThat(opened.status()).as(opened.text()).isEqualTo(200);
        assertThat(opened.json().text("token_type")).isEqualTo("bearer");
        assertThat(opened.json().decimal("expires_in")).isEqualByComparingTo("86400");
        assertThat(opened.header("Cache-Control")).isEqualTo("no-store");
        assertThat(info(base, "Bearer " + opened.json().text("access_token")).status())
                .isEqualTo(200);
        Client.Answer renewed = form(
                api, "grant_type=refresh_token&refresh_token=" + opened.json().text("refresh_token"));
        assertThat(renewed.status()).isEqualTo(200);
        assertThat(info(base, "Bearer " + renewed.json().text("access_token")).status())
                .isEqualTo(200);
        Client.Answer byAddress = api.get("/session?username=other&password=other");
        assertThat(byAddress.status()).isEqualTo(200);
        assertThat(info(base, "Bearer " + byAddress.json().text("access_token")).status())
                .isEqualTo(403);
        assertThat(form(api, form + "x").status()).isEqualTo(401);
        assertThat(form(api, "grant_type=refresh_token&refresh_token=x").status())
                .isEqualTo(401);
        assertThat(form(api, "grant_type=device").status()).isEqualTo(400);
        assertThat(form(api, "grant_type=password&username=%ZZ").status()).isEqualTo(400);
        assertThat(api.send("DELETE", "/session", null).status()).isEqualTo(405);
    }

    private static Client.Answer form(Client api, String form) {
        return api.send("POST", "/session", form, "Content-Type", "application/x-www-form-urlencoded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbatim-passing", "typed-passing"})
    void where_it_is_configured_so_the_backend_is_shown_the_callers_own_account_whatever_way_he_came(String base) {
        info(base, EXCHANGE);
        assertThat(backend.authorization()).isEqualTo(EXCHANGE);
        assertThat(info(base, "Bearer " + session(base)).status()).isEqualTo(200);
        assertThat(backend.authorization()).isEqualTo(EXCHANGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed"})
    void a_login_that_is_for_the_bridge_is_shown_to_no_backend(String base) {
        assertThat(info(base, EXCHANGE).status()).isEqualTo(200);
        assertThat(backend.authorization()).isNull();
        assertThat(info(base, "Bearer " + session(base)).status()).isEqualTo(200);
        assertThat(backend.authorization()).isNull();
        new Client(guarded.origin()).send("GET", "/openapi.json?base=" + base, null, "Authorization", EXCHANGE);
        assertThat(backend.authorization()).isNull();
    }

    private static String session(String base) {
        return base(base)
                .get("/session?username=%D0%BE%D0%B1%D0%BC%D0%B5%D0%BD&password=%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C")
                .json()
                .text("access_token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void limits_and_ids_hold_for_who_was_let_in_and_for_who_was_not(String base) {
        String large = "{\"id\":\"" + "x".repeat(70_000) + "\"}";
        Client.Answer refused =
                base(base).send("POST", "/Docs", large, "Authorization", EXCHANGE, "X-Request-ID", "g1");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.header("X-Request-ID")).isEqualTo("g1");
        Client.Answer stranger = base(base).send("POST", "/Docs", large, "X-Request-ID", "g2");
        assertThat(stranger.status()).isEqualTo(401);
        assertThat(stranger.header("X-Request-ID")).isEqualTo("g2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void a_page_of_another_site_writes_nothing_with_the_login_that_a_browser_keeps(String base) {
        String user = "{\"id\":\"foreign\",\"name\":\"x\"}";
        String[][] foreign = {
            {"Origin", "https://evil.example"},
            {"Origin", "null"},
            {"Origin", "http://127.0.0.1:1"},
            {"Origin", "https://evil.example", "Sec-Fetch-Site", "cross-site"},
            {"Origin", "http://localhost:3000", "Sec-Fetch-Site", "same-site"},
            {"Sec-Fetch-Site", "cross-site"}
        };
        for (String[] headers : foreign) {
            for (String type : new String[] {"text/plain", "application/x-www-form-urlencoded", "application/json"}) {
                Client.Answer refused = written(base, user, type, headers);
                assertThat(refused.status()).as(String.join(" ", headers)).isEqualTo(403);
                assertThat(refused.message()).contains("another site");
            }
        }
        Client.Answer read =
                base(base).send("GET", "/BaseInfo", null, "Authorization", EXCHANGE, "Origin", "https://evil.example");
        assertThat(read.status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forwarded", "typed", "local"})
    void pages_of_the_bridge_itself_and_programs_write_whatever_they_call_their_json(String base) {
        String[][] own = {
            {},
            {"Origin", guarded.origin()},
            {"Origin", guarded.origin().toUpperCase(Locale.ROOT), "Sec-Fetch-Site", "same-origin"},
            {"Origin", "https://bridge.firm", "Sec-Fetch-Site", "same-origin"},
            {"Origin", "https://shop.firm"},
            {"Origin", "https://shop.firm", "Sec-Fetch-Site", "cross-site"},
            {"Sec-Fetch-Site", "none"}
        };
        for (String[] headers : own) {
            for (String type : new String[] {null, "text/plain", "application/json"}) {
                Client.Answer answer = written(base, "{\"id\":\"own\",\"name\":\"x\"}", type, headers);
                assertThat(answer.status()).as(String.join(" ", headers) + type).isIn(200, 201);
            }
        }
    }

    private static Client.Answer written(String base, String user, String type, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Authorization", EXCHANGE));
        if (type != null) {
            all.addAll(List.of("Content-Type", type));
        }
        return base(base).send("POST", "/Users", user, all.toArray(String[]::new));
    }

    @Test
    void a_page_of_another_site_administers_nothing() {
        Client.Answer refused = new Client(guarded.origin())
                .send(
                        "POST",
                        "/admin/reload",
                        null,
                        "Authorization",
                        basic("boss", "boss"),
                        "Origin",
                        "https://evil.example");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.message()).contains("another site");
    }

    @Test
    void looking_after_the_bridge_is_another_right_than_using_a_base() {
        Client bridge = new Client(guarded.origin());
        assertThat(bridge.get("/admin/check").status()).isEqualTo(401);
        assertThat(bridge.send("GET", "/admin/check", null, "Authorization", EXCHANGE)
                        .status())
                .isEqualTo(403);
        assertThat(bridge.send("GET", "/admin/check", null, "X-Smarts-Bridge-Admin", "x")
                        .status())
                .isEqualTo(403);
        Client.Answer boss = bridge.send("GET", "/admin/check", null, "Authorization", basic("boss", "boss"));
        assertThat(boss.status()).isEqualTo(200);
        assertThat(boss.json().objects("bases")).hasSize(6);
        assertThat(info("local", basic("boss", "boss")).status()).isEqualTo(403);
    }

    @Test
    void whether_it_lives_is_told_to_everybody_and_nothing_else_is() throws Exception {
        Client bridge = new Client(guarded.origin());
        assertThat(bridge.get("/health/live").status()).isEqualTo(200);
        for (String address : new String[] {
            "/metrics", "/", "/sandbox/local/devices/TSD-1/finish", "/nosuch", "/MobileSMARTS/api/v1/Docs"
        }) {
            assertThat(bridge.get(address).status()).as(address).isEqualTo(401);
        }
        for (String target : new String[] {
            "/health/../metrics",
            "/health/%2e%2e/metrics",
            "/health/..;x/metrics",
            "/health/../local/api/v1/Docs",
            "/health/%2E%2E/MobileSMARTS/api/v1/Docs",
            "/local/api/v1/session/../Docs",
            "/local/api/v1/x/..;/session",
            "//local/api/v1/Docs"
        }) {
            assertThat(Wire.get(guarded.port(), target))
                    .as(target)
                    .matches("(?s)HTTP/1\\.1 4(00|01|04).*")
                    .doesNotContain("smarts_bridge_requests", "\"value\"");
        }
        assertThat(bridge.send("GET", "/metrics", null, "Authorization", EXCHANGE)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void with_nobody_asked_a_client_that_insists_on_a_session_gets_one(@TempDir Path folder) throws Exception {
        try (Bridge open = Bridge.start(folder.resolve("open"), Bridge.DEMO);
                Bridge typed = Bridge.inFrontOf(open, folder.resolve("typed"), "typed")) {
            for (Bridge bridge : new Bridge[] {open, typed}) {
                Client api = new Client(bridge.api());
                Properties session =
                        api.get("/session?username=exchange&password=1").json();
                assertThat(api.send("GET", "/BaseInfo", null, "Authorization", "Bearer " + session.text("access_token"))
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
