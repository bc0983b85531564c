package ru.smartsbridge.server.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.server.access.PasswordHash;
import ru.smartsbridge.server.config.Configuration;
import ru.smartsbridge.server.config.TestTransports;

class CommandLineTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(Map.of("LANG", "en_US.UTF-8"));
    private final AtomicReference<Configuration> started = new AtomicReference<>();
    private Charset charset = StandardCharsets.UTF_8;
    private final AtomicBoolean closed = new AtomicBoolean();

    private final class StoppedAtOnce implements RunningServer {
        @Override
        public int port() {
            return 4711;
        }

        @Override
        public void awaitStop() {
            assertThat(closed).isFalse();
        }

        @Override
        public void close() {
            closed.set(true);
        }
    }

    private int run(String... arguments) {
        return run(
                (configuration, transports, again) -> {
                    started.set(configuration);
                    return new StoppedAtOnce();
                },
                arguments);
    }

    private int run(ServerStart start, String... arguments) {
        Surroundings around = new Surroundings(
                environment,
                folder.toAbsolutePath(),
                Optional.empty(),
                "1.2.3",
                Locale.ENGLISH,
                new PrintStream(out, true, charset),
                new PrintStream(err, true, charset),
                charset,
                false);
        return new CommandLineProgram(around, TestTransports::silent, new Starts(start, null)).run(arguments);
    }

    private String out() {
        return out.toString(charset);
    }

    private String err() {
        return err.toString(charset);
    }

    @Test
    void without_a_command_the_usage_is_an_error() {
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Usage: smarts-bridge", "serve", "check", "Exit codes:");
        assertThat(out()).isEmpty();
    }

    @Test
    void a_password_that_comes_in_as_a_line_is_hashed() {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream("пароль с пробелом\r\nнет".getBytes(charset)));
            assertThat(run("hash-password")).isEqualTo(ExitCode.OK);
            assertThat(PasswordHash.parse(out().strip())).isPresent();
            assertThat(out()).doesNotContain("пароль");
            System.setIn(new ByteArrayInputStream(new byte[0]));
            assertThat(run("hash-password")).isEqualTo(ExitCode.USAGE);
            assertThat(err()).contains("There is no password");
        } finally {
            System.setIn(before);
        }
    }

    @Test
    void help_tells_the_exit_codes_in_both_languages() {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out()).contains("3   the server could not start", "Takes requests until");
        environment.put("LC_ALL", "ru_RU.UTF-8");
        assertThat(run("serve", "--help")).isEqualTo(ExitCode.OK);
        assertThat(out())
                .contains(
                        "Вызов: smarts-bridge serve", "Коды завершения:", "сервер не запустился", "--config", "--set");
    }

    @Test
    void usage_and_errors_are_in_the_charset_of_the_console_whatever_the_platform_says() {
        charset = Charset.forName("IBM866");
        environment.put("LC_ALL", "ru_RU.UTF-8");

        assertThat(run("--help")).isEqualTo(ExitCode.OK);
        assertThat(out()).contains("Коды завершения:");
        assertThat(run("nonsense")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Нет ни параметра, ни команды nonsense");
    }

    @Test
    void a_defect_of_a_command_is_told_as_such_and_not_as_a_finding_of_the_check() {
        Surroundings around = new Surroundings(
                environment,
                folder,
                Optional.empty(),
                "1",
                Locale.ENGLISH,
                new PrintStream(out, true, charset),
                new PrintStream(err, true, charset),
                charset,
                false);
        int code = new CommandLineProgram(
                        around,
                        () -> {
                            throw new IllegalStateException("two providers");
                        },
                        new Starts((configuration, transports, again) -> new StoppedAtOnce(), null))
                .run("check");

        assertThat(code).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(err()).contains("This is a defect of the bridge").contains("two providers");
    }

    @Test
    void the_version_is_told() {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);
        assertThat(out()).isEqualTo("smarts-bridge 1.2.3" + System.lineSeparator());
    }

    @Test
    void serve_gives_the_configuration_to_the_server_and_closes_it_when_it_has_stopped() throws Exception {
        Files.writeString(
                folder.resolve("b.yaml"), "listen: 127.0.0.1:0\nbases: { main: , shop: { rest: { url: u } } }\n");

        assertThat(run(
                        "serve",
                        "--config",
                        "b.yaml",
                        "--set",
                        "listen=127.0.0.1:0",
                        "--set",
                        "bases.shop.rest.login=me"))
                .isEqualTo(ExitCode.OK);

        assertThat(started.get().listen()).hasToString("127.0.0.1:0");
        assertThat(closed).isTrue();
        assertThat(out())
                .contains("smarts-bridge 1.2.3 takes requests on 127.0.0.1:4711")
                .contains(
                        "main: sandbox (auto: neither rest nor com is configured) http://127.0.0.1:4711/MobileSMARTS/api/v1")
                .contains("shop: rest (auto: there is a section rest) http://127.0.0.1:4711/shop/api/v1");
    }

    @Test
    void a_port_that_is_taken_is_told_with_the_address_and_its_key() throws Exception {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ServerStart start = (configuration, transports, again) -> {
                try (ServerSocket second = new ServerSocket()) {
                    second.bind(configuration.listen().address());
                    return new StoppedAtOnce();
                } catch (IOException wrapped) {
                    throw new IllegalStateException(wrapped);
                }
            };
            String listen = "127.0.0.1:" + holder.getLocalPort();

            assertThat(run(start, "serve", "--set", "listen=" + listen)).isEqualTo(ExitCode.NOT_STARTED);
            assertThat(err()).contains(listen).contains("listen in the configuration");
        }
    }

    @Test
    void a_server_that_cannot_start_for_another_reason_is_told_too() {
        ServerStart start = (configuration, transports, again) -> {
            throw new IOException("no room");
        };
        assertThat(run(start, "serve")).isEqualTo(ExitCode.NOT_STARTED);
        assertThat(err()).contains("no room");
    }

    @Test
    void a_base_that_cannot_be_opened_is_an_error_of_the_configuration() throws Exception {
        Files.writeString(folder.resolve("b.yaml"), "bases:\n  main:\n    rest: { }\n");
        ServerStart start = (configuration, transports, again) -> {
            transports.open(configuration.bases().get(0), folder.resolve("s"));
            return new StoppedAtOnce();
        };

        assertThat(run(start, "serve", "-c", "b.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("b.yaml:3:5: bases.main.rest.url: cannot use url");
    }

    @Test
    void an_unusable_configuration_starts_nothing_and_tells_every_problem() {
        assertThat(run("serve", "--set", "lissen=1", "--set", "state")).isEqualTo(ExitCode.USAGE);
        assertThat(started).hasNullValue();
        assertThat(err()).contains("Did you mean listen?", "expected --set key=value");
        assertThat(run("serve", "--config", "gone.yaml")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("gone.yaml").contains("the configuration file cannot be read");
    }

    @Test
    void a_mistake_on_the_command_line_is_told_in_the_language_of_the_reader_and_no_secret_is_repeated() {
        assertThat(run("serve", "--password=Abra")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("There is no option or command --password").doesNotContain("Abra");
        assertThat(run("serve", "--config", "--set", "language=ru")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("--config");
        assertThat(run("serv", "--set", "language=ru")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Нет ни параметра, ни команды serv", "Что есть: smarts-bridge --help");
        assertThat(run("check", "-c", "a", "-c", "b")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("Option --config is given twice");
    }

    @Test
    void the_language_is_of_the_command_line_or_the_variable_or_the_system() {
        environment.put("SMARTS_BRIDGE_LANGUAGE", "ru");
        assertThat(run("serve", "--set", "listen=x")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("не адрес");
        err.reset();
        assertThat(run("serve", "--set", "listen=x", "--set", "language=en")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("is no address");
        environment.clear();
        environment.put("LANG", "ru_RU.UTF-8");
        err.reset();
        assertThat(run("serve", "--set=listen=x")).isEqualTo(ExitCode.USAGE);
        assertThat(err()).contains("не адрес");
    }

    @Test
    void every_text_is_there_in_both_languages() throws Exception {
        for (String bundle : List.of("config/messages", "check/messages", "cli/messages", "cli/usage")) {
            assertThat(keys(bundle + "_ru")).as(bundle).isEqualTo(keys(bundle));
        }
    }

    @Test
    void every_text_with_places_for_arguments_can_be_filled_in() throws Exception {
        for (String bundle : List.of("config/messages", "check/messages", "cli/messages")) {
            for (String language : List.of("", "_ru")) {
                texts(bundle + language).forEach((key, pattern) -> {
                    String text =
                            new MessageFormat(pattern.toString(), Locale.ROOT).format(new Object[] {"a", "b", "c"});
                    assertThat(text).as(key.toString()).isNotBlank().doesNotContain("{0}", "{1}", "{2}");
                });
            }
        }
    }

    private static Set<Object> keys(String bundle) throws IOException {
        return texts(bundle).keySet();
    }

    private static Properties texts(String bundle) throws IOException {
        Properties properties = new Properties();
        try (var in =
                CommandLineProgram.class.getResourceAsStream("/ru/smartsbridge/server/" + bundle + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
