package ru.smartsbridge.server.check;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;

/** Findings for a reader, one line each and one more for what is to be done. */
public final class TextReport {
    private static final Map<Finding.Mark, String> COLOURS =
            Map.of(Finding.Mark.OK, "\u001B[32m", Finding.Mark.WARN, "\u001B[33m", Finding.Mark.FAIL, "\u001B[31m");

    private TextReport() {}

    /** Prints them; in colour only where the reader sits at a terminal. */
    public static void print(Findings findings, PrintStream out, Locale locale, boolean coloured) {
        for (Finding finding : findings.list()) {
            String mark = String.format("%-4s", finding.mark());
            String took = finding.took()
                    .map(duration ->
                            " " + CheckTexts.text("took", duration.toMillis()).in(locale))
                    .orElse("");
            out.println((coloured ? COLOURS.get(finding.mark()) + mark + "\u001B[0m" : mark) + "  " + finding.subject()
                    + ": " + finding.what().in(locale) + took);
            finding.advice().ifPresent(advice -> out.println("      -> " + advice.in(locale)));
        }
        out.println(CheckTexts.text(findings.failed() ? "verdict.failed" : "verdict.ok")
                .in(locale));
    }
}
