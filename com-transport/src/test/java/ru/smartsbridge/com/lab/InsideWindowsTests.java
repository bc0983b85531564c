package ru.smartsbridge.com.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/**
 * Runs test classes inside the Windows JVM and shows each of their tests as one of this build.
 *
 * <p>A class for it extends this, under a name that ends in {@code IT}, and names the classes; their own names end in
 * neither {@code Test} nor {@code IT}, or they would be run on this side as well.
 */
public abstract class InsideWindowsTests {
    /** What a line of the classes' output begins with that is shown in this build's own. */
    private static final String FIGURE = "figure: ";

    /** The classes to run there. */
    protected abstract List<Class<?>> classes();

    /**
     * Gives the JVM what the classes need beside this build's class path.
     *
     * @param folder an empty folder, which is removed after the tests
     */
    protected WindowsJvm prepared(WindowsJvm jvm, Lab lab, Path folder) throws Exception {
        return jvm;
    }

    /** How long all of them may take together. */
    protected Duration timeout() {
        return Duration.ofMinutes(10);
    }

    @TestFactory
    Stream<DynamicTest> inside_the_windows_jvm(@TempDir Path folder) throws Exception {
        try {
            return run(folder);
        } catch (TestAbortedException leftOut) {
            // A factory that is aborted is no test, and nobody would count it among those that were left out.
            return Stream.of(dynamicTest("left out", () -> {
                throw leftOut;
            }));
        }
    }

    private Stream<DynamicTest> run(Path folder) throws Exception {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path reports = Files.createDirectory(folder.resolve("reports"));
        Lab lab = Lab.forTests();
        WindowsJvm jvm =
                prepared(WindowsJvm.of(lab).classPath(WindowsJvm.ownClassPath()).workingDirectory(work), lab, work);
        String only = System.getProperty(InsideWindows.ONLY);
        if (only != null) {
            jvm.property(InsideWindows.ONLY, only);
        }
        String[] arguments = Stream.concat(
                        Stream.of(WindowsJvm.path(reports)), classes().stream().map(Class::getName))
                .toArray(String[]::new);
        try (WindowsProcess process = jvm.start(InsideWindows.class.getName(), arguments)) {
            int status = process.exitCode(timeout());
            process.lines().stream().filter(line -> line.startsWith(FIGURE)).forEach(System.out::println);
            Path report = reports.resolve(InsideWindows.REPORT);
            assertThat(report)
                    .as("report, status %d:%n%s", status, String.join("\n", process.lines()))
                    .exists();
            keep(report);
            List<WindowsReport.Case> cases = WindowsReport.read(report);
            return Stream.concat(
                    Stream.of(ended(status, cases, process.lines())),
                    cases.stream().map(WindowsReport.Case::asTest));
        }
    }

    /** That the program found tests, and that nothing failed but what is shown as a failed test beside this one. */
    private static DynamicTest ended(int status, List<WindowsReport.Case> cases, List<String> output) {
        boolean failed = cases.stream().anyMatch(each -> each.failed().isPresent());
        return dynamicTest(
                "ends well",
                () -> assertThat(status)
                        .as("status; output:%n%s", String.join("\n", output))
                        .isEqualTo(failed ? 1 : 0));
    }

    /** The report goes to where this build's own are, under this class's name. */
    private void keep(Path report) throws IOException {
        Path reports = Path.of(System.getProperty("lab.reports", "target/failsafe-reports"));
        Files.createDirectories(reports);
        Files.copy(
                report,
                reports.resolve("TEST-windows-" + getClass().getName() + ".xml"),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
