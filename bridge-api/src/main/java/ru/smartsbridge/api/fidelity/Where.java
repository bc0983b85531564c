package ru.smartsbridge.api.fidelity;

import java.util.List;
import java.util.stream.Collectors;
import ru.smartsbridge.api.model.SetKind;

/**
 * Which properties of the entities of a set an entry speaks of.
 *
 * @param paths each a property's name behind those of the objects it stands in, divided by {@code /}, such as
 *     {@code packings/unitsQuantity}: {@code {a,b}} stands for one of these names, {@code +} for that of an
 *     additional field, and a path that is empty for the entity itself
 */
public record Where(SetKind kind, List<String> paths) {
    public Where {
        paths = List.copyOf(paths);
    }

    static Where of(SetKind kind, String... paths) {
        return new Where(kind, List.of(paths));
    }

    /** Whether it is one of them. */
    public boolean has(Spot spot) {
        return spot.kind() == kind && paths.stream().anyMatch(path -> isPath(path, spot));
    }

    private static boolean isPath(String path, Spot spot) {
        List<String> wanted = path.isEmpty() ? List.of() : List.of(path.split("/"));
        if (wanted.size() != spot.names().size()) {
            return false;
        }
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            boolean fits = isOneOf(name, spot.names().get(i))
                    || name.equals("+") && i == wanted.size() - 1 && spot.isAdditional();
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOneOf(String wanted, String name) {
        return wanted.startsWith("{")
                ? List.of(wanted.substring(1, wanted.length() - 1).split(",")).contains(name)
                : wanted.equals(name);
    }

    /** For docs: the set, then the paths. */
    String phrase() {
        return kind.edmName() + ": "
                + paths.stream()
                        .map(path -> path.isEmpty() ? "the entity" : path)
                        .collect(Collectors.joining(", "));
    }
}
