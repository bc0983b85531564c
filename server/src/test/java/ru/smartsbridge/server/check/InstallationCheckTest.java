package ru.smartsbridge.server.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.BaseSettings;
import ru.smartsbridge.api.Remark;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.access.PasswordHash;
import ru.smartsbridge.server.check.Finding.Mark;
import ru.smartsbridge.server.config.ConfigurationSources;
import ru.smartsbridge.server.config.TestTransports;
import ru.smartsbridge.server.config.Transports;

class InstallationCheckTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private static BaseInfo warehouse15(String version) {
        return new BaseInfo(Properties.builder()
                .put("appName", "Склад 15")
                .put("configurationVersion", version)
                .build());
    }

    private static Transport answering(BaseInfo info) {
        Transport transport = mock(Transport.class);
        when(transport.description()).thenReturn("test http://ms");
        when(transport.baseInfo(any())).thenReturn(info);
        return transport;
    }

    private Findings check(Function<BaseSettings, Transport> opened, Duration bound, String... settings)
            throws Exception {
        Transports transports = TestTransports.opening(opened);
        return new InstallationCheck(transports, bound)
                .of(new ConfigurationSources(Optional.empty(), Optional.empty(), folder, Map.of(), List.of(settings))
                        .load(transports, Locale.ROOT));
    }

    private static List<String> told(Findings findings, Mark mark, String subject) {
        return findings.list().stream()
                .filter(finding -> finding.mark() == mark && finding.subject().equals(subject))
                .map(finding -> finding.what().in(Locale.ROOT))
                .toList();
    }

    @Test
    void a_base_that_answers_is_told_with_product_version_and_what_com_would_be() throws Exception {
        Transport transport = answering(warehouse15("1.3.1.25"));

        Findings findings = check(settings -> transport, LONG, "listen=127.0.0.1:0");

        assertThat(findings.failed()).isFalse();
        assertThat(told(findings, Mark.OK, "base main"))
                .containsExactly(
                        "default base, served by test http://ms (auto: neither rest nor com is configured)",
                        "answers: Склад 15, version 1.3.1.25",
                        "for information: COM is not supported by the vendor from version 1.3.1 of Warehouse 15 on; this base is Склад 15 1.3.1.25. Use REST (transport: rest)");
        assertThat(findings.list()).anyMatch(finding -> finding.took().isPresent());
        verify(transport).close();
    }

    @Test
    void a_server_that_asks_each_client_for_his_own_account_answers() throws Exception {
        Transport transport = mock(Transport.class);
        when(transport.description()).thenReturn("rest http://ms");
        when(transport.baseInfo(any()))
                .thenThrow(new BridgeException(Category.UNAUTHENTICATED, Text.verbatim("who are you?")));

        Findings asked = check(settings -> transport, LONG, "listen=127.0.0.1:0", "bases.main.rest.url=http://ms");
        assertThat(asked.failed()).isFalse();
        assertThat(told(asked, Mark.OK, "base main"))
                .contains("answers, and asks each client for an account of his own");
    }

    private Findings ofCom(Transport transport) throws Exception {
        return check(
                settings -> transport,
                LONG,
                "listen=127.0.0.1:0",
                "bases.main.com.connection=c",
                "bases.main.com.isolation=none");
    }

    @Test
    void what_there_is_to_know_of_the_way_to_a_base_is_told_line_by_line() throws Exception {
        Transport transport = answering(warehouse15("1.2"));
        when(transport.remarks(any()))
                .thenReturn(List.of(
                        new Remark(false, Text.verbatim("products cross as XML")),
                        new Remark(true, Text.verbatim("rows of Prices cross property by property"))));

        Findings findings = ofCom(transport);

        assertThat(findings.failed()).isFalse();
        assertThat(told(findings, Mark.OK, "base main"))
                .containsExactly(
                        "default base, served by test http://ms (auto: there is a section com and no section rest)",
                        "answers: Склад 15, version 1.2",
                        "the vendor supports COM on this version",
                        "products cross as XML");
        assertThat(told(findings, Mark.WARN, "base main")).containsExactly("rows of Prices cross property by property");
    }

    @Test
    void a_transport_that_is_not_well_fails_though_its_base_answers() throws Exception {
        Transport transport = answering(warehouse15("1.2"));
        when(transport.trouble()).thenReturn(Optional.of(Text.verbatim("3 calls never came back")));

        assertThat(told(ofCom(transport), Mark.FAIL, "base main")).containsExactly("3 calls never came back");
    }

    @Test
    void the_version_rule_is_a_verdict_on_a_base_that_com_serves() throws Exception {
        assertThat(told(ofCom(answering(warehouse15("1.3.1"))), Mark.WARN, "base main"))
                .singleElement()
                .asString()
                .contains("not supported by the vendor from version 1.3.1");
        assertThat(told(ofCom(answering(warehouse15("?"))), Mark.FAIL, "base main"))
                .singleElement()
                .asString()
                .contains("cannot be read");
        assertThat(told(ofCom(answering(new BaseInfo(Properties.EMPTY))), Mark.WARN, "base main"))
                .singleElement()
                .asString()
                .contains("is known for Warehouse 15 only");
    }

    @Test
    void a_com_base_that_is_not_reached_is_advised_on_the_component_and_not_on_a_url() throws Exception {
        Transport transport = mock(Transport.class);
        when(transport.baseInfo(any()))
                .thenThrow(new BridgeException(Category.UNREACHABLE, Text.verbatim("not registered")));

        assertThat(ofCom(transport).list())
                .filteredOn(finding -> finding.mark() == Mark.FAIL)
                .singleElement()
                .satisfies(finding -> assertThat(finding.advice().orElseThrow().in(Locale.ROOT))
                        .contains("COM.bat", "com.connection")
                        .doesNotContain("url"));
    }

    @Test
    void the_state_folder_is_left_as_it_was() throws Exception {
        AtomicReference<Path> used = new AtomicReference<>();
        Findings findings = check(
                settings -> {
                    used.set(settings.state());
                    return answering(warehouse15("1.2"));
                },
                LONG,
                "listen=127.0.0.1:0");

        assertThat(told(findings, Mark.OK, "state"))
                .containsExactly("folder " + folder.resolve("state") + " will be made at the first start");
        assertThat(folder).isEmptyDirectory();
        assertThat(used.get()).doesNotExist();
    }

    @Test
    void a_state_folder_that_is_a_file_is_refused() throws Exception {
        Files.writeString(folder.resolve("state"), "");

        assertThat(told(
                        check(settings -> answering(warehouse15("1.2")), LONG, "listen=127.0.0.1:0"),
                        Mark.FAIL,
                        "state"))
                .containsExactly(folder.resolve("state") + " is no folder");
    }

    @Test
    void a_base_that_is_not_reached_fails_and_the_advice_names_the_address() throws Exception {
        Transport transport = mock(Transport.class);
        when(transport.baseInfo(any()))
                .thenThrow(new BridgeException(Category.UNREACHABLE, Text.verbatim("connection refused")));

        Findings findings = check(settings -> transport, LONG, "listen=127.0.0.1:0");

        assertThat(findings.failed()).isTrue();
        assertThat(findings.unusable()).isFalse();
        assertThat(findings.list())
                .filteredOn(finding -> finding.mark() == Mark.FAIL)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.what().in(Locale.ROOT)).isEqualTo("connection refused");
                    assertThat(finding.advice().orElseThrow().in(Locale.forLanguageTag("ru")))
                            .contains("Проверьте адрес (url)");
                });
        verify(transport).close();
    }

    @Test
    void a_base_that_hangs_is_given_up_and_the_others_are_still_told() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Transport hanging = mock(Transport.class);
        when(hanging.baseInfo(any())).thenAnswer(call -> never.await(1, TimeUnit.HOURS));

        Findings findings = check(
                settings -> settings.name().equals("main") ? hanging : answering(warehouse15("1.2")),
                Duration.ofMillis(300),
                "listen=127.0.0.1:0",
                "bases.main.transport=sandbox",
                "bases.shop.transport=sandbox");

        assertThat(told(findings, Mark.FAIL, "base main")).containsExactly("no answer within the time of the check");
        assertThat(told(findings, Mark.OK, "base shop")).contains("answers: Склад 15, version 1.2");
    }

    @Test
    void bases_are_asked_side_by_side() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);
        Findings findings = check(
                settings -> {
                    Transport transport = mock(Transport.class);
                    when(transport.baseInfo(any())).thenAnswer(call -> {
                        both.await(20, TimeUnit.SECONDS);
                        return warehouse15("1.2");
                    });
                    return transport;
                },
                LONG,
                "listen=127.0.0.1:0",
                "bases.main.transport=sandbox",
                "bases.shop.transport=sandbox");

        assertThat(findings.failed()).isFalse();
    }

    @Test
    void a_setting_that_the_transport_refuses_is_an_error_of_the_configuration() throws Exception {
        Findings findings =
                check(settings -> answering(warehouse15("1")), LONG, "listen=127.0.0.1:0", "bases.main.rest.forward=x");

        assertThat(findings.unusable()).isTrue();
        assertThat(told(findings, Mark.FAIL, "configuration"))
                .singleElement()
                .asString()
                .contains("bases.main.rest.url: cannot use url");
    }

    @Test
    void an_address_that_is_taken_fails_unless_a_bridge_answers_there() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThat(told(listening("127.0.0.1:" + holder.getLocalPort()), Mark.FAIL, "listen"))
                    .singleElement()
                    .asString()
                    .contains("no bridge answers there");
        }
        HttpServer bridge = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        bridge.createContext("/health/live", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        bridge.start();
        try {
            assertThat(told(listening("127.0.0.1:" + bridge.getAddress().getPort()), Mark.OK, "listen"))
                    .singleElement()
                    .asString()
                    .contains("a bridge is running there");
        } finally {
            bridge.stop(0);
        }
    }

    @Test
    void an_address_that_others_can_reach_is_warned_of() throws Exception {
        assertThat(told(listening(":0"), Mark.WARN, "listen"))
                .singleElement()
                .asString()
                .contains("passwords come to it as plain text");
        assertThat(told(listening("127.0.0.1:0"), Mark.WARN, "listen")).isEmpty();
    }

    private Findings listening(String listen) throws Exception {
        String password =
                "users.a.password=" + PasswordHash.of("a".toCharArray()).text();
        return check(settings -> answering(warehouse15("1.2")), LONG, "listen=" + listen, password);
    }

    @Test
    void the_report_is_for_people_in_their_language_and_for_programs_in_json() throws Exception {
        Findings findings = check(
                settings -> answering(warehouse15("1.2")),
                LONG,
                "listen=:0",
                "users.a.password=" + PasswordHash.of("a".toCharArray()).text(),
                "bases.main.rest.url=http://a:Abra@ms",
                "bases.main.rest.password=Cadabra");

        assertThat(printed(out -> TextReport.print(findings, out, Locale.forLanguageTag("ru"), false)))
                .contains("OK    configuration: bases.main.rest.password = *** (--set bases.main.rest.password)")
                .contains(
                        "WARN  listen: ",
                        "      -> Поставьте перед мостом",
                        "отвечает: Склад 15, версия 1.2 (",
                        "мост может работать")
                .doesNotContain("Abra", "Cadabra", "\u001B");
        assertThat(printed(out -> TextReport.print(findings, out, Locale.ROOT, true)))
                .contains("\u001B[33mWARN\u001B[0m");
        assertThat(printed(out -> JsonReport.print(findings, out, Locale.ROOT)))
                .startsWith("{\"ok\":true,\"findings\":[{\"mark\":\"OK\",\"subject\":\"configuration\",\"what\":")
                .contains("\"what\":\"answers: Склад 15, version 1.2\",\"tookMillis\":");
    }

    private static String printed(Consumer<PrintStream> print) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        print.accept(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
