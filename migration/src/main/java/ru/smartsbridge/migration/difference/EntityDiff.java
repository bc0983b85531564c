package ru.smartsbridge.migration.difference;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import ru.smartsbridge.api.fidelity.Moments;
import ru.smartsbridge.api.fidelity.Spot;
import ru.smartsbridge.api.model.EntitySet;
import ru.smartsbridge.api.model.SetKind;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * Compares two entities of a set: numbers as decimals, dates as moments, objects without regard to the order of their
 * properties, arrays of objects by the keys of these. Immutable, thread-safe.
 */
public final class EntityDiff {
    private static final String PLAN_LINES = "declaredItems";
    private static final String COMBINED_LINES = "combinedItems";
    private static final String BOUND_LINE = "bindedLineUid";
    private static final Set<String> ROW_IDENTITY = Set.of("uid", "index");
    private static final int LONGEST_ORDER = 20;

    private final String set;
    private final SetKind kind;
    private final Shape shape;
    private final Moments controlMoments;
    private final Moments candidateMoments;

    /**
     * For the entities of one set.
     *
     * @param control how dates of control are read
     * @param candidate how dates of the candidate are read
     */
    public EntityDiff(String set, Shape shape, Moments control, Moments candidate) {
        this.set = set;
        this.kind = EntitySet.named(set).kind();
        this.shape = shape;
        this.controlMoments = control;
        this.candidateMoments = candidate;
    }

    /** Gives every difference of two entities to {@code found}, in the order of control's properties. */
    public void compare(String key, Properties control, Properties candidate, Consumer<Spotted> found) {
        if (!control.equals(candidate)) {
            new Pass(key, control, candidate, found).root();
        }
    }

    /** A difference of an entity as a whole, or of the whole set. */
    public Spotted whole(Kind what, String key, Properties control, Properties candidate) {
        return new Pass(key, orEmpty(control), orEmpty(candidate), spotted -> {})
                .spotted(
                        Trail.ROOT, what, control, candidate, Properties.EMPTY, Properties.EMPTY, -1, Optional.empty());
    }

    /** A difference of the whole set at a name that is no property, such as its count. */
    public Spotted atWhole(String name, Kind what, Value control, Value candidate) {
        Trail trail = name.isEmpty() ? Trail.ROOT : Trail.ROOT.at(name);
        return at("", trail, what, control, candidate);
    }

    /** A difference of what is answered for a key. */
    public Spotted ofKey(String key, Kind what, Value control, Value candidate) {
        return at(key, Trail.ROOT, what, control, candidate);
    }

    private Spotted at(String key, Trail trail, Kind what, Value control, Value candidate) {
        return new Pass(key, Properties.EMPTY, Properties.EMPTY, spotted -> {})
                .spotted(trail, what, control, candidate, Properties.EMPTY, Properties.EMPTY, -1, Optional.empty());
    }

    private static Properties orEmpty(Properties entity) {
        return entity == null ? Properties.EMPTY : entity;
    }

    /** How many properties two rows have in common, from 0 to 1. */
    public static double likeness(Properties control, Properties candidate) {
        return Matching.likeness(control, candidate, ROW_IDENTITY);
    }

    /** The way from the entity to a value. */
    private record Trail(List<String> names, String place) {
        static final Trail ROOT = new Trail(List.of(), "");

        Trail at(String name) {
            List<String> deeper = new ArrayList<>(names);
            deeper.add(name);
            return new Trail(deeper, place.isEmpty() ? name : place + "/" + name);
        }

        Trail item(String key) {
            return new Trail(names, place + "[" + key + "]");
        }

        String last() {
            return names.get(names.size() - 1);
        }
    }

    /** One pass through two entities. */
    private final class Pass {
        private final String key;
        private final Properties control;
        private final Properties candidate;
        private final Consumer<Spotted> found;
        /** Control's uid of a plan line, and the candidate's of the same line. */
        private final Map<String, String> lines = new HashMap<>();

        Pass(String key, Properties control, Properties candidate, Consumer<Spotted> found) {
            this.key = key;
            this.control = control;
            this.candidate = candidate;
            this.found = found;
        }

        void root() {
            learnLines();
            objects(Trail.ROOT, shape, control, candidate, -1);
        }

        /** Plan lines are told apart before anything that is bound to them. */
        private void learnLines() {
            Optional<List<Properties>> ours = control.get(PLAN_LINES).flatMap(EntityDiff::objectsOf);
            Optional<List<Properties>> theirs = candidate.get(PLAN_LINES).flatMap(EntityDiff::objectsOf);
            if (ours.isPresent() && theirs.isPresent()) {
                for (Matching.Pair pair :
                        lines(PLAN_LINES, ours.get(), theirs.get()).pairs()) {
                    String uid = uid(ours.get().get(pair.control()));
                    if (!uid.isEmpty()) {
                        lines.put(uid, uid(theirs.get().get(pair.candidate())));
                    }
                }
            }
        }

        private void objects(Trail trail, Shape of, Properties ours, Properties theirs, int index) {
            Set<String> names = new LinkedHashSet<>(ours.names());
            names.addAll(theirs.names());
            for (String name : names) {
                Optional<Value> our = ours.get(name);
                Optional<Value> their = theirs.get(name);
                if (!our.equals(their)) {
                    property(trail.at(name), of, our, their, ours, theirs, index);
                }
            }
        }

        private void property(
                Trail trail,
                Shape of,
                Optional<Value> our,
                Optional<Value> their,
                Properties ours,
                Properties theirs,
                int index) {
            if (our.isEmpty() || their.isEmpty()) {
                Kind what = our.isEmpty() ? Kind.EXTRA : Kind.MISSING;
                add(trail, what, our.orElse(null), their.orElse(null), ours, theirs, index);
            } else if (!(trail.last().equals(BOUND_LINE) && isSameLine(our.get(), their.get()))) {
                values(trail, of, our.get(), their.get(), ours, theirs, index);
            }
        }

        private boolean isSameLine(Value our, Value their) {
            return our instanceof Value.Text text
                    && lines.containsKey(text.value())
                    && Value.text(lines.get(text.value())).equals(their);
        }

        private void values(
                Trail trail, Shape of, Value our, Value their, Properties ours, Properties theirs, int index) {
            if (our instanceof Properties object && their instanceof Properties other) {
                objects(trail, of.below(trail.last(), ""), object, other, index);
            } else if (our instanceof Value.Items items && their instanceof Value.Items others) {
                arrays(trail, of, items, others, ours, theirs);
            } else if (our instanceof Value.Number number && their instanceof Value.Number other) {
                if (number.decimal().compareTo(other.decimal()) != 0) {
                    add(trail, Kind.VALUE, our, their, ours, theirs, index);
                }
            } else if (our instanceof Value.Text text && their instanceof Value.Text other) {
                texts(trail, of, text, other, ours, theirs, index);
            } else if (!our.equals(their)) {
                boolean sameType = our == Value.NULL || their == Value.NULL || our.getClass() == their.getClass();
                add(trail, sameType ? Kind.VALUE : Kind.TYPE, our, their, ours, theirs, index);
            }
        }

        private void texts(
                Trail trail,
                Shape of,
                Value.Text our,
                Value.Text their,
                Properties ours,
                Properties theirs,
                int index) {
            if (our.equals(their) || of.isDuration(trail.last()) && isSameDuration(our, their)) {
                return;
            }
            Optional<Instant> moment = controlMoments.of(Optional.of(our));
            Optional<Instant> other = candidateMoments.of(Optional.of(their));
            boolean moments = moment.isPresent()
                    && other.isPresent()
                    && of.isMoment(trail.last()).orElse(true);
            if (!moments) {
                boolean noDate = of.isMoment(trail.last()).orElse(false)
                        && Hint.saysNothing(our)
                        && Hint.saysNothing(their)
                        && !our.value().isEmpty()
                        && !their.value().isEmpty();
                if (!noDate) {
                    add(trail, Kind.VALUE, our, their, ours, theirs, index);
                }
            } else if (!moment.get().equals(other.get())) {
                Optional<Hint> hint = Hint.of(moment.get(), other.get());
                found.accept(spotted(trail, Kind.VALUE, our, their, ours, theirs, index, hint));
            }
        }

        private boolean isSameDuration(Value.Text our, Value.Text their) {
            try {
                return Duration.parse(our.value()).equals(Duration.parse(their.value()));
            } catch (DateTimeParseException noDuration) {
                return false;
            }
        }

        private void arrays(
                Trail trail, Shape of, Value.Items our, Value.Items their, Properties ours, Properties theirs) {
            Optional<List<Properties>> objects = objectsOf(our);
            Optional<List<Properties>> others = objectsOf(their);
            boolean told = objects.isPresent()
                    && others.isPresent()
                    && !(objects.get().isEmpty() && others.get().isEmpty());
            if (told) {
                items(trail, of, objects.get(), others.get(), ours, theirs);
            } else {
                scalars(trail, of, our, their, ours, theirs);
            }
        }

        private void items(
                Trail trail,
                Shape of,
                List<Properties> our,
                List<Properties> their,
                Properties ours,
                Properties theirs) {
            Shape item = of.below(trail.last(), nameOf(ours));
            Matching matching = matching(trail.last(), item, our, their);
            for (Matching.Pair pair : matching.pairs()) {
                String itemKey = pair.key().isEmpty() ? String.valueOf(pair.control()) : pair.key();
                Properties one = our.get(pair.control());
                Properties other = their.get(pair.candidate());
                objects(trail.item(itemKey), item, one, other, pair.control());
            }
            for (int i : matching.onlyControl()) {
                add(trail.item(keyOf(item, our.get(i), i)), Kind.MISSING, our.get(i), null, ours, theirs, i);
            }
            for (int i : matching.onlyCandidate()) {
                add(trail.item(keyOf(item, their.get(i), i)), Kind.EXTRA, null, their.get(i), ours, theirs, i);
            }
            if (of.isOrdered(trail.last()) && !matching.sameOrder()) {
                add(trail, Kind.ORDER, order(our, item), order(their, item), ours, theirs, -1);
            }
        }

        private Value order(List<Properties> items, Shape item) {
            List<Value> keys = new ArrayList<>();
            for (int i = 0; i < Math.min(items.size(), LONGEST_ORDER); i++) {
                keys.add(Value.text(keyOf(item, items.get(i), i)));
            }
            return Value.items(keys);
        }

        private Matching matching(String name, Shape item, List<Properties> our, List<Properties> their) {
            if (item.isLine()) {
                return lines(name, our, their);
            }
            Matching matching = new Matching(our, their);
            if (item.isRow()) {
                return matching.by(Matching.key("uid")).byLikeness(ROW_IDENTITY);
            }
            Optional<String> itemKey = item.keyProperty();
            itemKey.ifPresent(property -> matching.by(Matching.key(property)));
            item.otherKeyProperty().ifPresent(property -> matching.by(Matching.key(property)));
            return itemKey.isPresent()
                    ? matching
                    : matching.by(object -> Optional.of(object.toString())).inOrder();
        }

        private Matching lines(String name, List<Properties> our, List<Properties> their) {
            Matching matching = new Matching(our, their);
            if (name.equals(COMBINED_LINES)) {
                return matching.by(line -> product(line, true, false), line -> product(line, false, false));
            }
            return matching.by(Matching.key("uid"))
                    .by(line -> product(line, true, true), line -> product(line, false, true));
        }

        /** What a line is of, where its uid does not tell: product, packing and the line that it is bound to. */
        private Optional<String> product(Properties line, boolean ofControl, boolean withPacking) {
            String bound = line.get(BOUND_LINE).map(Matching::text).orElse("");
            String common = ofControl ? lines.getOrDefault(bound, bound) : bound;
            Function<Properties, Optional<String>> product =
                    withPacking ? Matching.key("productId", "packingId") : Matching.key("productId");
            return product.apply(line).map(text -> common.isEmpty() ? text : text + "·" + common);
        }

        private void scalars(
                Trail trail, Shape of, Value.Items our, Value.Items their, Properties ours, Properties theirs) {
            List<Value> left = new ArrayList<>(our.values());
            List<Value> right = new ArrayList<>(their.values());
            if (left.size() != right.size()) {
                add(trail, Kind.SIZE, our, their, ours, theirs, -1);
                return;
            }
            List<Value> rest = new ArrayList<>(right);
            boolean sameBag = left.stream().allMatch(value -> remove(rest, value));
            if (!of.isOrdered(trail.last())) {
                if (!sameBag) {
                    add(trail, Kind.VALUE, our, their, ours, theirs, -1);
                }
                return;
            }
            if (sameBag) {
                if (!isSameOrder(left, right)) {
                    add(trail, Kind.ORDER, our, their, ours, theirs, -1);
                }
                return;
            }
            for (int i = 0; i < left.size(); i++) {
                values(trail.item(String.valueOf(i)), of, left.get(i), right.get(i), ours, theirs, i);
            }
        }

        private boolean isSameOrder(List<Value> left, List<Value> right) {
            for (int i = 0; i < left.size(); i++) {
                if (!EntityDiff.isSame(left.get(i), right.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private boolean remove(List<Value> values, Value value) {
            for (int i = 0; i < values.size(); i++) {
                if (EntityDiff.isSame(values.get(i), value)) {
                    values.remove(i);
                    return true;
                }
            }
            return false;
        }

        private void add(
                Trail trail, Kind what, Value our, Value their, Properties ours, Properties theirs, int index) {
            Optional<Hint> hint = what == Kind.VALUE || what == Kind.TYPE || what == Kind.MISSING || what == Kind.EXTRA
                    ? Hint.of(our, their)
                    : Optional.empty();
            found.accept(spotted(trail, what, our, their, ours, theirs, index, hint));
        }

        Spotted spotted(
                Trail trail,
                Kind what,
                Value our,
                Value their,
                Properties ours,
                Properties theirs,
                int index,
                Optional<Hint> hint) {
            return new Spotted(
                    new Difference(set, key, trail.names(), trail.place(), what, hint, our, their),
                    new Spot(kind, trail.names()),
                    new Spotted.Around(ours, control, controlMoments),
                    new Spotted.Around(theirs, candidate, candidateMoments),
                    index);
        }
    }

    private static boolean isSame(Value one, Value other) {
        return one instanceof Value.Number number && other instanceof Value.Number second
                ? number.decimal().compareTo(second.decimal()) == 0
                : one.equals(other);
    }

    /** The objects of an array; empty where there is no array, or anything but objects in it. */
    private static Optional<List<Properties>> objectsOf(Value value) {
        if (!(value instanceof Value.Items items)) {
            return Optional.empty();
        }
        List<Properties> objects = new ArrayList<>();
        for (Value item : items.values()) {
            if (!(item instanceof Properties object)) {
                return Optional.empty();
            }
            objects.add(object);
        }
        return Optional.of(objects);
    }

    private static String uid(Properties line) {
        return line.get("uid").map(Matching::text).orElse("");
    }

    private static String nameOf(Properties holder) {
        return holder.get("name").map(Matching::text).orElse("");
    }

    private static String keyOf(Shape item, Properties object, int index) {
        return item.keyProperty()
                .flatMap(property -> Matching.key(property).apply(object))
                .or(() -> item.otherKeyProperty()
                        .flatMap(property -> Matching.key(property).apply(object)))
                .orElse(String.valueOf(index));
    }
}
