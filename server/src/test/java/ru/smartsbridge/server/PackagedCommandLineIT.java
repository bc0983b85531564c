package ru.smartsbridge.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar as people start it, in a process of its own on a platform that knows ASCII alone. */
class PackagedCommandLineIT {
    @TempDir
    Path folder;

    private record Ended(int code, String out, String err) {}

    private Ended run(Path jar, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=US-ASCII",
                "-jar",
                jar.toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Path err = folder.resolve("err.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SMARTS_BRIDGE_"));
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Path jar() {
        return Path.of(System.getProperty("smarts-bridge.jar"));
    }

    @Test
    void the_version_is_the_one_of_the_manifest() throws Exception {
        assertThat(run(jar(), Map.of(), "--version").out()).matches("smarts-bridge \\d+\\.\\d+\\.\\d+\\S*\\R");
    }

    @Test
    void russian_usage_is_utf_8_whatever_the_platform_says() throws Exception {
        Ended ended = run(jar(), Map.of("LC_ALL", "ru_RU.UTF-8"), "check", "--help");

        assertThat(ended.code()).isZero();
        assertThat(ended.out()).contains("Вызов: smarts-bridge check", "Коды завершения:");
    }

    @Test
    void bridge_yaml_beside_the_jar_is_the_configuration() throws Exception {
        Path copied = Files.copy(
                jar(), Files.createDirectory(folder.resolve("program")).resolve("smarts-bridge.jar"));
        Files.writeString(copied.resolveSibling("bridge.yaml"), "lissen: 1\n");

        Ended ended = run(copied, Map.of("SMARTS_BRIDGE_LANGUAGE", "en"), "check", "--json");

        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out())
                .startsWith("{\"ok\":false")
                .contains("bridge.yaml:1:1: lissen")
                .contains("Did you mean listen?");
        assertThat(ended.err()).isEmpty();
    }
}
