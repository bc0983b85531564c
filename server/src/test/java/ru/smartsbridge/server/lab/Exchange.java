package ru.smartsbridge.server.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import ru.smartsbridge.com.lab.DeviceClient;
import ru.smartsbridge.com.lab.WindowsJvm;

/** {@code examples/exchange.sh} against a bridge, its output in {@code folder}. */
record Exchange(ComBase base, ComBridge bridge, Path folder) {
    private static final Path SCRIPT = Path.of("../examples/exchange.sh").toAbsolutePath();
    private static final long LONGEST_MINUTES = 15;

    /** What the script said; it must have ended well. */
    String run(String... options) throws IOException, InterruptedException {
        Path said = folder.resolve("exchange.out");
        List<String> command = new ArrayList<>(List.of("bash", SCRIPT.toString(), bridge.api(), "--finish", device()));
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
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
    private String device() {
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
