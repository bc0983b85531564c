package ru.smartsbridge.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenFileTest {
    private static final String WHOLE = """
            listen: "[::1]:9080"
            default-base: main
            bases:
              main: &m
                transport: auto
                rest: { url: "http://ms:10501/api/v1", password: "${PW}", forward: typed, connect-timeout: 5s }
                time-zone: Europe/Moscow
              other:
                sandbox: { data: ./recorded }
                com: { members: { Имя: Name } }
            trusted-proxies: [10.0.0.0/8, "::1"]
            limits: { body: 1GB, request-idle: 30s }
            """;
    private static final String[] PIECES = {
        ":",
        "{",
        "}",
        "[",
        "]",
        "*m",
        "&m ",
        "!x ",
        "? ",
        "- ",
        "\t",
        "\n",
        "\"",
        "'",
        "|\n",
        ">",
        "%YAML 9.99999999999\n",
        "---\n",
        "...",
        "#",
        "<<: *m",
        "${",
        "${file:/",
        "\u0000",
        "\uD83D",
        "\u0007",
        "~",
        "999999999999999999GB",
        "1e9"
    };

    @TempDir
    Path folder;

    @Test
    void whatever_is_in_the_file_the_answer_is_a_configuration_or_its_problems() throws Exception {
        Files.createDirectories(folder.resolve("conf"));
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = broken(random);
            Files.write(folder.resolve("conf/bridge.yaml"), bytes);
            try {
                Given.in(folder).configuration();
            } catch (ConfigurationException expected) {
                assertThat(expected.problems())
                        .isNotEmpty()
                        .allSatisfy(
                                problem -> assertThat(problem.in(Locale.ROOT)).isNotBlank());
                refused++;
            } catch (RuntimeException | Error other) {
                fail("seed " + seed + ", round " + i + ": " + new String(bytes, StandardCharsets.UTF_8), other);
            }
        }
        assertThat(refused).isGreaterThan(1000);
    }

    private static byte[] broken(Random random) {
        StringBuilder text = new StringBuilder(WHOLE);
        for (int changes = random.nextInt(6); changes >= 0; changes--) {
            int at = random.nextInt(text.length());
            int end = Math.min(text.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> text.delete(at, end);
                case 1 -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
                default -> text.insert(at, text.substring(at, end));
            }
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(10) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }
}
