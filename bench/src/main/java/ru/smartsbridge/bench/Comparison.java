package ru.smartsbridge.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures the candidates of a plan in turns, one short round after the other, so that what else happens on the
 * machine meets all of them alike.
 *
 * <p>Arguments: the plan (a file with a line for each {@link Candidate}, those of a scenario together, the cheapest
 * backend first), the folder for {@code bench.md} and {@code bench.json}, rounds, seconds of a round. Ends with 1
 * where a single answer was not the expected one.
 */
public final class Comparison {
    private static final int CONNECTIONS = 16;
    private static final int CEILING_REQUESTS = 20_000;

    private final List<Figures> figures = new ArrayList<>();
    private final Map<Candidate, Target> targets = new LinkedHashMap<>();
    private final PrintStream progress;

    private Comparison(PrintStream progress) {
        this.progress = progress;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<Candidate> plan = Files.readAllLines(Path.of(arguments[0])).stream()
                .map(Candidate::parse)
                .toList();
        Path folder = Path.of(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        double seconds = Double.parseDouble(arguments[3]);
        Comparison comparison = new Comparison(System.err);
        comparison.prepare(plan);
        Ceiling ceiling = Ceiling.measured(comparison.targets.get(plan.get(0)), CEILING_REQUESTS, CONNECTIONS);
        for (int round = 1; round <= rounds; round++) {
            comparison.round(seconds);
            comparison.progress.println("round " + round + " of " + rounds);
        }
        Report report = new Report(comparison.figures, ceiling, rounds, seconds);
        Files.writeString(folder.resolve("bench.md"), report.markdown());
        Files.write(folder.resolve("bench.json"), report.json());
        System.out.print(report.markdown());
        if (report.errors() > 0) {
            System.exit(1);
        }
    }

    /** Learns how long the answers are, sees that all candidates give the same, and warms every path up alike. */
    private void prepare(List<Candidate> plan) throws IOException, InterruptedException {
        Map<String, Long> lengths = new LinkedHashMap<>();
        for (Candidate candidate : plan) {
            Target target = Target.get(candidate.uri());
            try (Connection connection = Connection.open(target)) {
                long length = connection.ask();
                long first = lengths.computeIfAbsent(candidate.scenario(), scenario -> length);
                if (length != first) {
                    throw new IOException(candidate + " answers " + length + " bytes, the one before it " + first);
                }
                targets.put(candidate, target.expecting(length));
            }
            figures.add(new Figures(candidate));
        }
        for (Candidate candidate : plan) {
            Load load = Load.asFastAsPossible(candidate.warmUp(), CONNECTIONS);
            try (Generator generator = Generator.connected(targets.get(candidate), load)) {
                Tally tally = generator.run();
                tally.firstError().ifPresent(error -> progress.println(candidate + ": " + error));
            }
        }
        progress.println("warm");
    }

    private void round(double seconds) throws IOException, InterruptedException {
        for (Figures one : figures) {
            Candidate candidate = one.candidate();
            Load load = Load.atRate(candidate.perSecond(), (int) (candidate.perSecond() * seconds), CONNECTIONS);
            try (Generator generator = Generator.connected(targets.get(candidate), load)) {
                ProcessorTime before = ProcessorTime.of(candidate.pid());
                Tally tally = generator.run();
                ProcessorTime after = ProcessorTime.of(candidate.pid());
                tally.firstError().ifPresent(error -> progress.println(candidate + ": " + error));
                one.round(tally, after.since(before), after.compilingSince(before));
            }
        }
    }
}
