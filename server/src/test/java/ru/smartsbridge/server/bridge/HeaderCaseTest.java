package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A header's value comes as it was sent, also where a shorter one came on the same connection before, in another case. */
class HeaderCaseTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"verbatim", "typed"})
    void towards_the_server(String forward) throws Exception {
        try (EchoServer server = EchoServer.start();
                Bridge bridge = Bridge.start(
                        folder,
                        "bases: { main: { rest: { url: \"" + server.api() + "\", forward: " + forward + " } } }\n")) {
            Client client = new Client(bridge.api());
            for (String token : new String[] {"Bearer x", "Bearer XeM", "Bearer xEmO"}) {
                client.send("GET", "/BaseInfo", null, "Authorization", token);
                assertThat(server.authorization()).isEqualTo(token);
            }
        }
    }

    @Test
    void towards_the_client() throws Exception {
        try (EchoServer server = EchoServer.start();
                Bridge bridge =
                        Bridge.start(folder, "bases: { main: { rest: { url: \"" + server.api() + "\" } } }\n")) {
            Client client = new Client(bridge.api());
            for (String told : new String[] {"x", "XeM", "xEmO"}) {
                server.tells(told);
                assertThat(client.get("/BaseInfo").header("X-Told")).isEqualTo(told);
            }
        }
    }
}
