package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.server.config.BaseConfiguration.Fallback;
import ru.smartsbridge.server.config.BaseConfiguration.TransportKind;

class ConfigurationFileTest {
    @TempDir
    Path folder;

    @BeforeEach
    void folders() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        Files.createDirectories(folder.resolve("working"));
    }

    private Given file(String yaml) {
        return Given.in(folder).file(yaml);
    }

    @Test
    void the_example_of_the_design_is_read_key_by_key() throws Exception {
        Configuration read =
                file("""
                        listen: 127.0.0.1:9080
                        default-base: main
                        bases:
                          main:
                            transport: auto        # auto | rest | com | sandbox
                            fallback: none
                            rest: { url: "http://ms-server:10501/api/v1", login: bridge, password: "${MS_PASSWORD}", forward: typed, trust: ca.pem }
                            com:  { connection: "ms-server:10501/6d7e3a2f-3967-4734-bb9c-d1ba605aaef8", component: storage, isolation: process, java: "C:/java32/bin/java.exe", members: { Имя: Name } }
                            sandbox: { data: ./recorded }
                            time-zone: Europe/Moscow
                            upload-timeout: 2h
                        trusted-proxies: []
                        state: ./state             # uploads in progress
                        """).variables(Map.of("MS_PASSWORD", "s3cret")).configuration();

        assertThat(read.listen()).isEqualTo(new Listen("127.0.0.1", 9080));
        assertThat(read.state()).isEqualTo(folder.resolve("conf/state").toAbsolutePath());
        BaseConfiguration base = read.base(read.defaultBase()).orElseThrow();
        assertThat(base.transport()).isEqualTo(TransportKind.AUTO);
        assertThat(base.fallback()).isEqualTo(Fallback.NONE);
        assertThat(base.choice().kind()).isEqualTo("rest");
        assertThat(base.timeZone()).isEqualTo(ZoneId.of("Europe/Moscow"));
        assertThat(base.uploadTimeout()).isEqualTo(Duration.ofHours(2));
        assertThat(base.sections().keySet()).containsExactlyInAnyOrder("rest", "com", "sandbox");
        BaseSettings settings = base.settings(folder);
        assertThat(settings.text("password")).contains("s3cret");
        assertThat(base.sections().get("com").values())
                .containsEntry("members", Map.of("Имя", "Name"))
                .containsEntry("isolation", "process");
        assertThat(base.choice().reason().toString()).contains("rest and com", "REST is asked first");
        assertThat(settings.path("trust"))
                .contains(folder.resolve("conf/ca.pem").toAbsolutePath());
    }

    @Test
    void nothing_configured_is_one_base_on_the_sandbox_in_the_working_directory() throws Exception {
        Configuration read = Given.in(folder).configuration();

        assertThat(read.listen()).hasToString("127.0.0.1:9080");
        assertThat(read.bases()).singleElement().satisfies(base -> {
            assertThat(base.name()).isEqualTo("main");
            assertThat(base.choice().kind()).isEqualTo("sandbox");
            assertThat(base.uploadTimeout()).isEqualTo(Duration.ofHours(2));
        });
        assertThat(read.defaultBase()).isEqualTo("main");
        assertThat(read.state()).isEqualTo(folder.resolve("working/state").toAbsolutePath());
        assertThat(read.limits()).isEqualTo(Limits.DEFAULT);
        assertThat(read.trustedProxies().contains(InetAddress.getLoopbackAddress()))
                .isFalse();
    }

    @Test
    void bridge_yaml_beside_the_program_is_read_where_no_file_is_named() throws Exception {
        Files.writeString(folder.resolve("conf/bridge.yaml"), "listen: 127.0.0.1:1234");

        LoadedConfiguration loaded = new ConfigurationSources(
                        Optional.empty(),
                        Optional.of(folder.resolve("conf")),
                        folder.resolve("working"),
                        Map.of(),
                        List.of())
                .load(TestTransports.silent(), Locale.ROOT);

        assertThat(loaded.configuration().listen()).isEqualTo(new Listen("127.0.0.1", 1234));
        assertThat(loaded.file()).contains(folder.resolve("conf/bridge.yaml").toAbsolutePath());
    }

    @Test
    void an_unknown_key_is_refused_with_its_place_and_the_nearest_known_one() {
        assertThat(file("""
                        lissen: :9080
                        limits: { bodi: 1GB }
                        bases:
                          main:
                            transprot: rest
                            rest:
                              ulr: http://ms/api/v1
                              whatever: 1
                        """).problems())
                .containsExactlyInAnyOrder(
                        "bridge.yaml:1:1: lissen: there is no such key. Did you mean listen?",
                        "bridge.yaml:2:11: limits.bodi: there is no such key. Did you mean body?",
                        "bridge.yaml:5:5: bases.main.transprot: there is no such key. Did you mean transport?",
                        "bridge.yaml:7:7: bases.main.rest.ulr: there is no such key. Did you mean url?",
                        "bridge.yaml:8:7: bases.main.rest.whatever: there is no such key. Known here: url, login,"
                                + " password, token, forward, trust, connect-timeout, connections, compress");
    }

    @Test
    void a_value_of_the_wrong_form_is_refused_and_told_how_it_is_written() {
        List<String> problems = file("""
                        listen: nowhere
                        state:
                        language: de
                        trusted-proxies: [10.0.0.0/33, { a: b }]
                        limits: { body: 12, header: 4GB, request-idle: 0s }
                        bases:
                          main:
                            time-zone: Mars/Olympus
                            upload-timeout: [2h]
                            rest: { url: u, connect-timeout: soon, connections: 1.5, compress: perhaps }
                            sandbox: ./recorded
                        """).problems();

        assertThat(problems).hasSize(14).allMatch(problem -> problem.matches("bridge\\.yaml:\\d+:\\d+: [a-z.-]+: .+"));
        assertThat(problems).anyMatch(problem -> problem.startsWith("bridge.yaml:1:9: listen: \"nowhere\" is no addr"));
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("bridge.yaml:4:19: trusted-proxies: \"10.0.0.0/33\""));
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("bridge.yaml:5:29: limits.header: \"4GB\" is no size"));
        assertThat(problems)
                .contains(
                        "bridge.yaml:11:14: bases.main.sandbox: further keys are expected under this one, not a value");
    }

    @Test
    void a_key_that_is_there_twice_is_refused_with_both_places() {
        assertThat(file("listen: 127.0.0.1:1\nstate: a\nlisten: 127.0.0.1:2\n").problems())
                .containsExactly(
                        "bridge.yaml:3:1: listen: this key is already there, see bridge.yaml:1:1. Keep one of the two");
    }

    @Test
    void what_is_no_yaml_is_refused_with_its_place() {
        assertThat(file("bases:\n\tmain: {}\n").problems())
                .singleElement()
                .asString()
                .startsWith("bridge.yaml:2:1: this is not YAML");
        assertThat(file("- a\n- b\n").problems()).singleElement().asString().contains("keys and values");
    }

    @Test
    void a_file_in_the_windows_code_page_is_told_apart_from_broken_yaml() throws Exception {
        Files.write(folder.resolve("conf/bridge.yaml"), "# a\n# мост\n".getBytes(Charset.forName("windows-1251")));

        assertThat(Given.in(folder).problems())
                .singleElement()
                .asString()
                .startsWith("bridge.yaml:2:3: the file is not UTF-8");
    }

    @Test
    void a_byte_order_mark_before_the_file_is_accepted() throws Exception {
        assertThat(file("\uFEFFlisten: 127.0.0.1:9081\n")
                        .configuration()
                        .listen()
                        .port())
                .isEqualTo(9081);
    }

    @Test
    void a_password_that_yaml_would_take_apart_is_refused_and_not_repeated() {
        assertThat(file("bases: { main: { rest: { url: u, password: *Top5ecret } } }")
                        .problems())
                .singleElement()
                .asString()
                .contains("must stand in quotes")
                .doesNotContain("Top5ecret");
        assertThat(file("bases: { main: { rest: { url: u, password: !Top5ecret } } }")
                        .problems())
                .singleElement()
                .asString()
                .contains("must stand in quotes")
                .doesNotContain("Top5ecret");
    }

    @Test
    void digits_and_words_of_yaml_stay_the_text_that_was_written() throws Exception {
        BaseSettings settings = file("bases: { main: { rest: { url: 0x1F, login: yes, password: 0123 } } }")
                .configuration()
                .bases()
                .get(0)
                .settings(folder);

        assertThat(settings.values())
                .containsEntry("url", "0x1F")
                .containsEntry("login", "yes")
                .containsEntry("password", "0123");
    }

    @Test
    void an_alias_gives_the_same_section_to_another_base_and_an_endless_one_is_refused() throws Exception {
        Configuration read = file("""
                        default-base: a
                        bases:
                          a: { rest: &r { url: http://ms/api/v1 } }
                          b: { rest: *r }
                        """).configuration();

        assertThat(read.base("b").orElseThrow().settings(folder).text("url")).contains("http://ms/api/v1");
        assertThat(file("bases: &b { main: *b }").problems())
                .anyMatch(problem -> problem.contains("leads back to itself"));
    }

    @Test
    void a_base_with_a_section_com_alone_is_served_by_com_in_the_bridges_own_process() throws Exception {
        Configuration read = file("""
                        bases:
                          main: { com: { connection: c, isolation: none, exchange: "X:/Обмен", members: { Имя: Name, Код: Id } } }
                          named: { transport: com, rest: { url: u }, com: { connection: c } }
                        """).configuration();

        BaseConfiguration main = read.base("main").orElseThrow();
        assertThat(main.choice().kind()).isEqualTo("com");
        assertThat(main.choice().reason().toString()).isEqualTo("auto: there is a section com and no section rest");
        BaseSettings settings = main.settings(folder);
        assertThat(settings.names("members")).isEqualTo(Map.of("Имя", "Name", "Код", "Id"));
        assertThat(settings.text("exchange")).contains("X:/Обмен");
        assertThat(read.base("named").orElseThrow().choice().kind()).isEqualTo("com");
    }

    @Test
    void a_com_base_has_a_process_of_its_own_unless_told_otherwise_in_the_jvm_that_is_named() throws Exception {
        Configuration read = file("""
                        bases:
                          main: { com: { connection: c, java: jre/bin/java.exe } }
                          here: { com: { connection: c, isolation: none } }
                          rest: { rest: { url: u } }
                        """).configuration();

        BaseConfiguration main = read.base("main").orElseThrow();
        assertThat(main.isolated()).isTrue();
        assertThat(main.java().orElseThrow()).isAbsolute().endsWithRaw(Path.of("jre/bin/java.exe"));
        assertThat(read.base("here").orElseThrow().isolated()).isFalse();
        assertThat(read.base("rest").orElseThrow().isolated()).isFalse();
    }

    @Test
    void two_bases_whose_component_would_share_a_process_are_refused_since_it_has_one_connection() {
        assertThat(file("""
                        bases:
                          main: { com: { connection: c, isolation: none } }
                          b: { com: { connection: d, isolation: none } }
                          c: { com: { connection: e } }
                        """).problems())
                .singleElement()
                .asString()
                .contains("bases.b.com.isolation: the component has one connection", "the base main has that already");
    }

    @Test
    void a_base_with_both_sections_has_both_ways_where_it_may_change_between_them() throws Exception {
        Configuration read = file("""
                        bases:
                          main: { rest: { url: u }, com: { connection: c } }
                          back: { transport: rest, fallback: com, fallback-return: 5s, rest: { url: u }, com: { connection: c } }
                          rest: { transport: rest, rest: { url: u }, com: { connection: c } }
                          com: { transport: com, rest: { url: u }, com: { connection: c } }
                        """).configuration();

        assertThat(read.base("main").orElseThrow().ways()).containsExactly("rest", "com");
        BaseConfiguration back = read.base("back").orElseThrow();
        assertThat(back.ways()).containsExactly("rest", "com");
        assertThat(back.fallbackReturn()).isEqualTo(Duration.ofSeconds(5));
        assertThat(back.by("com").isolated()).isTrue();
        assertThat(read.base("rest").orElseThrow().ways()).containsExactly("rest");
        assertThat(read.base("com").orElseThrow().ways()).containsExactly("com");
    }

    @Test
    void a_fallback_without_both_sections_is_refused_with_what_to_write() {
        assertThat(file("""
                        bases:
                          main: { fallback: com, rest: { url: u } }
                          a: { transport: com, fallback: com, rest: { url: u }, com: { connection: c } }
                          d: { com: { connection: c, isolation: none, component: memory } }
                        """).problems())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text)
                                .startsWith("bridge.yaml:2:11: bases.main.fallback: fallback: com is for a base")
                                .contains("Add the missing section"),
                        text -> assertThat(text).startsWith("bridge.yaml:3:24: bases.a.fallback: fallback: com is"),
                        text -> assertThat(text)
                                .contains("\"memory\" is not allowed here. Allowed: storage, terminal"));
    }

    @Test
    void a_transport_that_is_not_installed_is_told() {
        assertThat(file("bases: { main: { transport: com } }").problems(new Transports(List.of()), Locale.ROOT))
                .singleElement()
                .asString()
                .startsWith("bridge.yaml:1:18: bases.main.transport: this version of the bridge has no com transport");
    }

    @Test
    void names_are_set_one_by_one_on_the_command_line() throws Exception {
        BaseConfiguration base = file("bases: { main: { com: { connection: c, isolation: none } } }")
                .set("bases.main.com.members.Имя=Name")
                .configuration()
                .bases()
                .get(0);

        assertThat(base.settings(folder).names("members")).containsExactly(Map.entry("Имя", "Name"));
        assertThat(file("bases: { main: { com: { members: Имя } } }").problems())
                .anyMatch(problem -> problem.contains("bases.main.com.members: further keys are expected"));
    }

    @Test
    void a_base_may_not_be_named_like_an_address_of_the_bridge_or_like_another_base() {
        assertThat(file("bases: { main: , Health: , Main: , 'склад': , a/b: }").problems())
                .hasSize(4)
                .anyMatch(problem -> problem.contains("bases.Health: this name is taken"))
                .anyMatch(problem -> problem.contains("bases.Main: this name differs from main in case only"))
                .anyMatch(problem -> problem.contains("bases.склад: a base's name"))
                .anyMatch(problem -> problem.contains("bases.a/b: a base's name"));
    }

    @Test
    void the_default_base_is_the_only_one_or_main_or_has_to_be_named() throws Exception {
        assertThat(file("bases: { shop: }").configuration().defaultBase()).isEqualTo("shop");
        assertThat(file("bases: { shop: , main: }").configuration().defaultBase())
                .isEqualTo("main");
        assertThat(file("bases: { shop: , store: }").problems())
                .singleElement()
                .asString()
                .contains("default-base: there are several bases (shop, store)");
        assertThat(file("default-base: sohp\nbases: { shop: , store: }").problems())
                .containsExactly("bridge.yaml:1:15: default-base: there is no such base. Did you mean shop?");
    }

    @Test
    void a_setting_that_the_transport_cannot_use_is_told_with_its_place() throws Exception {
        Transports transports = TestTransports.silent();
        BaseConfiguration wrong = file("bases:\n  main:\n    rest:\n      url: u\n      forward: sideways\n")
                .configuration()
                .bases()
                .get(0);
        BaseConfiguration none =
                file("bases:\n  main:\n    rest: { }\n").configuration().bases().get(0);

        assertThat(catchThrowableOfType(ConfigurationException.class, () -> transports.open(wrong, folder)))
                .hasMessageEndingWith("bridge.yaml:5:16: bases.main.rest.forward: cannot use forward");
        assertThat(catchThrowableOfType(ConfigurationException.class, () -> transports.open(none, folder)))
                .hasMessageEndingWith("bridge.yaml:3:5: bases.main.rest.url: cannot use url");
    }

    @Test
    void no_text_form_shows_a_secret() throws Exception {
        LoadedConfiguration loaded = file("""
                        bases: { main: { rest: { url: "http://bridge:Abra@ms/api/v1", login: "${WHO}", password: Cadabra, token: "${T}" } } }
                        """)
                .variables(Map.of(
                        "T",
                        "Simsala",
                        "WHO",
                        "me",
                        "SMARTS_BRIDGE_BASES_B_REST_PASSWORD",
                        "Hokus",
                        "SMARTS_BRIDGE_BASES_B_REST_URL",
                        "http://b:Pokus@ms/api/v1"))
                .loaded();

        String shown = loaded.toString() + loaded.configuration().bases().get(0).settings(folder);
        assertThat(shown)
                .doesNotContain("Abra", "Cadabra", "Simsala", "Hokus", "Pokus")
                .contains("***@ms/api/v1");
        assertThat(loaded.configuration().bases().get(0).settings(folder).text("url"))
                .contains("http://bridge:Abra@ms/api/v1");
    }

    @Test
    void a_transport_that_repeats_a_secret_in_its_error_is_not_let_through() throws Exception {
        BaseConfiguration base =
                file("bases: { main: { rest: { url: 'http://bridge:Abra@ms', login: chatty, password: Cadabra } } }")
                        .configuration()
                        .bases()
                        .get(0);

        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> TestTransports.silent().open(base, folder));
        assertThat(refused.problems().get(0).in(Locale.ROOT))
                .contains("chatty", "http://***@ms", "password=***")
                .doesNotContain("Abra", "Cadabra");
    }

    @Test
    void problems_are_told_in_russian_too() {
        assertThat(file("lissen: :9080").problems(Locale.forLanguageTag("ru")))
                .containsExactly("bridge.yaml:1:1: lissen: такого ключа нет. Возможно, имелся в виду listen?");
    }
}
