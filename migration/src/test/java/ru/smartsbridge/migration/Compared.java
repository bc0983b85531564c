package ru.smartsbridge.migration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.rule.OwnRule;
import ru.smartsbridge.migration.run.Comparison;
import ru.smartsbridge.migration.run.Progress;
import ru.smartsbridge.migration.side.Side;

/** A comparison that was run, with every difference that counts. */
public record Compared(Report report, List<Difference> differences) {
    /** A day on which all tests run. */
    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

    /** By the complete plan but with few single reads, and with no rules of its own. */
    public static Compared of(Side control, Side candidate) {
        return of(control, candidate, Plan.COMPLETE.withSingleReads(5), List.of(), Set.of());
    }

    public static Compared of(Side control, Side candidate, Plan plan, List<OwnRule> rules, Set<String> off) {
        List<Difference> differences = new ArrayList<>();
        try {
            Path folder = Files.createTempDirectory("compare-test");
            Report report = new Comparison(
                            control, candidate, plan, rules, off, Progress.NONE, differences::add, folder, TODAY)
                    .run();
            Files.delete(folder); // fails where anything was left in it
            return new Compared(report, differences);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
