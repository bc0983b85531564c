package ru.smartsbridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static ru.smartsbridge.rest.Opened.errorOf;

import java.time.Duration;
import java.util.ResourceBundle;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import ru.smartsbridge.api.Forwarding;
import ru.smartsbridge.api.Setting;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.TransportProvider;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;

/** What of a configuration is taken, and what is refused with the key named. */
class SettingsTest {
    @ParameterizedTest
    @CsvSource({
        "http://ms-server:10501/api/v1, http://ms-server:10501/api/v1",
        "http://ms-server:10501/api/v1///, http://ms-server:10501/api/v1",
        "HTTPS://ms_server/MobileSMARTS/api/v1, https://ms_server/MobileSMARTS/api/v1",
        "http://[::1]:9000/api/v1, http://[::1]:9000/api/v1",
        "http://сервер.рф/api/v1, http://xn--b1afb6bcb.xn--p1ai/api/v1",
        "http://a/База/api/v1, http://a/%D0%91%D0%B0%D0%B7%D0%B0/api/v1"
    })
    void an_address_is_taken_as_people_write_it(String url, String root) {
        try (Transport transport = Opened.at(url)) {
            assertThat(transport.description()).isEqualTo("rest " + root);
            assertThat(transport.forwarding().orElseThrow().root()).hasToString(root);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ms-server:10501/api/v1",
                "ftp://ms-server/api/v1",
                "http://",
                "http:///api/v1",
                "http://ms server/api/v1",
                "http://ms-server:99999/api/v1",
                "http://ms-server/api/v1?x=1",
                "http://ms-server/api/v1#x",
                "http://user:geheim@ms-server/api/v1",
                "http://ms-server/api%2/v1"
            })
    void an_address_that_is_none_is_refused(String url) {
        BridgeException error = errorOf(() -> Opened.at(url));

        assertThat(error.category()).isEqualTo(Category.INVALID_REQUEST);
        assertThat(error.target()).hasValue("url");
        assertThat(error.getMessage()).doesNotContain("geheim");
    }

    @Test
    void values_outside_their_bounds_name_their_key() {
        String url = "http://ms-server/api/v1";
        assertThat(errorOf(() -> Opened.at(url, "auth", "ntlm")).target()).hasValue("auth");
        assertThat(errorOf(() -> Opened.at(url, "forward", "maybe")).target()).hasValue("forward");
        assertThat(errorOf(() -> Opened.at(url, "host", "mine")).target()).hasValue("host");
        assertThat(errorOf(() -> Opened.at(url, "login", "me", "pass-login", true))
                        .target())
                .hasValue("pass-login");
        assertThat(errorOf(() -> Opened.at(url, "idle-timeout", Duration.ZERO)).target())
                .hasValue("idle-timeout");
        assertThat(errorOf(() -> Opened.at(url, "max-connections", 0L)).target())
                .hasValue("max-connections");
        assertThat(errorOf(() -> Opened.at(" ")).target()).hasValue("url");
    }

    @Test
    void the_server_gets_the_clients_host_unless_its_own_is_wished() {
        String url = "http://ms-server/api/v1";
        try (Transport standard = Opened.at(url);
                Transport client = Opened.at(url, "host", "client");
                Transport server = Opened.at(url, "host", "server")) {
            assertThat(standard.forwarding().orElseThrow().keepsClientHost()).isTrue();
            assertThat(client.forwarding().orElseThrow().keepsClientHost()).isTrue();
            assertThat(server.forwarding().orElseThrow().keepsClientHost()).isFalse();
        }
    }

    @Test
    void the_waits_are_those_of_the_configuration_or_known_ones() {
        try (Transport transport = Opened.at("http://a/b", "end-timeout", Duration.ofHours(1))) {
            Forwarding forwarding = transport.forwarding().orElseThrow();

            assertThat(forwarding.endTimeout()).isEqualTo(Duration.ofHours(1));
            assertThat(forwarding.idleTimeout()).isEqualTo(Duration.ofSeconds(30));
            assertThat(forwarding.trust()).isEmpty();
        }
    }

    @Test
    void the_provider_is_found_and_hides_the_password() {
        TransportProvider rest = ServiceLoader.load(TransportProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(provider -> provider.kind().equals("rest"))
                .findFirst()
                .orElseThrow();

        assertThat(rest.settings())
                .filteredOn(Setting::secret)
                .extracting(Setting::name)
                .containsExactly("password");
    }

    @Test
    void every_text_is_there_in_both_languages() {
        ResourceBundle.Control none =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT);
        String bundle = "ru.smartsbridge.rest.messages";
        ResourceBundle english = ResourceBundle.getBundle(bundle, java.util.Locale.ROOT, none);
        ResourceBundle russian = ResourceBundle.getBundle(bundle, java.util.Locale.forLanguageTag("ru"), none);

        assertThat(russian.keySet()).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(russian.getString(key)).as(key).isNotEqualTo(english.getString(key));
            assertThat(places(russian.getString(key))).as(key).isEqualTo(places(english.getString(key)));
        }
    }

    private static java.util.Set<String> places(String pattern) {
        return java.util.regex.Pattern.compile("\\{\\d}")
                .matcher(pattern)
                .results()
                .map(java.util.regex.MatchResult::group)
                .collect(java.util.stream.Collectors.toSet());
    }
}
