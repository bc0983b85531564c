package ru.smartsbridge.migration.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Times of single reads as a chart with a logarithmic axis: for each set and side a dot at the median and a line to
 * where 95 of 100 reads were answered.
 *
 * <p>Places are per cent of the axis.
 *
 * @param rows from the top
 * @param ticks of the axis below, at equal distances
 */
public record LatencyChart(List<Row> rows, List<Tick> ticks) {
    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;

    /** A set with both sides. */
    public record Row(String set, Mark control, Mark candidate) {}

    /** Where the dot is and how long the line from it, with the times they stand for. */
    public record Mark(double dot, double line, String median, String most) {}

    /** A place on the axis. */
    public record Tick(double at, String millis) {}

    static LatencyChart of(Report report) {
        List<SetResult> read = report.sets().stream()
                .filter(set -> !set.latency().control().single().isEmpty()
                        && !set.latency().candidate().single().isEmpty())
                .toList();
        Axis axis = Axis.over(read);
        List<Row> rows = new ArrayList<>();
        for (SetResult set : read) {
            rows.add(new Row(
                    set.set(),
                    mark(axis, set.latency().control()),
                    mark(axis, set.latency().candidate())));
        }
        return new LatencyChart(rows, axis.ticks());
    }

    private static Mark mark(Axis axis, Latency.Times times) {
        long median = times.percentile(MEDIAN);
        long most = times.percentile(MOST);
        return new Mark(
                axis.at(median), tenths(axis.at(most) - axis.at(median)), Page.millis(median), Page.millis(most));
    }

    private static double tenths(double place) {
        return Math.round(place * 10) / 10.0;
    }

    /**
     * Powers of ten.
     *
     * @param from exponent at the left end, of nanoseconds
     * @param to exponent at the right end
     */
    private record Axis(int from, int to) {
        private static final int MILLI = 6;

        static Axis over(List<SetResult> sets) {
            long shortest = Long.MAX_VALUE;
            long longest = 1;
            for (SetResult set : sets) {
                for (Latency.Times times :
                        List.of(set.latency().control(), set.latency().candidate())) {
                    shortest = Math.min(shortest, Math.max(1, times.percentile(MEDIAN)));
                    longest = Math.max(longest, times.percentile(MOST));
                }
            }
            int from = (int) Math.floor(Math.log10(Math.min(shortest, longest)));
            return new Axis(from, Math.max(from + 1, (int) Math.ceil(Math.log10(longest))));
        }

        double at(long nanos) {
            double place = (Math.log10(Math.max(1, nanos)) - from) / (to - from);
            return tenths(Math.max(0, place) * 100);
        }

        List<Tick> ticks() {
            List<Tick> ticks = new ArrayList<>();
            for (int exponent = from; exponent <= to; exponent++) {
                double at = tenths(100.0 * (exponent - from) / (to - from));
                ticks.add(new Tick(
                        at, BigDecimal.ONE.scaleByPowerOfTen(exponent - MILLI).toPlainString()));
            }
            return ticks;
        }
    }
}
