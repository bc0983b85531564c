package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import ru.smartsbridge.server.bridge.Client;
import ru.smartsbridge.server.bridge.Pause;

/** The whole exchange by {@code examples/exchange.sh}, with a COM client of its own for a device. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class ExchangeOverCom {
    private static final Duration TO_GO = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    /** The base, its files in an empty folder. */
    abstract ComBase base(Path home) throws Exception;

    @ParameterizedTest
    @EnumSource
    void the_exchange_goes_through_and_the_end_leaves_no_process(ComBase.Isolation isolation) throws Exception {
        ComBase base = base(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"), isolation)) {
            Client.Answer ready = new Client(bridge.origin()).get("/health/ready");
            assertThat(ready.status()).as(ready.text()).isEqualTo(200);
            assertThat(ready.json().objects("bases").get(0).text("transport")).isEqualTo("com");

            Exchange exchange = new Exchange(base, bridge, folder);
            assertThat(exchange.run("--overwrite")).contains("The whole exchange went through");

            assertThat(bridge.stop()).as("%s", bridge.process().lines()).isEqualTo(ComBridge.STOPPED);
            awaitEndOfAll(bridge);
        }
    }

    /** A process under Wine takes a moment to go when its program has ended. */
    private static void awaitEndOfAll(ComBridge bridge) {
        long until = System.nanoTime() + TO_GO.toNanos();
        while (!bridge.process().family().isEmpty()) {
            assertThat(System.nanoTime())
                    .as("what is left: %s", bridge.process().family())
                    .isLessThan(until);
            Pause.betweenLooks();
        }
    }
}
