package ru.smartsbridge.migration.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Hint;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.difference.Spotted;

/**
 * All differences of one field and kind.
 *
 * @param title the field in the base's own words, where it has any
 * @param count of differences
 * @param entities that have any of them
 * @param hints how many of them are explained how
 * @param samples the first of them
 * @param numbersApart the most that two numbers are apart; null where there are none
 * @param momentsApart the most that two moments are apart; null where there are none
 */
public record Group(
        String set,
        List<String> path,
        Optional<String> title,
        Kind kind,
        long count,
        long entities,
        Map<Hint, Long> hints,
        List<Difference> samples,
        BigDecimal numbersApart,
        Duration momentsApart) {
    /** The path with slashes; empty for the entities themselves. */
    public String field() {
        return String.join("/", path);
    }

    /** The same as a group of another set. */
    public Group in(String other) {
        return new Group(other, path, title, kind, count, entities, hints, samples, numbersApart, momentsApart);
    }

    /** Collects groups while a comparison runs. Used by one thread. */
    public static final class Collector {
        private record Key(String set, String field, Kind kind) {}

        private final Map<Key, Open> groups = new LinkedHashMap<>();
        private final int shown;

        /** With so many samples of each. */
        public Collector(int shown) {
            this.shown = shown;
        }

        /**
         * Adds a difference.
         *
         * @param shownAs the same without what is secret
         */
        public void add(Spotted spotted, Difference shownAs, Optional<String> title) {
            Difference difference = spotted.difference();
            groups.computeIfAbsent(
                            new Key(difference.set(), difference.field(), difference.kind()),
                            key -> new Open(shownAs, title))
                    .add(spotted, shownAs, shown);
        }

        public boolean isEmpty() {
            return groups.isEmpty();
        }

        /** How many were added. */
        public long count() {
            return groups.values().stream().mapToLong(open -> open.count).sum();
        }

        /** All groups; those of a set together, in the order in which the sets came, the largest first. */
        public List<Group> groups() {
            List<String> sets = new ArrayList<>();
            groups.keySet().stream().map(Key::set).distinct().forEach(sets::add);
            return groups.values().stream()
                    .map(Open::closed)
                    .sorted(Comparator.<Group>comparingInt(group -> sets.indexOf(group.set()))
                            .thenComparing(
                                    Comparator.comparingLong(Group::count).reversed())
                            .thenComparing(Group::field)
                            .thenComparing(Group::kind))
                    .toList();
        }
    }

    private static final class Open {
        private final Difference first;
        private final Optional<String> title;
        private final Map<Hint, Long> hints = new EnumMap<>(Hint.class);
        private final List<Difference> samples = new ArrayList<>();
        private long count;
        private long entities;
        private String lastKey;
        private BigDecimal numbersApart;
        private Duration momentsApart;

        Open(Difference first, Optional<String> title) {
            this.first = first;
            this.title = title;
        }

        void add(Spotted spotted, Difference shownAs, int shown) {
            count++;
            if (!shownAs.key().equals(lastKey)) {
                entities++;
                lastKey = shownAs.key();
            }
            shownAs.hint().ifPresent(hint -> hints.merge(hint, 1L, Long::sum));
            if (samples.size() < shown) {
                samples.add(shownAs);
            }
            measure(spotted);
        }

        private void measure(Spotted spotted) {
            Value control = spotted.difference().control();
            Value candidate = spotted.difference().candidate();
            if (control instanceof Value.Number ours && candidate instanceof Value.Number theirs) {
                BigDecimal apart = ours.decimal().subtract(theirs.decimal()).abs();
                numbersApart = numbersApart == null ? apart : numbersApart.max(apart);
                return;
            }
            spotted.control()
                    .moments()
                    .of(Optional.ofNullable(control))
                    .ifPresent(ours -> spotted.candidate()
                            .moments()
                            .of(Optional.ofNullable(candidate))
                            .ifPresent(theirs -> {
                                Duration apart = Duration.between(ours, theirs).abs();
                                momentsApart = momentsApart == null || momentsApart.compareTo(apart) < 0
                                        ? apart
                                        : momentsApart;
                            }));
        }

        Group closed() {
            return new Group(
                    first.set(),
                    first.path(),
                    title,
                    first.kind(),
                    count,
                    entities,
                    Map.copyOf(hints),
                    List.copyOf(samples),
                    numbersApart,
                    momentsApart);
        }
    }
}
