package ru.smartsbridge.server.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import ru.smartsbridge.server.config.ConfigurationException;
import ru.smartsbridge.server.config.Problem;

/** What a check found. */
public record Findings(List<Finding> list) {
    /** The subject of findings that only a change of the configuration mends. */
    static final String CONFIGURATION = "configuration";

    public Findings {
        list = List.copyOf(list);
    }

    /** What is told of a configuration that cannot be used. */
    public static Findings of(ConfigurationException unusable) {
        List<Finding> list = new ArrayList<>();
        for (Problem problem : unusable.problems()) {
            list.add(new Finding(Finding.Mark.FAIL, CONFIGURATION, problem::in, Optional.empty(), Optional.empty()));
        }
        return new Findings(list);
    }

    /** Whether the configuration itself has to be changed. */
    public boolean unusable() {
        return list.stream()
                .anyMatch(finding ->
                        finding.mark() == Finding.Mark.FAIL && finding.subject().equals(CONFIGURATION));
    }

    /** Whether anything keeps the bridge from working. */
    public boolean failed() {
        return list.stream().anyMatch(finding -> finding.mark() == Finding.Mark.FAIL);
    }
}
