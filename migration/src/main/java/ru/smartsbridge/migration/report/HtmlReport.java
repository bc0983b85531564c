package ru.smartsbridge.migration.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes a report as one page that needs nothing but itself, in both languages. */
public final class HtmlReport {
    private static final TemplateEngine PAGES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private HtmlReport() {}

    /**
     * Writes it in UTF-8.
     *
     * @param language that it opens in
     */
    public static void write(Report report, Locale language, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        PAGES.render("report.jte", new Page(report, language), new WriterOutput(writer));
        writer.flush();
    }
}
