package ru.smartsbridge.migration.report;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import ru.smartsbridge.api.error.Text;

/** Writes a report as JUnit's XML, for CI: each set is a test, its differences are its failure, a gap is an error. */
public final class JUnitReport {
    private JUnitReport() {}

    /** Writes it in UTF-8, with messages in a language. */
    public static void write(Report report, Locale language, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            suite(xml, report, language);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void suite(XMLStreamWriter xml, Report report, Locale language) throws XMLStreamException {
        List<SetResult> sets = report.sets();
        xml.writeStartElement("testsuite");
        xml.writeAttribute(
                "name",
                "compare " + report.control().name() + " " + report.candidate().name());
        xml.writeAttribute("tests", String.valueOf(sets.size()));
        xml.writeAttribute(
                "failures",
                String.valueOf(sets.stream()
                        .filter(set -> !set.isGap() && differs(report, set))
                        .count()));
        xml.writeAttribute(
                "errors", String.valueOf(sets.stream().filter(SetResult::isGap).count()));
        xml.writeAttribute(
                "skipped",
                String.valueOf(sets.stream()
                        .filter(set -> set.status() == SetResult.Status.LEFT_OUT)
                        .count()));
        xml.writeAttribute("timestamp", report.started().toString());
        for (SetResult set : sets) {
            xml.writeCharacters("\n  ");
            testCase(xml, report, set, language);
        }
        xml.writeCharacters("\n  ");
        xml.writeStartElement("system-out");
        xml.writeCharacters(clean(report.sentence().in(language)));
        xml.writeEndElement();
        xml.writeCharacters("\n");
        xml.writeEndElement();
    }

    private static boolean differs(Report report, SetResult set) {
        return report.differences().stream().anyMatch(group -> group.set().equals(set.set()));
    }

    private static void testCase(XMLStreamWriter xml, Report report, SetResult set, Locale language)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "compare");
        xml.writeAttribute("name", clean(set.set()));
        long nanos = set.latency().control().whole() + set.latency().candidate().whole();
        xml.writeAttribute("time", BigDecimal.valueOf(nanos / 1_000_000, 3).toPlainString());
        String notes = set.notes().stream().map(note -> note.in(language)).collect(Collectors.joining("; "));
        if (set.status() == SetResult.Status.LEFT_OUT) {
            element(xml, "skipped", notes, "");
        } else if (set.isGap()) {
            String why = set.failures().stream()
                    .map(failure ->
                            failure.side() + ": " + failure.failure().text().in(language))
                    .collect(Collectors.joining("; "));
            element(xml, "error", why.isEmpty() ? set.status().word() + " " + notes : why, "");
        } else if (differs(report, set)) {
            List<Group> groups = report.differences().stream()
                    .filter(group -> group.set().equals(set.set()))
                    .toList();
            long count = groups.stream().mapToLong(Group::count).sum();
            Text message = ru.smartsbridge.migration.words.MigrationTexts.text("junit.failure", count, groups.size());
            String body = groups.stream()
                    .map(group ->
                            group.kind().word() + " " + group.field() + " x" + group.count() + ": " + sample(group))
                    .collect(Collectors.joining("\n"));
            element(xml, "failure", message.in(language), body);
        }
        xml.writeEndElement();
    }

    private static String sample(Group group) {
        return group.samples().isEmpty()
                ? ""
                : JsonLines.json(group.samples().get(0)).toString();
    }

    private static void element(XMLStreamWriter xml, String name, String message, String body)
            throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("message", clean(message));
        xml.writeCharacters(clean(body));
        xml.writeEndElement();
    }

    /** XML 1.0 has no form for most control characters; marking codes hold some. */
    private static String clean(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c >= 0x20 && c != 0xFFFE && c != 0xFFFF ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
