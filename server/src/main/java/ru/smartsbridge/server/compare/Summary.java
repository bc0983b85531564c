package ru.smartsbridge.server.compare;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.report.Group;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.rule.RuleBook;

/** Prints what a comparison found, in some lines: the verdict last, where people look first. */
final class Summary {
    private static final int MOST = 15;

    private final PrintStream out;
    private final Locale language;

    Summary(PrintStream out, Locale language) {
        this.out = out;
        this.language = language;
    }

    void print(Report report, Path folder) {
        List<Group> groups = report.differences();
        groups.stream().limit(MOST).forEach(this::group);
        if (groups.size() > MOST) {
            line(CompareTexts.text("summary.more", groups.size() - MOST));
        }
        for (SetResult set : report.sets()) {
            if (set.isGap()) {
                line(CompareTexts.text("summary.gap", set.set(), why(set)));
            }
        }
        for (RuleBook.Use use : report.rules()) {
            if (use.rule().origin() == ru.smartsbridge.migration.rule.Rule.Origin.FILE
                    && use.state() != RuleBook.State.USED) {
                String key = use.state() == RuleBook.State.EXPIRED ? "summary.expired" : "summary.unused";
                line(CompareTexts.text(
                        key,
                        use.rule().id(),
                        use.rule().until().map(Object::toString).orElse("")));
            }
        }
        report.rehearsal().ifPresent(this::rehearsed);
        if (report.noiseCount() > 0 || report.excusedCount() > 0) {
            line(CompareTexts.text("summary.apart", report.noiseCount(), report.excusedCount()));
        }
        out.println(report.sentence().in(language));
        line(CompareTexts.text("summary.report", folder));
    }

    private void rehearsed(Report.Rehearsed rehearsed) {
        List<Report.Trace> left =
                rehearsed.written().stream().filter(trace -> !trace.removed()).toList();
        line(CompareTexts.text("summary.written", rehearsed.written().size(), left.size()));
        left.forEach(trace -> out.println("  " + trace.side() + " " + trace.set() + " " + trace.key() + ": "
                + trace.note().in(language)));
    }

    private void group(Group group) {
        String title = group.title().map(text -> " (" + text + ")").orElse("");
        String field = group.field().isEmpty() ? "" : " " + group.field() + title;
        String sample =
                group.samples().stream().findFirst().map(first -> first.key()).orElse("");
        line(CompareTexts.text(
                "summary.group", group.set() + field, group.kind().word(), group.count(), sample));
    }

    private String why(SetResult set) {
        Optional<String> failures = Optional.of(set.failures().stream()
                        .map(failure ->
                                failure.side() + ": " + failure.failure().text().in(language))
                        .collect(Collectors.joining("; ")))
                .filter(text -> !text.isEmpty());
        return failures.orElseGet(() -> set.notes().isEmpty()
                ? CompareTexts.text("status." + set.status().word()).in(language)
                : set.notes().get(0).in(language));
    }

    private void line(Text text) {
        out.println(text.in(language));
    }
}
