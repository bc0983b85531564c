package ru.smartsbridge.migration.plan;

import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;

/**
 * A name with slashes and wildcards: {@code *} stands for any letters within one step, {@code **} for any number of
 * steps. Case is ignored. Immutable.
 *
 * @param text as it was written
 */
public record Pattern(String text) {
    private List<String> steps() {
        return text.isEmpty() ? List.of() : List.of(text.split("/"));
    }

    /** Whether it means this name. */
    public boolean matches(String name) {
        List<String> parts = name.isEmpty() ? List.of() : List.of(name.split("/"));
        return matches(steps(), parts, false, Pattern::isStep);
    }

    /**
     * Whether it means this path or one that leads to it: a pattern that means an object means all that is in it.
     *
     * @param isStep whether a step of the pattern means the path's step at an index
     */
    public boolean matchesPrefix(int steps, java.util.function.BiPredicate<String, Integer> isStep) {
        List<Integer> indexes =
                java.util.stream.IntStream.range(0, steps).boxed().toList();
        return matches(steps(), indexes, true, isStep);
    }

    private static <T> boolean matches(List<String> wanted, List<T> steps, boolean prefix, BiPredicate<String, T> is) {
        if (wanted.isEmpty()) {
            return prefix || steps.isEmpty();
        }
        if (wanted.get(0).equals("**")) {
            for (int i = 0; i <= steps.size(); i++) {
                if (matches(wanted.subList(1, wanted.size()), steps.subList(i, steps.size()), prefix, is)) {
                    return true;
                }
            }
            return false;
        }
        return !steps.isEmpty()
                && is.test(wanted.get(0), steps.get(0))
                && matches(wanted.subList(1, wanted.size()), steps.subList(1, steps.size()), prefix, is);
    }

    /** Whether one step, which may hold {@code *}, means a name. */
    public static boolean isStep(String wanted, String name) {
        if (wanted.indexOf('*') < 0) {
            return wanted.equalsIgnoreCase(name);
        }
        StringBuilder expression = new StringBuilder();
        for (String part : wanted.toLowerCase(Locale.ROOT).split("\\*", -1)) {
            expression.append(expression.isEmpty() ? "" : ".*").append(java.util.regex.Pattern.quote(part));
        }
        return name.toLowerCase(Locale.ROOT).matches(expression.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
