package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program compares: in a small heap, over REST, and with a report when it is stopped. */
@Timeout(300)
class CompareIT {
    @TempDir
    private Path folder;

    private Process compare(String bases, String... jvm) throws IOException {
        Files.writeString(folder.resolve("compare.yaml"), bases);
        Files.writeString(folder.resolve("plan.yaml"), "sets: [Users, Products, Warehouses]\n");
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(jvm));
        command.addAll(List.of("-jar", System.getProperty("smarts-bridge.jar"), "compare", "--config", "compare.yaml"));
        command.addAll(List.of("--control", "main", "--candidate", "next", "--plan", "plan.yaml", "--report", "r"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("LC_ALL", "en_US.UTF-8");
        builder.redirectOutput(folder.resolve("out.txt").toFile());
        builder.redirectError(folder.resolve("err.txt").toFile());
        return builder.start();
    }

    private int ended(Process process) throws InterruptedException {
        try {
            assertThat(process.waitFor(240, TimeUnit.SECONDS)).isTrue();
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    @Test
    void a_hundred_thousand_products_in_64_megabytes_both_sandboxes_included() throws Exception {
        String bases = "bases: { main: { sandbox: { products: 100000 } }, next: { sandbox: { products: 100000 } } }\n";
        int code = ended(compare(bases, "-Xmx64m", "-XX:TieredStopAtLevel=1"));
        assertThat(read("err.txt")).contains("Products: compared, entities 100 000, differences 0");
        assertThat(code).as(read("err.txt")).isZero();
    }

    @Test
    void a_base_against_itself_by_another_way() throws Exception {
        try (PackagedBridge bridge = PackagedBridge.start(folder.resolve("b"), "")) {
            String bases =
                    "bases: { main: { rest: { url: \"" + bridge.api() + "\" } }, next: { sandbox: { seed: 15 } } }\n";
            int code = ended(compare(bases));
            assertThat(read("out.txt")).contains("May switch from main to next");
            assertThat(code).isZero();
        }
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no signal that Java can send")
    void what_is_told_to_end_leaves_a_report_and_nothing_else() throws Exception {
        String bases = "bases: { main: { sandbox: { products: 300000 } }, next: { sandbox: { products: 300000 } } }\n";
        Process process = compare(bases);
        while (process.isAlive() && !read("err.txt").contains("Users: compared")) {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        }
        process.destroy(); // SIGTERM: what started this build may have had SIGINT ignored, which children inherit
        assertThat(ended(process)).isEqualTo(143);
        assertThat(read("r/report.json"))
                .contains("\"stopped\" : true", "\"verdict\" : \"not-compared\"", "\"status\" : \"stopped\"");
        assertThat(read("r/report.html")).contains("Stopped before the end");
        try (Stream<Path> left = Files.list(folder.resolve("state/comparisons"))) {
            assertThat(left).as("what it needed meanwhile").isEmpty();
        }
    }
}
