package ru.smartsbridge.server.workers;

import java.util.Optional;

/** A line that a worker writes to its standard output, which the server alone reads. */
public sealed interface WorkerLine {
    /** It takes requests on this port of loopback. */
    record Ready(int port) implements WorkerLine {
        @Override
        public String toString() {
            return "ready " + port;
        }
    }

    /** It has loaded what it will need, and waits for its order. */
    record Warm() implements WorkerLine {
        @Override
        public String toString() {
            return "warm";
        }
    }

    /** Something of an exchange has reached the component. */
    record Begun(long exchange) implements WorkerLine {
        @Override
        public String toString() {
            return "begun " + exchange;
        }
    }

    /** It cannot serve, and ends; in one line, in the language of the configuration. */
    record Failed(String why) implements WorkerLine {
        @Override
        public String toString() {
            return "failed " + why.replaceAll("\\R", " ");
        }
    }

    /** What a line says; empty for what somebody else in that process has printed. */
    static Optional<WorkerLine> parse(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1).strip();
        try {
            return switch (word) {
                case "ready" -> Optional.of(new Ready(Integer.parseInt(rest)));
                case "warm" -> Optional.of(new Warm());
                case "begun" -> Optional.of(new Begun(Long.parseLong(rest)));
                case "failed" -> Optional.of(new Failed(rest));
                default -> Optional.empty();
            };
        } catch (NumberFormatException other) {
            return Optional.empty();
        }
    }
}
