package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.access.AccessRules;
import ru.smartsbridge.server.access.Account;
import ru.smartsbridge.server.access.PasswordHash;

class AccessConfigurationTest {
    private static final String HASH = PasswordHash.of("x".toCharArray()).text();

    @TempDir
    private Path folder;

    private Given file(String yaml) {
        folder.resolve("conf").toFile().mkdirs();
        return Given.in(folder).file(yaml);
    }

    @Test
    void accounts_are_asked_for_where_there_are_some() throws Exception {
        AccessRules access = file("listen: :9080\nbases: { main: , shop: }\nusers:\n  обмен: { password: \"" + HASH
                        + "\", bases: shop }\n  boss: { password: \"" + HASH + "\", admin: true }\n")
                .configuration()
                .access();
        assertThat(access.mode()).isEqualTo(AccessRules.Mode.USERS);
        assertThat(access.accounts()).extracting(Account::login).containsExactly("обмен", "boss");
        assertThat(access.accounts().get(0).bases()).containsExactly("shop");
        assertThat(access.accounts().get(0).administers()).isFalse();
        assertThat(access.accounts().get(1).administers()).isTrue();
        assertThat(access.toString()).doesNotContain(HASH);
    }

    @Test
    void with_nobody_asked_this_machine_alone_is_listened_to() throws Exception {
        assertThat(file("listen: :9080").problems())
                .singleElement()
                .asString()
                .startsWith("bridge.yaml:1:1: listen: The address :9080 can be reached from other machines");
        assertThat(file("listen: 0.0.0.0:9080").problems()).hasSize(1);
        assertThat(file("listen: \"[::1]:9080\"").configuration().access()).isEqualTo(AccessRules.NONE);
        assertThat(file("listen: localhost:9080").problems()).isEmpty();
        assertThat(file("authentication: backend\nlisten: :9080\nbases: { main: { rest: { url: a } } }")
                        .configuration()
                        .access()
                        .mode())
                .isEqualTo(AccessRules.Mode.BACKEND);
    }

    @Test
    void pages_that_may_write_are_named_by_their_origins() throws Exception {
        assertThat(file("allowed-origins: [\"HTTPS://Shop.firm:3000\", \"null\"]")
                        .configuration()
                        .access()
                        .origins())
                .containsExactlyInAnyOrder("https://shop.firm:3000", "null");
        assertThat(file("allowed-origins: [shop.firm, \"https://shop.firm/path\", \"*\"]")
                        .problems())
                .hasSize(3)
                .allMatch(problem -> problem.contains("is no origin of a page"));
    }

    @Test
    void names_of_the_bridge_are_names_of_machines() throws Exception {
        assertThat(file("allowed-hosts: [Bridge.Firm.ru, склад.рф]")
                        .configuration()
                        .access()
                        .hosts())
                .containsExactlyInAnyOrder("bridge.firm.ru", "xn--80aiqe2a.xn--p1ai");
        assertThat(file("allowed-hosts: [\"https://bridge.firm.ru\", \"bridge.firm.ru:9080\", \"*\", " + "я".repeat(64)
                                + "]")
                        .problems())
                .hasSize(4)
                .allMatch(problem -> problem.contains("is no name of a machine"));
    }

    @Test
    void what_cannot_be_an_account_is_told_with_its_place_and_without_the_secret() {
        assertThat(file("users:\n  a: { password: geheim }\n  b: { bases: [man] }\n  \"c:d\": { password: \"" + HASH
                                + "\" }\n  e: { pasword: x }\n")
                        .problems())
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem)
                                .startsWith("bridge.yaml:2:18: users.a.password: this is no hash")
                                .doesNotContain("geheim"),
                        problem -> assertThat(problem).startsWith("bridge.yaml:3:3: users.b.password: "),
                        problem -> assertThat(problem)
                                .contains("users.b.bases: there is no such base. Did you mean main?"),
                        problem -> assertThat(problem).contains("users.c:d: a login"),
                        problem -> assertThat(problem).startsWith("bridge.yaml:5:3: users.e.password: "),
                        problem -> assertThat(problem)
                                .contains("users.e.pasword: there is no such key. Did you mean password?"));
    }

    @Test
    void who_asks_and_who_is_asked_must_fit_together() {
        assertThat(file("authentication: users").problems())
                .singleElement()
                .asString()
                .contains("needs accounts");
        assertThat(file("authentication: none\nusers: { a: { password: \"" + HASH + "\" } }")
                        .problems())
                .singleElement()
                .asString()
                .contains("asked for with authentication: users alone");
        assertThat(file("authentication: backend").problems())
                .singleElement()
                .asString()
                .contains("bases.main: with authentication: backend");
        assertThat(file("authentication: backend\nbases: { main: { rest: { url: a, login: me } } }")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("bridge.yaml:2:10: bases.main: ");
    }
}
