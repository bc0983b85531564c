package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideTest {
    @TempDir
    Path folder;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("working"));
    }

    private static String url(Configuration configuration, String base) {
        return (String) configuration
                .base(base)
                .orElseThrow()
                .settings(Path.of(""))
                .values()
                .get("url");
    }

    @Test
    void the_command_line_overrides_the_environment_and_that_the_file() throws Exception {
        Given given = Given.in(folder)
                .file(
                        "listen: 127.0.0.1:1\nlimits: { body: 1MB, entity: 1MB, header: 1KB }\nbases: { main: { rest: { url: a } } }")
                .variables(Map.of(
                        "SMARTS_BRIDGE_LISTEN",
                        ":2",
                        "SMARTS_BRIDGE_LIMITS_BODY",
                        "2MB",
                        "SMARTS_BRIDGE_BASES_MAIN_REST_URL",
                        "b",
                        "SMARTS_BRIDGE_LOG",
                        "debug",
                        "OTHER_LISTEN",
                        "x"))
                .set("listen=127.0.0.1:3", "bases.main.rest.login=me=you", "limits.entity=3MB");
        Configuration read = given.configuration();

        assertThat(read.listen().port()).isEqualTo(3);
        assertThat(read.limits()).isEqualTo(new Limits(2 << 20, 3 << 20, 1 << 10, Limits.DEFAULT.requestIdle(), 0));
        assertThat(url(read, "main")).isEqualTo("b");
        assertThat(read.bases().get(0).settings(folder).text("login")).contains("me=you");
        assertThat(given.loaded().overrides())
                .extracting(Overridden::key)
                .containsExactly(
                        "bases.main.rest.url",
                        "limits.body",
                        "listen",
                        "listen",
                        "bases.main.rest.login",
                        "limits.entity");
        assertThat(given.loaded().overrides().get(3).replaced()).contains(new Origin.Variable("SMARTS_BRIDGE_LISTEN"));
    }

    @Test
    void of_the_bases_in_the_file_the_longest_name_is_meant() throws Exception {
        Configuration read = Given.in(folder)
                .file("bases: { main: , main-2: { sandbox: }, main-2-rest: }")
                .variables(Map.of(
                        "SMARTS_BRIDGE_BASES_MAIN_2_REST_URL",
                        "two",
                        "SMARTS_BRIDGE_BASES_MAIN_REST_URL",
                        "one",
                        "SMARTS_BRIDGE_BASES_MAIN_2_REST_REST_URL",
                        "rest"))
                .configuration();

        assertThat(url(read, "main")).isEqualTo("one");
        assertThat(url(read, "main-2")).isEqualTo("two");
        assertThat(url(read, "main-2-rest")).isEqualTo("rest");
        assertThat(read.bases()).hasSize(3);
    }

    @Test
    void a_base_that_the_file_does_not_know_is_made_by_its_variables() throws Exception {
        Configuration read = Given.in(folder)
                .variables(Map.of(
                        "SMARTS_BRIDGE_BASES_NORTH_STORE_REST_URL",
                        "http://n",
                        "SMARTS_BRIDGE_BASES_NORTH_STORE_TIME_ZONE",
                        "+05:00"))
                .configuration();

        assertThat(read.bases())
                .singleElement()
                .extracting(BaseConfiguration::name)
                .isEqualTo("north_store");
        assertThat(url(read, "north_store")).isEqualTo("http://n");
        assertThat(read.bases().get(0).timeZone()).hasToString("+05:00");
    }

    @Test
    void a_variable_that_fits_no_key_is_refused_with_the_nearest_name() {
        assertThat(Given.in(folder)
                        .variables(Map.of("SMARTS_BRIDGE_LISSEN", ":1"))
                        .problems())
                .containsExactly("environment variable SMARTS_BRIDGE_LISSEN: no key of the configuration has this name."
                        + " Did you mean SMARTS_BRIDGE_LISTEN?");
        assertThat(Given.in(folder)
                        .variables(Map.of("SMARTS_BRIDGE_BASES_MAIN_REST_ULR", "x"))
                        .problems())
                .singleElement()
                .asString()
                .endsWith("Did you mean SMARTS_BRIDGE_BASES_MAIN_REST_URL?");
        assertThat(Given.in(folder)
                        .variables(Map.of("SMARTS_BRIDGE_BASES", "x"))
                        .problems())
                .hasSize(1);
    }

    @Test
    void variables_that_kubernetes_sets_for_a_service_of_our_name_are_left_alone() {
        assertThat(Given.in(folder)
                        .variables(Map.of(
                                "SMARTS_BRIDGE_SERVICE_HOST",
                                "10.0.0.1",
                                "SMARTS_BRIDGE_PORT",
                                "tcp://10.0.0.1:9080",
                                "SMARTS_BRIDGE_PORT_9080_TCP_ADDR",
                                "10.0.0.1"))
                        .problems())
                .isEmpty();
    }

    @Test
    void a_variable_that_fits_two_bases_is_refused() {
        assertThat(Given.in(folder)
                        .file("default-base: a-b\nbases: { a-b: , a_b: }")
                        .variables(Map.of("SMARTS_BRIDGE_BASES_A_B_TRANSPORT", "sandbox"))
                        .problems())
                .singleElement()
                .asString()
                .contains("fits the bases")
                .contains("a-b")
                .contains("a_b");
    }

    @Test
    void an_unusable_setting_of_the_command_line_is_told_as_such() {
        assertThat(Given.in(folder)
                        .set("listen", "bases.main.rset.url=x", "state.x=1")
                        .problems())
                .containsExactlyInAnyOrder(
                        "--set: expected --set key=value, for instance --set bases.main.rest.url=http://ms-server:10501/api/v1",
                        "--set bases.main.rset.url: bases.main.rset: there is no such key. Did you mean rest?",
                        "--set state.x: state: one value is expected here, not a list and not further keys");
    }

    @Test
    void an_unknown_level_of_the_log_is_refused() {
        assertThat(Given.in(folder)
                        .variables(Map.of("SMARTS_BRIDGE_LOG", "verbose"))
                        .problems())
                .singleElement()
                .asString()
                .contains("SMARTS_BRIDGE_LOG: \"verbose\" is not allowed here");
    }

    @Test
    void a_list_in_a_variable_has_commas() throws Exception {
        TrustedProxies proxies = Given.in(folder)
                .variables(Map.of("SMARTS_BRIDGE_TRUSTED_PROXIES", "10.0.0.0/8, fd00::/8,192.168.1.7"))
                .configuration()
                .trustedProxies();

        assertThat(proxies.contains(InetAddress.getByName("10.200.3.4"))).isTrue();
        assertThat(proxies.contains(InetAddress.getByName("11.0.0.0"))).isFalse();
        assertThat(proxies.contains(InetAddress.getByName("fdff::1"))).isTrue();
        assertThat(proxies.contains(InetAddress.getByName("fe00::1"))).isFalse();
        assertThat(proxies.contains(InetAddress.getByName("192.168.1.7"))).isTrue();
        assertThat(proxies.contains(InetAddress.getByName("192.168.1.8"))).isFalse();
    }

    @Test
    void a_relative_path_is_beside_the_file_or_in_the_working_directory_as_it_was_set() throws Exception {
        Given file = Given.in(folder).file("state: here\nbases: { main: { sandbox: { data: rec } } }");

        assertThat(file.configuration().state())
                .isEqualTo(folder.resolve("conf/here").toAbsolutePath());
        assertThat(file.set("state=here").configuration().state())
                .isEqualTo(folder.resolve("working/here").toAbsolutePath());
        assertThat(file.variables(Map.of("SMARTS_BRIDGE_BASES_MAIN_SANDBOX_DATA", "rec"))
                        .configuration()
                        .bases()
                        .get(0)
                        .settings(folder)
                        .path("data"))
                .contains(folder.resolve("working/rec").toAbsolutePath());
    }

    @Test
    void placeholders_are_filled_in_from_variables_and_files() throws Exception {
        Files.writeString(folder.resolve("conf/pw.txt"), "p$1w\r\n");
        Files.writeString(folder.resolve("working/pw.txt"), "other\n\n");
        Given file = Given.in(folder)
                .file(
                        "bases: { main: { rest: { url: 'http://${HOST}:${PORT}/$${x}$5', password: '${file:pw.txt}' } } }")
                .variables(Map.of("HOST", "ms", "PORT", "${HOST}"));

        assertThat(url(file.configuration(), "main")).isEqualTo("http://ms:${HOST}/${x}$5");
        assertThat(file.configuration().bases().get(0).settings(folder).text("password"))
                .contains("p$1w");
        assertThat(file.set("bases.main.rest.password=${file:pw.txt}")
                        .configuration()
                        .bases()
                        .get(0)
                        .settings(folder)
                        .text("password"))
                .contains("other\n");
    }

    @Test
    void a_placeholder_that_cannot_be_filled_in_names_key_file_and_line() {
        assertThat(Given.in(folder)
                        .file(
                                "bases:\n  main:\n    rest:\n      url: '${NOPE}'\n      password: a${file:gone}\n      login: a${b\n")
                        .problems())
                .satisfiesExactly(
                        text -> assertThat(text)
                                .isEqualTo(
                                        "bridge.yaml:4:12: bases.main.rest.url: environment variable NOPE is not set"),
                        text -> assertThat(text)
                                .startsWith("bridge.yaml:5:17: bases.main.rest.password: file gone cannot be read"),
                        text -> assertThat(text)
                                .startsWith(
                                        "bridge.yaml:6:14: bases.main.rest.login: there is no closing brace after ${."));
    }
}
