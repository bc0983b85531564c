package ru.smartsbridge.migration.report;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The files of one report in a folder of their own. Writing goes on under an interrupt: a report is what a stopped
 * comparison is stopped for.
 *
 * @param folder made where it is missing; files of an earlier report are replaced
 */
public record ReportFiles(Path folder) {
    public static final String JSON = "report.json";
    public static final String LINES = "differences.jsonl";
    public static final String JUNIT = "junit.xml";
    public static final String PAGE = "report.html";
    public static final String RULES = "suggested-rules.yaml";

    /** Writes one form. */
    private interface Form {
        void write(OutputStream out) throws IOException;
    }

    /** The list of all differences, to be filled while the comparison runs. */
    public JsonLines lines() throws IOException {
        Files.createDirectories(folder);
        return new JsonLines(folder.resolve(LINES));
    }

    /**
     * Writes everything but the list of differences.
     *
     * @param language of what people read first; for programs it is English
     * @param suggest whether rules are proposed
     */
    public void write(Report report, Locale language, boolean suggest) throws IOException {
        Files.createDirectories(folder);
        file(JSON, out -> JsonReport.write(report, out));
        file(JUNIT, out -> JUnitReport.write(report, language, out));
        file(PAGE, out -> HtmlReport.write(report, language, out));
        Files.deleteIfExists(folder.resolve(RULES));
        if (suggest) {
            file(RULES, out -> out.write(SuggestedRules.text(report, language).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private void file(String name, Form form) throws IOException {
        try (OutputStream out = new BufferedOutputStream(
                new FileOutputStream(folder.resolve(name).toFile()))) {
            form.write(out);
        }
    }
}
