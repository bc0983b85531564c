package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Transport;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.model.BaseInfo;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.server.config.TestTransports;

class HealthTest {
    @TempDir
    Path folder;

    private final Transport transport = mock(Transport.class);

    private Client.Answer ready() throws Exception {
        try (Bridge bridge = Bridge.start(folder, Bridge.DEMO, TestTransports.opening(settings -> transport))) {
            return new Client(bridge.origin()).get("/health/ready");
        }
    }

    @Test
    void a_base_that_answers_by_a_transport_that_is_well_is_ready() throws Exception {
        when(transport.baseInfo(any())).thenReturn(new BaseInfo(Properties.EMPTY));

        Client.Answer answer = ready();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().objects("bases").get(0).flag("ready")).isTrue();
    }

    @Test
    void a_base_that_answers_by_a_transport_that_is_not_well_is_not_ready_and_says_why() throws Exception {
        when(transport.baseInfo(any())).thenReturn(new BaseInfo(Properties.EMPTY));
        when(transport.trouble()).thenReturn(Optional.of(Text.verbatim("3 calls never came back")));

        Client.Answer answer = ready();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().objects("bases").get(0).text("reason")).isEqualTo("3 calls never came back");
    }

    @Test
    void a_base_that_does_not_answer_is_not_ready_and_says_why() throws Exception {
        when(transport.baseInfo(any()))
                .thenThrow(new BridgeException(Category.UNREACHABLE, Text.verbatim("not registered")));

        Client.Answer answer = ready();

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.json().objects("bases").get(0).text("reason")).isEqualTo("not registered");
    }
}
