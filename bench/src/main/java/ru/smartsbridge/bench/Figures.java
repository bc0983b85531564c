package ru.smartsbridge.bench;

import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What was measured of one candidate, round by round. For one thread. */
final class Figures {
    /** Of one round, in microseconds: processor time per request, the JVM's compilers' beside it, and latencies. */
    record Round(double processor, double compiling, double p50, double p90, double p99) {}

    private static final double MICRO = 1000.0;

    private final Candidate candidate;
    private final List<Round> rounds = new ArrayList<>();
    private final Tally all = new Tally();

    Figures(Candidate candidate) {
        this.candidate = candidate;
    }

    void round(Tally tally, long processorNanos, long compilingNanos) {
        Histogram latency = tally.latency();
        rounds.add(new Round(
                processorNanos / MICRO / tally.answers(),
                compilingNanos / MICRO / tally.answers(),
                latency.getValueAtPercentile(50) / MICRO,
                latency.getValueAtPercentile(90) / MICRO,
                latency.getValueAtPercentile(99) / MICRO));
        all.add(tally);
    }

    Candidate candidate() {
        return candidate;
    }

    List<Round> rounds() {
        return List.copyOf(rounds);
    }

    /** All rounds together; for the rare latencies, of which one round has too few. */
    Tally all() {
        return all;
    }

    /** A latency of all rounds together, in microseconds. */
    double latency(double percentile) {
        return all.latency().getValueAtPercentile(percentile) / MICRO;
    }

    Spread processor() {
        return Spread.of(rounds.stream().map(Round::processor).toList());
    }

    /** What the JVM's compilers took beside it: high where the path was not warm yet. */
    Spread compiling() {
        return Spread.of(rounds.stream().map(Round::compiling).toList());
    }

    Spread p50() {
        return Spread.of(rounds.stream().map(Round::p50).toList());
    }

    Spread p90() {
        return Spread.of(rounds.stream().map(Round::p90).toList());
    }

    Spread p99() {
        return Spread.of(rounds.stream().map(Round::p99).toList());
    }

    /** Processor time as a multiple of another's, each round with the round beside it. */
    Spread processorBeside(Figures other) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < rounds.size(); i++) {
            ratios.add(rounds.get(i).processor() / other.rounds.get(i).processor());
        }
        return Spread.of(ratios);
    }
}
