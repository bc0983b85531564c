package ru.smartsbridge.migration.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Which object of one array is which object of the other, found in steps: by one key, then by another among those that
 * are left. Objects of one key are paired with their equals first, then in their order.
 */
final class Matching {
    /**
     * Two objects that are one and the same.
     *
     * @param control its place in control's array
     * @param candidate its place in the candidate's
     * @param key what tells it from the others, for people
     */
    record Pair(int control, int candidate, String key) {}

    private final List<Properties> control;
    private final List<Properties> candidate;
    private final Set<Integer> freeControl = new java.util.TreeSet<>();
    private final Set<Integer> freeCandidate = new java.util.TreeSet<>();
    private final Map<Integer, Pair> pairs = new java.util.TreeMap<>();

    Matching(List<Properties> control, List<Properties> candidate) {
        this.control = control;
        this.candidate = candidate;
        for (int i = 0; i < control.size(); i++) {
            freeControl.add(i);
        }
        for (int i = 0; i < candidate.size(); i++) {
            freeCandidate.add(i);
        }
    }

    /** Pairs by a key; an object without one is left for the next step. */
    Matching by(
            Function<Properties, Optional<String>> controlKey, Function<Properties, Optional<String>> candidateKey) {
        Map<String, Deque<Integer>> waiting = new HashMap<>();
        for (int i : freeCandidate) {
            candidateKey
                    .apply(candidate.get(i))
                    .ifPresent(key -> waiting.computeIfAbsent(key, k -> new ArrayDeque<>())
                            .add(i));
        }
        Map<String, List<Integer>> asking = new LinkedHashMap<>();
        for (int i : freeControl) {
            controlKey
                    .apply(control.get(i))
                    .ifPresent(key ->
                            asking.computeIfAbsent(key, k -> new ArrayList<>()).add(i));
        }
        asking.forEach((key, ours) -> pair(key, ours, new ArrayList<>(waiting.getOrDefault(key, new ArrayDeque<>()))));
        return this;
    }

    Matching by(Function<Properties, Optional<String>> key) {
        return by(key, key);
    }

    private void pair(String key, List<Integer> ours, List<Integer> theirs) {
        List<Integer> left = new ArrayList<>();
        for (int our : ours) {
            Optional<Integer> equal = ours.size() == 1 && theirs.size() == 1
                    ? Optional.of(theirs.get(0))
                    : theirs.stream()
                            .filter(their -> control.get(our).equals(candidate.get(their)))
                            .findFirst();
            equal.ifPresentOrElse(
                    their -> {
                        theirs.remove(their);
                        pair(our, their, key);
                    },
                    () -> left.add(our));
        }
        for (int i = 0; i < Math.min(left.size(), theirs.size()); i++) {
            pair(left.get(i), theirs.get(i), key);
        }
    }

    /** Pairs what is left by its place. */
    Matching inOrder() {
        List<Integer> ours = new ArrayList<>(freeControl);
        List<Integer> theirs = new ArrayList<>(freeCandidate);
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            pair(ours.get(i), theirs.get(i), String.valueOf(ours.get(i)));
        }
        return this;
    }

    /** Pairs what is left by its likeness: those that have the most properties in common, at least half of them. */
    Matching byLikeness(Set<String> ignored) {
        for (int our : new ArrayList<>(freeControl)) {
            int best = -1;
            double most = 0.5;
            for (int their : freeCandidate) {
                double likeness = likeness(control.get(our), candidate.get(their), ignored);
                if (likeness > most || best < 0 && likeness == most) {
                    best = their;
                    most = likeness;
                }
            }
            if (best >= 0) {
                pair(our, best, "");
            }
        }
        return this;
    }

    /** The share of properties that are equal, of all that either has. */
    static double likeness(Properties control, Properties candidate, Set<String> ignored) {
        Set<String> names = new HashSet<>(control.names());
        names.addAll(candidate.names());
        names.removeAll(ignored);
        long equal = names.stream()
                .filter(name -> control.get(name).equals(candidate.get(name)))
                .count();
        return names.isEmpty() ? 1 : (double) equal / names.size();
    }

    private void pair(int our, int their, String key) {
        pairs.put(our, new Pair(our, their, key));
        freeControl.remove(our);
        freeCandidate.remove(their);
    }

    /** In control's order. */
    List<Pair> pairs() {
        return List.copyOf(pairs.values());
    }

    /** Places of what control alone has. */
    List<Integer> onlyControl() {
        return List.copyOf(freeControl);
    }

    /** Places of what the candidate alone has. */
    List<Integer> onlyCandidate() {
        return List.copyOf(freeCandidate);
    }

    /** Whether those that both have stand in the same order. */
    boolean sameOrder() {
        int before = -1;
        for (Pair pair : pairs.values()) {
            if (pair.candidate() < before) {
                return false;
            }
            before = pair.candidate();
        }
        return true;
    }

    /** A property as a key; none where it says nothing. */
    static Function<Properties, Optional<String>> key(String... names) {
        return object -> {
            List<String> parts = java.util.Arrays.stream(names)
                    .map(name -> object.get(name).map(Matching::text).orElse(""))
                    .collect(Collectors.toList());
            return parts.stream().allMatch(String::isEmpty) ? Optional.empty() : Optional.of(String.join("·", parts));
        };
    }

    /** A value as a key's part: numbers by their value. */
    static String text(Value value) {
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.Number number) {
            return number.decimal().signum() == 0
                    ? "0"
                    : number.decimal().stripTrailingZeros().toPlainString();
        }
        return value == Value.NULL ? "" : value.toString();
    }
}
