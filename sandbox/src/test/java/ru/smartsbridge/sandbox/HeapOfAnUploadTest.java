package ru.smartsbridge.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeapOfAnUploadTest {
    @TempDir
    private Path state;

    @Test
    void two_hundred_thousand_products_in_one_call_and_in_two_hundred_need_no_more_than_64_megabytes()
            throws Exception {
        Path output = state.resolve("output.txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeUploads.class.getName(),
                        state.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        String printed = Files.readString(output);
        System.out.println(printed);
        assertThat(process.exitValue()).as(printed).isZero();
    }
}
