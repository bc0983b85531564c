package ru.smartsbridge.api.fidelity;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/** In what sense a value that comes back is still the value that was sent. None of them lets just anything through. */
public sealed interface Equivalence {
    /**
     * What stands around a value that came back.
     *
     * @param moments how dates are read
     * @param holder the object that it is a property of
     * @param place that object's in its array, -1 where it is in none
     */
    record Context(Moments moments, Properties holder, int place) {}

    /** Whether what comes back is what was sent, in this sense; empty stands for a property that is absent. */
    boolean holds(Optional<Value> sent, Optional<Value> given, Context context);

    /** The rule as a phrase, for docs and reports. */
    String phrase();

    /** A number that is carried as a binary double and written with so many digits. */
    record Digits(int significant, int decimals) implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return sent.orElse(null) instanceof Value.Number ours
                    && given.orElse(null) instanceof Value.Number theirs
                    && isNear(ours.decimal(), theirs.decimal());
        }

        private boolean isNear(BigDecimal ours, BigDecimal theirs) {
            double nearest = ours.doubleValue();
            if (!Double.isFinite(nearest)) {
                return ours.compareTo(theirs) == 0; // no double, so nothing but itself is equal to it
            }
            BigDecimal carried = new BigDecimal(nearest);
            int leading = carried.signum() == 0 ? 0 : carried.precision() - carried.scale();
            BigDecimal unit = BigDecimal.ONE.movePointRight(leading - significant);
            BigDecimal apart = carried.subtract(theirs).abs();
            return apart.compareTo(unit) <= 0 || apart.compareTo(BigDecimal.ONE.movePointLeft(decimals)) <= 0;
        }

        @Override
        public String phrase() {
            return "the same number to one unit of its significant digit " + significant + ", or of its decimal "
                    + decimals + "; it may be written otherwise";
        }
    }

    /** A decimal, digit for digit, whose exponent is written out. */
    record Plain() implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return sent.orElse(null) instanceof Value.Number ours
                    && given.orElse(null) instanceof Value.Number theirs
                    && ours.decimal().toPlainString().equals(theirs.literal());
        }

        @Override
        public String phrase() {
            return "the same digits without an exponent";
        }
    }

    /** A date that is carried as a moment, and shown with the base's own offset. */
    record Moment(Duration precision) implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return context.moments()
                    .of(sent)
                    .flatMap(ours -> context.moments()
                            .of(given)
                            .map(theirs -> Duration.between(ours, theirs).abs()))
                    .filter(apart -> apart.compareTo(precision) <= 0)
                    .isPresent();
        }

        @Override
        public String phrase() {
            String within = precision.isZero() ? "" : " within " + precision.toMillis() + " ms";
            return "the same moment" + within + ", in any offset; without an offset it is the base's time";
        }
    }

    /** Nothing that comes back as another form of nothing. */
    record Unset(Set<Nothing> sent, Set<Nothing> given) implements Equivalence {
        public Unset {
            sent = Set.copyOf(sent);
            given = Set.copyOf(given);
        }

        @Override
        public boolean holds(Optional<Value> ours, Optional<Value> theirs, Context context) {
            return sent.stream().anyMatch(form -> form.is(ours))
                    && given.stream().anyMatch(form -> form.is(theirs));
        }

        @Override
        public String phrase() {
            return Nothing.listed(sent) + " comes back as " + Nothing.listed(given);
        }
    }

    /** Nothing that comes back as what another property of the same object has. */
    record Borrowed(Set<Nothing> sent, String from) implements Equivalence {
        public Borrowed {
            sent = Set.copyOf(sent);
        }

        @Override
        public boolean holds(Optional<Value> ours, Optional<Value> theirs, Context context) {
            return sent.stream().anyMatch(form -> form.is(ours))
                    && theirs.isPresent()
                    && theirs.equals(context.holder().get(from));
        }

        @Override
        public String phrase() {
            return Nothing.listed(sent) + " comes back as the value of '" + from + "' beside it";
        }
    }

    /** What the component computes from another property of the same object, whatever was sent. */
    record Computed(String from) implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return given.isPresent() && given.equals(context.holder().get(from));
        }

        @Override
        public String phrase() {
            return "the value of '" + from + "' beside it, whatever was sent";
        }
    }

    /** The place of an object in its array, which is told as it is and not as it was sent. */
    record Place() implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return sent.orElse(null) instanceof Value.Number
                    && given.orElse(null) instanceof Value.Number theirs
                    && theirs.decimal().signum() >= 0
                    && (context.place() < 0 || theirs.decimal().compareTo(BigDecimal.valueOf(context.place())) == 0);
        }

        @Override
        public String phrase() {
            return "its place in its collection, counted from 0, whatever number was sent";
        }
    }

    /** The properties of an object, which come in another order. */
    record AnyOrder() implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return false; // speaks of an object's properties among themselves, not of one value
        }

        @Override
        public String phrase() {
            return "the same properties in another order";
        }
    }

    /** A text of which only a fingerprint comes back. */
    record Hashed() implements Equivalence {
        private static final Pattern FORM = Pattern.compile("MD5[0-9a-f]{32}");

        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return sent.orElse(null) instanceof Value.Text ours
                    && given.orElse(null) instanceof Value.Text theirs
                    && !FORM.matcher(ours.value()).matches()
                    && FORM.matcher(theirs.value()).matches();
        }

        @Override
        public String phrase() {
            return "MD5 and 32 hexadecimal digits stand for the text; a text of that form stays as it is";
        }
    }

    /** What this way does not carry at all: a write that has it is refused as a whole, naming the property. */
    record Refused(Unfit what) implements Equivalence {
        @Override
        public boolean holds(Optional<Value> sent, Optional<Value> given, Context context) {
            return false;
        }

        @Override
        public String phrase() {
            return "a write that has " + what.phrase() + " is refused, naming the property";
        }
    }
}
