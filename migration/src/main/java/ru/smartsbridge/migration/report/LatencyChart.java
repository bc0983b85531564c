package ru.smartsbridge.migration.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Times of single reads as a chart: for each set two bars, to the median, with a mark where 95 of 100 reads were
 * answered.
 *
 * @param rows from the top
 * @param ticks of the axis below
 */
public record LatencyChart(List<Row> rows, List<Tick> ticks) {
    /** Width of the plot in the units of the drawing. */
    public static final int WIDTH = 600;

    public static final int ROW = 34;

    private static final double MEDIAN = 0.5;
    private static final double MOST = 0.95;
    private static final int TICKS = 4;

    /** A set with its two bars. */
    public record Row(String set, int top, Bar control, Bar candidate) {}

    /** A bar's length and its mark, in the units of the drawing, with the times they stand for. */
    public record Bar(double length, double mark, String median, String most) {}

    /** A place on the axis. */
    public record Tick(double at, String millis) {}

    static LatencyChart of(Report report) {
        List<SetResult> read = report.sets().stream()
                .filter(set -> !set.latency().control().single().isEmpty()
                        && !set.latency().candidate().single().isEmpty())
                .toList();
        long longest = 1;
        for (SetResult set : read) {
            longest = Math.max(longest, set.latency().control().percentile(MOST));
            longest = Math.max(longest, set.latency().candidate().percentile(MOST));
        }
        List<Row> rows = new ArrayList<>();
        for (SetResult set : read) {
            rows.add(new Row(
                    set.set(),
                    rows.size() * ROW,
                    bar(set.latency().control(), longest),
                    bar(set.latency().candidate(), longest)));
        }
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i <= TICKS; i++) {
            ticks.add(new Tick((double) WIDTH * i / TICKS, Page.millis(longest * i / TICKS)));
        }
        return new LatencyChart(rows, ticks);
    }

    private static Bar bar(Latency.Times times, long longest) {
        long median = times.percentile(MEDIAN);
        long most = times.percentile(MOST);
        return new Bar(
                rounded((double) WIDTH * median / longest),
                rounded((double) WIDTH * most / longest),
                Page.millis(median),
                Page.millis(most));
    }

    private static double rounded(double units) {
        return Math.round(units * 10) / 10.0;
    }

    /** Height of the drawing with its axis. */
    public int height() {
        return rows.size() * ROW + 24;
    }
}
