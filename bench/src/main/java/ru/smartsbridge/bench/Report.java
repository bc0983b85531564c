package ru.smartsbridge.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a run found, as Markdown for people and as JSON for programs. All times in microseconds. */
final class Report {
    private static final double MICRO = 1000.0;

    private final Map<String, List<Figures>> scenarios = new LinkedHashMap<>();
    private final Ceiling ceiling;
    private final int rounds;
    private final double seconds;
    private final Tally all = new Tally();

    Report(List<Figures> figures, Ceiling ceiling, int rounds, double seconds) {
        for (Figures one : figures) {
            scenarios.merge(one.candidate().scenario(), List.of(one), Report::joined);
            all.add(one.all());
        }
        this.ceiling = ceiling;
        this.rounds = rounds;
        this.seconds = seconds;
    }

    private static List<Figures> joined(List<Figures> some, List<Figures> more) {
        return java.util.stream.Stream.concat(some.stream(), more.stream()).toList();
    }

    /** Answers that were not the expected ones, of all candidates. */
    long errors() {
        return all.errors();
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        scenarios.forEach((scenario, candidates) -> {
            line(text, "### %s, %.0f/s", scenario, candidates.get(0).candidate().perSecond());
            line(text, "");
            line(
                    text,
                    "| way | processor µs per request | beside nginx | compiling µs | p50 µs | p90 | p99 | p99.9 | max | errors |");
            line(text, "|---|---|---|---|---|---|---|---|---|---|");
            for (Figures one : candidates) {
                row(text, one, yardstick(candidates));
            }
            line(text, "");
        });
        line(text, "Medians of %d rounds of %.1f s, in brackets the least and the most of them;", rounds, seconds);
        line(text, "p99.9 and max of all rounds together. With `direct` the processor time is the backend's own.");
        line(text, "Compiling: what the JVM's JIT compilers took beside it, paid once and not for each request.");
        line(text, "");
        line(
                text,
                "Generator: %.0f requests/s at most against the first backend, %.1f µs of its own processor time each;",
                ceiling.perSecond(),
                ceiling.ownMicros());
        line(
                text,
                "it sent %.0f µs after the due time (p50; p99 %.0f µs), and %d of %d requests found every connection taken.",
                all.lag().getValueAtPercentile(50) / MICRO,
                all.lag().getValueAtPercentile(99) / MICRO,
                all.late(),
                all.answers() + all.errors());
        all.firstError().ifPresent(error -> line(text, "%n**%d errors**, the first: %s", errors(), error));
        return text.toString();
    }

    private static void row(StringBuilder text, Figures one, Optional<Figures> yardstick) {
        line(
                text,
                "| %s | %s | %s | %.1f | %s | %.0f | %s | %.0f | %.0f | %d |",
                one.candidate().name(),
                shown(one.processor(), "%.1f"),
                yardstick
                        .filter(nginx -> !one.candidate().name().equals("direct"))
                        .map(nginx -> shown(one.processorBeside(nginx), "%.1f"))
                        .orElse("–"),
                one.compiling().median(),
                shown(one.p50(), "%.0f"),
                one.p90().median(),
                shown(one.p99(), "%.0f"),
                one.latency(99.9),
                one.latency(100),
                one.all().errors());
    }

    private static Optional<Figures> yardstick(List<Figures> candidates) {
        return candidates.stream()
                .filter(one -> one.candidate().name().equals(Candidate.YARDSTICK))
                .findFirst();
    }

    private static String shown(Spread spread, String format) {
        return String.format(
                Locale.ROOT,
                format + " (" + format + "–" + format + ")",
                spread.median(),
                spread.least(),
                spread.most());
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append('\n');
    }

    byte[] json() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes).useDefaultPrettyPrinter()) {
            json.writeStartObject();
            json.writeNumberField("rounds", rounds);
            json.writeNumberField("secondsOfRound", seconds);
            json.writeNumberField("generatorCeilingPerSecond", ceiling.perSecond());
            json.writeNumberField("generatorProcessorMicros", ceiling.ownMicros());
            json.writeNumberField("generatorLagP99Micros", all.lag().getValueAtPercentile(99) / MICRO);
            json.writeArrayFieldStart("candidates");
            for (List<Figures> candidates : scenarios.values()) {
                for (Figures one : candidates) {
                    candidate(json, one);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void candidate(JsonGenerator json, Figures one) throws IOException {
        json.writeStartObject();
        json.writeStringField("scenario", one.candidate().scenario());
        json.writeStringField("way", one.candidate().name());
        json.writeNumberField("perSecond", one.candidate().perSecond());
        json.writeNumberField("answers", one.all().answers());
        json.writeNumberField("errors", one.all().errors());
        json.writeNumberField("late", one.all().late());
        json.writeNumberField("p999", one.latency(99.9));
        json.writeNumberField("max", one.latency(100));
        json.writeArrayFieldStart("rounds");
        for (Figures.Round round : one.rounds()) {
            json.writeStartObject();
            json.writeNumberField("processor", round.processor());
            json.writeNumberField("compiling", round.compiling());
            json.writeNumberField("p50", round.p50());
            json.writeNumberField("p90", round.p90());
            json.writeNumberField("p99", round.p99());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
