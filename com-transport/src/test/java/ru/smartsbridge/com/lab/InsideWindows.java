package ru.smartsbridge.com.lab;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.junit.platform.reporting.legacy.xml.LegacyXmlReportGeneratingListener;

/**
 * The program that runs test classes inside the Windows JVM: {@code InsideWindows REPORTS_FOLDER CLASS …}.
 *
 * <p>It prints each failure, leaves {@value #REPORT} in the folder and ends with 0, with 1 after a failure, and with 2
 * where there was nothing to run.
 */
public final class InsideWindows {
    /** The report's name; its form is the one of Ant's JUnit task, as CI servers read it. */
    static final String REPORT = "TEST-junit-jupiter.xml";

    /** System property: a pattern of the names of those test methods that are to run; without it all. */
    static final String ONLY = "tests.only";

    private static final int FRAMES = 40;

    private InsideWindows() {}

    public static void main(String[] arguments) {
        // Threads that a failed test has left behind do not keep the program.
        Runtime.getRuntime().exit(run(arguments));
    }

    private static int run(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        LauncherDiscoveryRequest classes = LauncherDiscoveryRequestBuilder.request()
                .selectors(Stream.of(arguments)
                        .skip(1)
                        .map(name -> selectClass(name))
                        .toList())
                .filters(only(System.getProperty(ONLY)))
                .build();
        SummaryGeneratingListener summing = new SummaryGeneratingListener();
        LauncherFactory.create()
                .execute(classes, summing, new LegacyXmlReportGeneratingListener(Path.of(arguments[0]), out));
        TestExecutionSummary summary = summing.getSummary();
        summary.printFailuresTo(out, FRAMES);
        out.printf(
                "inside Windows: %d passed, %d failed, %d aborted or skipped%n",
                summary.getTestsSucceededCount(),
                summary.getTotalFailureCount(),
                summary.getTestsAbortedCount() + summary.getTestsSkippedCount());
        if (summary.getTotalFailureCount() > 0) {
            return 1;
        }
        return summary.getTestsFoundCount() == 0 ? 2 : 0;
    }

    private static PostDiscoveryFilter only(String pattern) {
        return test -> FilterResult.includedIf(pattern == null
                || !(test.getSource().orElse(null) instanceof MethodSource method)
                || method.getMethodName().matches(pattern));
    }
}
