package ru.smartsbridge.migration.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Keying;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.join.Triple;
import ru.smartsbridge.migration.ledger.Ledger;

/** Decides about the entities of one set, as they come together. Used by one thread. */
final class Judge {
    private final EntityDiff diff;
    private final EntityDiff selfDiff;
    private final Ledger ledger;
    private final Subject subject;
    private final PriorityQueue<Specimen> specimens;
    private final int wanted;
    private final List<Long> order = new ArrayList<>();

    private boolean again;
    private long compared;
    private long differing;
    private long missing;
    private long extra;

    /**
     * An entity that is asked for by its key later.
     *
     * @param places of the differences that are known of it
     */
    record Specimen(int spread, String key, Set<String> places) {}

    Judge(Subject subject, EntityDiff diff, EntityDiff selfDiff, Ledger ledger, boolean again, int wanted) {
        this.subject = subject;
        this.diff = diff;
        this.selfDiff = selfDiff;
        this.ledger = ledger;
        this.again = again;
        this.wanted = wanted;
        this.specimens = new PriorityQueue<>(java.util.Comparator.comparingInt(Specimen::spread)
                .thenComparing(Specimen::key)
                .reversed());
    }

    /** Control's second reading has failed: what it would have had is not known. */
    void withoutAgain() {
        again = false;
    }

    /** Decides about what the readings have under one key. */
    void of(Triple triple) {
        if (triple.control() != null && triple.candidate() != null) {
            both(triple);
        } else if (triple.control() != null) {
            alone(triple, Kind.MISSING, triple.control(), null, again && triple.again() == null);
        } else if (triple.candidate() != null) {
            alone(triple, Kind.EXTRA, null, triple.candidate(), triple.again() != null);
        } else {
            ledger.noise(selfDiff.whole(Kind.EXTRA, shownKey(triple), null, triple.again()));
        }
    }

    private void both(Triple triple) {
        compared++;
        String key = shownKey(triple);
        Set<String> noisy = new HashSet<>();
        if (again && triple.again() != null) {
            selfDiff.compare(key, triple.control(), triple.again(), spotted -> {
                if (ledger.noise(spotted)) {
                    noisy.add(spotted.difference().place());
                }
            });
        } else if (again) {
            ledger.noise(selfDiff.whole(Kind.MISSING, key, triple.control(), null));
        }
        Set<String> places = new HashSet<>(noisy);
        boolean unsteady = again && triple.again() == null;
        boolean[] counts = new boolean[1];
        diff.compare(key, triple.control(), triple.candidate(), spotted -> {
            String place = spotted.difference().place();
            if (!unsteady && !isNoisy(noisy, place)) {
                counts[0] |= ledger.difference(spotted);
            }
            places.add(place);
        });
        differing += counts[0] ? 1 : 0;
        if (subject.ordered()) {
            order.add(triple.candidatePlace() << 32 | triple.controlPlace());
        }
        specimen(triple, places);
    }

    /** What is in an object that comes and goes is as noisy as the object. */
    private static boolean isNoisy(Set<String> noisy, String place) {
        return !noisy.isEmpty()
                && noisy.stream().anyMatch(known -> place.equals(known) || place.startsWith(known + "/"));
    }

    private void alone(Triple triple, Kind kind, Properties control, Properties candidate, boolean noise) {
        String key = shownKey(triple);
        if (noise) {
            ledger.noise(selfDiff.whole(kind, key, control, candidate));
        } else if (ledger.difference(diff.whole(kind, key, control, candidate))) {
            missing += kind == Kind.MISSING ? 1 : 0;
            extra += kind == Kind.EXTRA ? 1 : 0;
        }
    }

    /** An entity that is known by what it holds is shown with its address. */
    private String shownKey(Triple triple) {
        if (!subject.keying().byContent()) {
            return triple.key();
        }
        Properties entity = triple.control() != null
                ? triple.control()
                : triple.candidate() != null ? triple.candidate() : triple.again();
        return address(entity).orElse(triple.key());
    }

    private Optional<String> address(Properties entity) {
        return subject.address()
                .flatMap(entity::get)
                .filter(value -> value instanceof Value.Text)
                .map(value -> ((Value.Text) value).value())
                .filter(text -> !text.isEmpty());
    }

    private void specimen(Triple triple, Set<String> places) {
        Optional<String> key = address(triple.control());
        if (wanted > 0 && key.isPresent() && key.equals(address(triple.candidate()))) {
            specimens.add(new Specimen(Keying.spread(key.get()), key.get(), places));
            if (specimens.size() > wanted) {
                specimens.poll();
            }
        }
    }

    /** The order of the entities, where the plan wants it to be the same. */
    void order() {
        if (!subject.ordered()) {
            return;
        }
        order.sort(null);
        long turns = 0;
        int before = -1;
        for (long places : order) {
            int control = (int) places;
            turns += control < before ? 1 : 0;
            before = control;
        }
        if (turns > 0) {
            // how often the order turns back: never at control, which it is measured by
            ledger.difference(diff.atWhole("", Kind.ORDER, Value.number(0), Value.number(turns)));
        }
    }

    /** Entities for single reads, by key; the same in each run. */
    List<Specimen> specimens() {
        return specimens.stream()
                .sorted(java.util.Comparator.comparing(Specimen::key))
                .toList();
    }

    /** Pairs what is left of a set whose entities are known by what they hold: those most alike are one and the same. */
    static List<Triple> pairedByLikeness(List<Triple> left) {
        List<Triple> control = new ArrayList<>();
        List<Triple> candidate = new ArrayList<>();
        List<Triple> again = new ArrayList<>();
        for (Triple triple : left) {
            (triple.control() != null ? control : triple.candidate() != null ? candidate : again).add(triple);
        }
        List<Triple> paired = new ArrayList<>();
        for (Triple ours : control) {
            Triple theirs = takeLike(ours.control(), candidate, Triple::candidate);
            Triple second = ours.again() != null
                    ? ours
                    : theirs != null && theirs.again() != null
                            ? theirs
                            : takeLike(ours.control(), again, Triple::again);
            paired.add(new Triple(
                    ours.key(),
                    ours.control(),
                    theirs == null ? null : theirs.candidate(),
                    second == null ? null : second.again(),
                    ours.controlPlace(),
                    theirs == null ? -1 : theirs.candidatePlace()));
        }
        paired.addAll(candidate);
        paired.addAll(again);
        return paired;
    }

    private static Triple takeLike(
            Properties entity, List<Triple> among, java.util.function.Function<Triple, Properties> side) {
        Triple best = null;
        double most = 0.5;
        for (Triple triple : among) {
            double likeness = EntityDiff.likeness(entity, side.apply(triple));
            if (likeness > most || best == null && likeness == most) {
                best = triple;
                most = likeness;
            }
        }
        among.remove(best);
        return best;
    }

    long compared() {
        return compared;
    }

    long differing() {
        return differing;
    }

    long missing() {
        return missing;
    }

    long extra() {
        return extra;
    }
}
