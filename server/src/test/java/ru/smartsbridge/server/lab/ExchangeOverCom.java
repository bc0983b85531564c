package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.com.lab.DeviceClient;
import ru.smartsbridge.com.lab.WindowsJvm;
import ru.smartsbridge.server.bridge.Client;

/** The whole exchange by {@code examples/exchange.sh}, with a COM client of its own for a device. */
@Timeout(value = 10, unit = TimeUnit.MINUTES)
abstract class ExchangeOverCom {
    private static final Path SCRIPT = Path.of("../examples/exchange.sh").toAbsolutePath();
    private static final long LONGEST_MINUTES = 5;

    @TempDir
    Path folder;

    /** The base, its files in an empty folder. */
    abstract ComBase base(Path home) throws Exception;

    @Test
    void the_exchange_goes_through_and_the_end_leaves_no_process() throws Exception {
        ComBase base = base(folder.resolve("base"));
        try (ComBridge bridge = ComBridge.start(base, folder.resolve("bridge"))) {
            Client.Answer ready = new Client(bridge.origin()).get("/health/ready");
            assertThat(ready.status()).as(ready.text()).isEqualTo(200);
            assertThat(ready.json().objects("bases").get(0).text("transport")).isEqualTo("com");

            assertThat(exchange(base, bridge)).contains("The whole exchange went through");

            assertThat(bridge.stop()).as("%s", bridge.process().lines()).isEqualTo(ComBridge.STOPPED);
            assertThat(bridge.process().family()).isEmpty();
        }
    }

    /** What the script said; it must have ended well. */
    private String exchange(ComBase base, ComBridge bridge) throws IOException, InterruptedException {
        Path said = folder.resolve("exchange.out");
        ProcessBuilder script = new ProcessBuilder(
                        "bash", SCRIPT.toString(), bridge.api(), "--overwrite", "--finish", device(base))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        Process process = script.start();
        try {
            assertThat(process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES))
                    .as("the script ends")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        String text = Files.readString(said);
        System.out.println(text);
        assertThat(process.exitValue()).as(text).isZero();
        return text;
    }

    /** The command with which the script has the document finished. */
    private static String device(ComBase base) {
        Map<String, String> variables = new LinkedHashMap<>(
                Map.of("WINEPREFIX", base.lab().winePrefix().toString(), "WINEARCH", "win64", "WINEDEBUG", "-all"));
        variables.putAll(base.environment());
        String environment = variables.entrySet().stream()
                .map(variable -> variable.getKey() + "=" + quoted(variable.getValue()))
                .collect(Collectors.joining(" "));
        String classPath =
                ComBase.deviceClassPath().stream().map(WindowsJvm::path).collect(Collectors.joining(";"));
        return String.join(
                " ",
                environment,
                "timeout 120 wine",
                quoted(base.lab().javaHome().resolve("bin/java.exe").toString()),
                quoted("-Djacob.dll.path=" + WindowsJvm.path(base.lab().jacobDll())),
                "-cp",
                quoted(classPath),
                DeviceClient.class.getName(),
                quoted(base.connection()),
                "\"$DOCUMENT\"");
    }

    private static String quoted(String word) {
        return "'" + word + "'";
    }
}
