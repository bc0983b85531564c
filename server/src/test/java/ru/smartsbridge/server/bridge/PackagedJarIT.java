package ru.smartsbridge.server.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program holds of COM, and that it costs nothing where no base uses it. */
@Timeout(120)
class PackagedJarIT {
    private static final long MOST_BYTES = 18_500_000;
    private static final List<String> OF_COM =
            List.of("com.jacob.", "com.sun.jna.", "com.ctc.wstx.", "org.codehaus.stax2.");

    private static final Path JAR = Path.of(System.getProperty("smarts-bridge.jar"));

    private static List<String> entries() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            return jar.stream().map(Object::toString).toList();
        }
    }

    @Test
    void jacob_is_there_for_both_bitnesses_and_replaceable_with_its_licence() throws Exception {
        assertThat(entries())
                .contains(
                        "com/jacob/com/Dispatch.class",
                        "ru/smartsbridge/com/jacob/dll/jacob-x64.dll",
                        "ru/smartsbridge/com/jacob/dll/jacob-x86.dll",
                        "META-INF/licenses/jacob/LGPL-2.1.txt",
                        "META-INF/licenses/jacob/NOTICE.txt");
    }

    @Test
    void of_native_libraries_there_are_those_of_windows_alone_and_the_jar_stays_small() throws Exception {
        assertThat(entries().stream().filter(entry -> entry.contains("jnidispatch")))
                .containsExactlyInAnyOrder(
                        "com/sun/jna/win32-x86/jnidispatch.dll", "com/sun/jna/win32-x86-64/jnidispatch.dll");
        assertThat(Files.size(JAR)).isLessThan(MOST_BYTES);
    }

    @Test
    void a_bridge_without_a_com_base_loads_nothing_of_com(@TempDir Path folder) throws Exception {
        Path classes = folder.resolve("classes.log");
        try (PackagedBridge bridge =
                PackagedBridge.start(folder, Bridge.DEMO, "-Xlog:class+load:file=" + classes + "::filesize=0")) {
            assertThat(new Client(bridge.api()).get("/Docs?$top=1").value()).hasSize(1);
        }

        assertThat(Files.readAllLines(classes))
                .anyMatch(line -> line.contains("ru.smartsbridge.sandbox."))
                .noneMatch(line -> OF_COM.stream().anyMatch(line::contains));
    }
}
