package ru.smartsbridge.server.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import ru.smartsbridge.api.error.Text;

/** The configuration cannot be used; tells all problems that were found at once. Its message is English. */
public final class ConfigurationException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    ConfigurationException(List<Problem> problems, Throwable cause) {
        super(problems.stream().map(problem -> problem.in(Locale.ROOT)).collect(Collectors.joining("; ")), cause);
        this.problems = List.copyOf(problems);
    }

    ConfigurationException(List<Problem> problems) {
        this(problems, null);
    }

    /** An option of the command line cannot be used. */
    public static ConfigurationException ofOption(String option, Text text) {
        return new ConfigurationException(List.of(new Problem(new Origin.CommandLine(option), "", text)));
    }

    /** What is wrong, at least one. */
    public List<Problem> problems() {
        return problems;
    }
}
