package ru.smartsbridge.com.connector;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An entry of the component's log: a line with date and level, then free text or an exception with those inside it
 * [run].
 *
 * @param level {@code ERROR}, {@code INFORMATION} …
 * @param thrown the exceptions, the outermost first; none in an entry of text alone
 */
record LogEntry(String level, List<Thrown> thrown, String text) {
    /** The date's separator is the culture's, and so may be its order. */
    private static final Pattern HEADER = Pattern.compile(
            "(?m)^\\d{1,4}[./-]\\d{1,2}[./-]\\d{1,4} \\d{1,2}[:.]\\d{2}[:.]\\d{2}[.,]\\d{3} (\\w+)\\r?$");

    private static final Pattern MESSAGE = Pattern.compile("(?m)^\\t*MESSAGE:[\\t ]*");
    private static final Pattern MESSAGE_END = Pattern.compile(" STACK TOP:|\\r?\\n\\t*TYPE:");

    /**
     * An exception.
     *
     * @param type with its namespace; {@code ""} where the entry does not say it
     * @param hresult 0 where the entry does not say it
     * @param status the name of a WebException's status; {@code ""} in others
     */
    record Thrown(String message, String type, int hresult, String status) {
        /** The type without its namespace. */
        String simpleType() {
            return type.substring(type.lastIndexOf('.') + 1);
        }
    }

    LogEntry {
        thrown = List.copyOf(thrown);
    }

    /** The entries of a piece of the log; what stands before the first header belongs to an entry that is cut off. */
    static List<LogEntry> parse(String log) {
        List<LogEntry> entries = new ArrayList<>();
        Matcher header = HEADER.matcher(log);
        boolean found = header.find();
        while (found) {
            String level = header.group(1);
            int begin = header.end();
            found = header.find();
            String text = log.substring(begin, found ? header.start() : log.length());
            entries.add(new LogEntry(level, exceptions(text), text));
        }
        return entries;
    }

    private static List<Thrown> exceptions(String text) {
        List<Thrown> exceptions = new ArrayList<>();
        Matcher message = MESSAGE.matcher(text);
        boolean found = message.find();
        while (found) {
            int begin = message.end();
            found = message.find();
            exceptions.add(exception(text.substring(begin, found ? message.start() : text.length())));
        }
        return exceptions;
    }

    private static Thrown exception(String section) {
        Matcher end = MESSAGE_END.matcher(section);
        String message = end.find() ? section.substring(0, end.start()) : section;
        return new Thrown(
                message.strip(), value(section, "TYPE"), number(value(section, "HRESULT")), value(section, "STATUS"));
    }

    private static String value(String section, String name) {
        Matcher value = Pattern.compile("(?m)^\\t*" + name + ":[\\t ]*(.*?)[\\t ]*\\r?$")
                .matcher(section);
        return value.find() ? value.group(1) : "";
    }

    private static int number(String text) {
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }

    boolean isError() {
        return level.equals("ERROR") && !thrown.isEmpty();
    }

    /** The exception that came first. */
    Thrown innermost() {
        return thrown.get(thrown.size() - 1);
    }

    /** Whether the entry is about a call of that member: its stack or its heading has the name [run]. */
    boolean names(String member) {
        String quoted = Pattern.quote(member);
        return Pattern.compile(
                        "[.]" + quoted + " ?\\(|<" + quoted + ">|'" + quoted + "'|[.]get_" + quoted + "\\b",
                        Pattern.CASE_INSENSITIVE)
                .matcher(text)
                .find();
    }
}
