package ru.smartsbridge.com.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeSpoolTest {
    @TempDir
    Path folder;

    @Test
    void a_million_products_go_through_a_heap_of_64_megabytes() throws IOException, InterruptedException {
        Path output = folder.resolve("output.txt");
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeSpool.class.getName(),
                        folder.resolve("large.spool").toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(jvm.waitFor(3, TimeUnit.MINUTES)).as("ends").isTrue();
        } finally {
            jvm.destroyForcibly();
        }
        String said = Files.readString(output);
        System.out.print(said);
        assertThat(said).contains("distinct 1000000 read 1000000;");
        assertThat(jvm.exitValue()).isZero();
    }
}
