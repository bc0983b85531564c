package ru.smartsbridge.server.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.run.Progress;

/** Shows how far a comparison is: on a terminal as a bar that is drawn again and again, elsewhere line by line. */
final class TerminalProgress implements Progress {
    private static final long SECOND = 1_000_000_000L;
    private static final long REDRAW = SECOND / 10;
    private static final long LINE = 10 * SECOND;
    private static final int WIDTH = 24;
    private static final String CLEAR = "\r\u001B[K";

    private final PrintStream out;
    private final boolean terminal;
    private final Locale language;
    private final LongSupplier nanos;
    private String set = "";
    private int number;
    private int of;
    private long begun;
    private long drawn;

    /** With a clock in nanoseconds. */
    TerminalProgress(PrintStream out, boolean terminal, Locale language, LongSupplier nanos) {
        this.out = out;
        this.terminal = terminal;
        this.language = language;
        this.nanos = nanos;
    }

    @Override
    public void begins(String newSet, int newNumber, int newOf) {
        set = newSet;
        number = newNumber;
        of = newOf;
        begun = nanos.getAsLong();
        drawn = begun;
        if (terminal) {
            draw(0, OptionalLong.empty(), begun);
        }
    }

    @Override
    public void reads(long read, OptionalLong total) {
        long now = nanos.getAsLong();
        if (now - drawn >= (terminal ? REDRAW : LINE)) {
            drawn = now;
            draw(read, total, now);
        }
    }

    private void draw(long read, OptionalLong total, long now) {
        double seconds = (double) (now - begun) / SECOND;
        long rate = seconds > 0 ? Math.round(read / seconds) : 0;
        String counted = total.isPresent()
                ? CompareTexts.text("progress.of", grouped(read), grouped(total.getAsLong()))
                        .in(language)
                : grouped(read);
        String left = total.isPresent() && rate > 0
                ? CompareTexts.text("progress.left", Math.max(0, (total.getAsLong() - read + rate - 1) / rate))
                        .in(language)
                : "";
        String line = "[" + number + "/" + of + "] " + bar(read, total) + set + " " + counted + " "
                + CompareTexts.text("progress.rate", grouped(rate)).in(language) + " " + left;
        if (terminal) {
            out.print(CLEAR + line);
            out.flush();
        } else {
            out.println(line.stripTrailing());
        }
    }

    private String bar(long read, OptionalLong total) {
        if (!terminal || total.isEmpty()) {
            return "";
        }
        long all = Math.max(1, total.getAsLong());
        int full = (int) Math.min(WIDTH, WIDTH * read / all);
        return "#".repeat(full) + "-".repeat(WIDTH - full) + " ";
    }

    /** With a thin gap between thousands, in every language the same. */
    private static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', ' ');
    }

    @Override
    public void writes(List<Report.Trace> planned) {
        out.println(CompareTexts.text("writes.planned", planned.size()).in(language));
        Map<String, List<String>> staying = new LinkedHashMap<>();
        planned.stream()
                .filter(trace -> !trace.removed())
                .forEach(trace -> staying.computeIfAbsent(trace.side() + " " + trace.set(), set -> new ArrayList<>())
                        .add(trace.key()));
        if (!staying.isEmpty()) {
            out.println(CompareTexts.text("writes.staying").in(language));
            staying.forEach((set, keys) -> out.println("  " + set + ": " + String.join(", ", keys)));
        }
    }

    @Override
    public void ends(String ended, String status, long entities, long differences) {
        String line = "[" + number + "/" + of + "] " + ended + ": "
                + CompareTexts.text(
                                "progress.set",
                                grouped(entities),
                                grouped(differences),
                                CompareTexts.text("status." + status))
                        .in(language);
        if (terminal) {
            out.print(CLEAR);
            out.flush();
            if (differences > 0 || !status.equals("compared")) {
                out.println(line);
            }
        } else {
            out.println(line);
        }
    }
}
