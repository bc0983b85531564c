package ru.smartsbridge.server.check;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Findings for a program: {@code {"ok":…,"findings":[{"mark","subject","what","tookMillis","advice"}]}} in one line. */
public final class JsonReport {
    private JsonReport() {}

    /** Prints them. */
    public static void print(Findings findings, PrintStream out, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8)) {
            json.writeStartObject();
            json.writeBooleanField("ok", !findings.failed());
            json.writeArrayFieldStart("findings");
            for (Finding finding : findings.list()) {
                write(finding, json, locale);
            }
            json.writeEndArray();
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        out.println(bytes.toString(StandardCharsets.UTF_8));
    }

    private static void write(Finding finding, JsonGenerator json, Locale locale) throws IOException {
        json.writeStartObject();
        json.writeStringField("mark", finding.mark().name());
        json.writeStringField("subject", finding.subject());
        json.writeStringField("what", finding.what().in(locale));
        if (finding.took().isPresent()) {
            json.writeNumberField("tookMillis", finding.took().get().toMillis());
        }
        if (finding.advice().isPresent()) {
            json.writeStringField("advice", finding.advice().get().in(locale));
        }
        json.writeEndObject();
    }
}
