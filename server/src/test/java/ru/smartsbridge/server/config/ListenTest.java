package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:9080,127.0.0.1,9080",
        "[::1]:0,::1,0",
        ":65535,'',65535",
        "ms-server.local:1,ms-server.local,1"
    })
    void an_address_is_read_and_written_the_same(String text, String host, int port) {
        assertThat(Listen.parse(text)).contains(new Listen(host, port));
        assertThat(new Listen(host, port)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9080",
                "host",
                "host:",
                "::1:9080",
                "[::1]",
                "host:65536",
                "host:-1",
                "http://h:1",
                "a b:1",
                "склад:1"
            })
    void anything_else_is_no_address(String text) {
        assertThat(Listen.parse(text)).isEmpty();
    }
}
