package ru.smartsbridge.com.connector;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Why a call failed, as the component's log has it.
 *
 * @param entry the entry that tells it
 * @param certain false where another process may have written it: the log is one for the machine
 */
record Reason(LogEntry entry, boolean certain) {
    private static final int LONGEST = 600;

    /** Says of itself only that there is another exception inside. */
    private static final String WRAPPER = "TargetInvocationException";

    /**
     * The reason among the entries that were appended during a call: the last error that is about the member that was
     * called (a failing call is there twice [run]), else the last error, which may be anyone's.
     */
    static Optional<Reason> of(List<LogEntry> appended, String member) {
        List<LogEntry> errors =
                new ArrayList<>(appended.stream().filter(LogEntry::isError).toList());
        Collections.reverse(errors);
        List<LogEntry> ours =
                errors.stream().filter(entry -> entry.names(member)).toList();
        if (ours.isEmpty()) {
            return errors.stream().findFirst().map(last -> new Reason(last, false));
        }
        String message = ours.get(0).innermost().message();
        boolean agreed =
                ours.stream().allMatch(entry -> entry.innermost().message().equals(message));
        return Optional.of(new Reason(ours.get(0), agreed));
    }

    /** The exceptions, the innermost first. */
    List<LogEntry.Thrown> fromWithin() {
        List<LogEntry.Thrown> thrown = new ArrayList<>(entry.thrown());
        Collections.reverse(thrown);
        return thrown;
    }

    /** The innermost message, after the outer one where that says something else. */
    String message() {
        List<String> messages = entry.thrown().stream()
                .filter(thrown -> !thrown.simpleType().equals(WRAPPER))
                .map(LogEntry.Thrown::message)
                .filter(message -> !message.isEmpty())
                .distinct()
                .toList();
        if (messages.isEmpty()) {
            return shortened(entry.innermost().type());
        }
        String innermost = messages.get(messages.size() - 1);
        return shortened(messages.size() == 1 ? innermost : messages.get(0) + " " + innermost);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
