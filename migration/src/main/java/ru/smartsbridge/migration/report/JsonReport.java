package ru.smartsbridge.migration.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import ru.smartsbridge.api.value.Json;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.rule.RuleBook;

/**
 * Writes a report as one JSON object. What takes time stands under {@code times} and nowhere else: the rest is the same
 * for the same data.
 */
public final class JsonReport {
    /** Name and version of the form; the number goes up where a reader would have to change. */
    public static final String FORM = "smarts-bridge-comparison/1";

    private JsonReport() {}

    /** Writes it in UTF-8. */
    public static void write(Report report, OutputStream out) throws IOException {
        try (JsonGenerator generator = Json.generator(out)) {
            generator.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            Json.write(generator, json(report));
            generator.writeRaw('\n');
        }
    }

    private static Properties json(Report report) {
        Properties.Builder json = Properties.builder()
                .put("form", FORM)
                .put("verdict", report.outcome().word())
                .put("exitCode", report.outcome().exitCode())
                .put("sentence", report.sentence().in(Locale.ROOT))
                .put("stopped", report.stopped())
                .put("control", base(report.control()))
                .put("candidate", base(report.candidate()))
                .put("counts", counts(report))
                .put("sets", report.sets().stream().map(JsonReport::set).toList())
                .put(
                        "differences",
                        report.differences().stream().map(JsonReport::group).toList())
                .put("noise", report.noise().stream().map(JsonReport::group).toList())
                .put("rules", report.rules().stream().map(JsonReport::rule).toList());
        report.rehearsal().ifPresent(rehearsed -> json.put("rehearsal", rehearsal(rehearsed)));
        return json.put("times", times(report)).build();
    }

    private static Properties base(Report.BaseFacts base) {
        return Properties.builder()
                .put("name", base.name())
                .put("description", base.description())
                .put("product", base.product())
                .build();
    }

    private static Properties counts(Report report) {
        return Properties.builder()
                .put("compared", report.sum(SetResult.Counts::compared))
                .put("differing", report.sum(SetResult.Counts::differing))
                .put("differences", report.differenceCount())
                .put("excused", report.excusedCount())
                .put("noise", report.noiseCount())
                .build();
    }

    private static Properties set(SetResult set) {
        Properties.Builder json = Properties.builder().put("set", set.set());
        set.title().ifPresent(title -> json.put("title", title));
        SetResult.Counts counts = set.counts();
        return json.put("status", set.status().word())
                .put("control", counts.control())
                .put("candidate", counts.candidate())
                .put("compared", counts.compared())
                .put("differing", counts.differing())
                .put("missing", counts.missing())
                .put("extra", counts.extra())
                .put("differences", counts.differences())
                .put("excused", counts.excused())
                .put("noise", counts.noise())
                .put(
                        "failures",
                        set.failures().stream().map(JsonReport::failure).toList())
                .put(
                        "notes",
                        set.notes().stream()
                                .map(note -> Value.text(note.in(Locale.ROOT)))
                                .toList())
                .build();
    }

    private static Properties failure(SetResult.SideFailure failure) {
        return Properties.builder()
                .put("side", failure.side())
                .put(
                        "category",
                        failure.failure()
                                .category()
                                .name()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '-'))
                .put("message", failure.failure().text().in(Locale.ROOT))
                .build();
    }

    private static Properties group(Group group) {
        Properties.Builder json = Properties.builder().put("set", group.set()).put("field", group.field());
        group.title().ifPresent(title -> json.put("title", title));
        Properties.Builder hints = Properties.builder();
        group.hints().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(hint -> hints.put(hint.getKey().word(), hint.getValue()));
        return json.put("kind", group.kind().word())
                .put("count", group.count())
                .put("entities", group.entities())
                .put("hints", hints.build())
                .put("samples", group.samples().stream().map(JsonLines::json).toList())
                .build();
    }

    private static Properties rule(RuleBook.Use use) {
        Properties.Builder json = Properties.builder()
                .put("id", use.rule().id())
                .put("origin", use.rule().origin().name().toLowerCase(Locale.ROOT))
                .put("where", use.rule().where())
                .put("what", use.rule().what().in(Locale.ROOT))
                .put("reason", use.rule().reason().in(Locale.ROOT));
        use.rule().until().ifPresent(day -> json.put("until", day.toString()));
        return json.put("excused", use.excused())
                .put("state", use.state().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private static Properties rehearsal(Report.Rehearsed rehearsed) {
        List<Properties> written = rehearsed.written().stream()
                .map(trace -> Properties.builder()
                        .put("side", trace.side())
                        .put("set", trace.set())
                        .put("key", trace.key())
                        .put("removed", trace.removed())
                        .put("note", trace.note().in(Locale.ROOT))
                        .build())
                .toList();
        return Properties.builder()
                .put("oneBase", rehearsed.oneBase())
                .put("written", written)
                .build();
    }

    private static Properties times(Report report) {
        return Properties.builder()
                .put("started", report.started().toString())
                .put("ended", report.ended().toString())
                .put(
                        "sets",
                        report.sets().stream()
                                .filter(set -> set.latency() != Latency.NONE)
                                .map(set -> Properties.builder()
                                        .put("set", set.set())
                                        .put("control", times(set.latency().control()))
                                        .put("candidate", times(set.latency().candidate()))
                                        .build())
                                .toList())
                .build();
    }

    private static Properties times(Latency.Times times) {
        return Properties.builder()
                .put("firstMicros", micros(times.first()))
                .put("wholeMicros", micros(times.whole()))
                .put("singleReads", times.single().size())
                .put("singleP50Micros", micros(times.percentile(0.5)))
                .put("singleP95Micros", micros(times.percentile(0.95)))
                .build();
    }

    private static long micros(long nanos) {
        return nanos < 0 ? -1 : nanos / 1000;
    }
}
