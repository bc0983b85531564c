package ru.smartsbridge.server.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import ru.smartsbridge.api.schema.Nearest;

/** Finds the key that an environment variable {@code SMARTS_BRIDGE_…} overrides. */
final class EnvironmentKeys {
    static final String PREFIX = "SMARTS_BRIDGE_";
    /** The level of the log; logback reads it by itself. */
    static final String LOG = PREFIX + "LOG";

    private static final String BASES = normal(KnownKeys.BASES) + "_";
    /** Kubernetes sets these in every container once a service of the cluster is named smarts-bridge. */
    private static final Pattern OF_KUBERNETES =
            Pattern.compile(PREFIX + "(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_[0-9]+_(TCP|UDP|SCTP)(_.*)?)?)");

    private final KnownKeys keys;
    private final List<String> bases;
    private final Problems problems;

    EnvironmentKeys(KnownKeys keys, Collection<String> bases, Problems problems) {
        this.keys = keys;
        this.problems = problems;
        this.bases = bases.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** Whether the variable means us and stands for a key. */
    static boolean overrides(String variable) {
        return variable.startsWith(PREFIX)
                && !variable.equals(LOG)
                && !OF_KUBERNETES.matcher(variable).matches();
    }

    /** The path of the key; empty where there is none, which is then among the problems. */
    Optional<List<String>> path(String variable) {
        String name = variable.substring(PREFIX.length());
        Optional<List<String>> path = keys.topValues().stream()
                .filter(known -> normal(known).equals(name))
                .findFirst()
                .or(() -> name.startsWith(BASES) ? inBase(variable, name.substring(BASES.length())) : Optional.empty());
        if (path.isEmpty()) {
            Nearest.to(variable, variables())
                    .ifPresentOrElse(
                            near -> problems.add(new Origin.Variable(variable), "", "variable.unknown.nearest", near),
                            () -> problems.add(new Origin.Variable(variable), "", "variable.unknown"));
        }
        return path;
    }

    private Optional<List<String>> inBase(String variable, String name) {
        for (String base : bases) {
            Optional<List<String>> key = keys.baseValues().stream()
                    .filter(known -> name.equals(normal(base) + "_" + normal(known)))
                    .findFirst();
            if (key.isPresent()) {
                bases.stream()
                        .filter(other -> !other.equals(base) && normal(other).equals(normal(base)))
                        .forEach(other ->
                                problems.add(new Origin.Variable(variable), "", "variable.ambiguous", base, other));
                return Optional.of(path(base, key.get()));
            }
        }
        return keys.baseValues().stream()
                .sorted(Comparator.comparingInt(
                                (List<String> known) -> normal(known).length())
                        .reversed())
                .filter(known -> name.endsWith("_" + normal(known))
                        && name.length() > normal(known).length() + 1)
                .findFirst()
                .map(known -> path(
                        name.substring(0, name.length() - normal(known).length() - 1)
                                .toLowerCase(Locale.ROOT),
                        known));
    }

    private static List<String> path(String base, List<String> key) {
        List<String> path = new ArrayList<>(List.of(KnownKeys.BASES, base));
        path.addAll(key);
        return path;
    }

    /** All variables that are known for the bases that are known. */
    private List<String> variables() {
        List<String> variables = new ArrayList<>(List.of(LOG));
        keys.topValues().forEach(known -> variables.add(PREFIX + normal(known)));
        for (String base : bases.isEmpty() ? List.of("main") : bases) {
            keys.baseValues().forEach(known -> variables.add(PREFIX + BASES + normal(base) + "_" + normal(known)));
        }
        return variables;
    }

    private static String normal(List<String> path) {
        return normal(String.join("_", path));
    }

    private static String normal(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
