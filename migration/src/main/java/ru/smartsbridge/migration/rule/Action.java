package ru.smartsbridge.migration.rule;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.words.MigrationTexts;

/** What a rule of a file lets pass at its place. */
public sealed interface Action {
    boolean excuses(Spotted spotted);

    /** For people. */
    Text text();

    /** Anything. */
    record Ignore() implements Action {
        @Override
        public boolean excuses(Spotted spotted) {
            return true;
        }

        @Override
        public Text text() {
            return MigrationTexts.text("rule.ignore");
        }
    }

    /** Numbers that are no further apart. */
    record NumberWithin(BigDecimal most) implements Action {
        @Override
        public boolean excuses(Spotted spotted) {
            return apart(spotted).filter(apart -> apart.compareTo(most) <= 0).isPresent();
        }

        @Override
        public Text text() {
            return MigrationTexts.text("rule.tolerance", most.toPlainString());
        }
    }

    /** Numbers that are no further apart than so many hundredths of the greater one. */
    record PercentWithin(BigDecimal most) implements Action {
        @Override
        public boolean excuses(Spotted spotted) {
            return apart(spotted)
                    .filter(apart ->
                            apart.compareTo(greater(spotted).multiply(most).movePointLeft(2)) <= 0)
                    .isPresent();
        }

        private static BigDecimal greater(Spotted spotted) {
            BigDecimal control = ((Value.Number) spotted.difference().control()).decimal();
            BigDecimal candidate = ((Value.Number) spotted.difference().candidate()).decimal();
            return control.abs().max(candidate.abs());
        }

        @Override
        public Text text() {
            return MigrationTexts.text("rule.tolerance", most.toPlainString() + " %");
        }
    }

    /** Moments that are no further apart. */
    record MomentWithin(Duration most) implements Action {
        @Override
        public boolean excuses(Spotted spotted) {
            Optional<Instant> control = spotted.control()
                    .moments()
                    .of(Optional.ofNullable(spotted.difference().control()));
            Optional<Instant> candidate = spotted.candidate()
                    .moments()
                    .of(Optional.ofNullable(spotted.difference().candidate()));
            return control.isPresent()
                    && candidate.isPresent()
                    && Duration.between(control.get(), candidate.get()).abs().compareTo(most) <= 0;
        }

        @Override
        public Text text() {
            return MigrationTexts.text("rule.tolerance", most.toMillis() + " ms");
        }
    }

    /** Values that are the same in another form. */
    record Normalise(List<Normaliser> by) implements Action {
        public Normalise {
            by = List.copyOf(by);
        }

        @Override
        public boolean excuses(Spotted spotted) {
            Kind kind = spotted.difference().kind();
            if (kind == Kind.ORDER && by.contains(Normaliser.ANY_ORDER)) {
                return true;
            }
            Value control = normal(spotted.difference().control());
            Value candidate = normal(spotted.difference().candidate());
            if (control instanceof Value.Number ours && candidate instanceof Value.Number theirs) {
                return ours.decimal().compareTo(theirs.decimal()) == 0;
            }
            return Objects.equals(control, candidate) || isSameMoment(spotted, control, candidate);
        }

        private Value normal(Value value) {
            Value normal = value == null ? Value.NULL : value;
            for (Normaliser normaliser : by) {
                normal = normaliser.apply(normal);
            }
            return normal == Value.NULL && value == null && !nothingIsNull() ? null : normal;
        }

        /** Only rules that say what is nothing take what is absent for null. */
        private boolean nothingIsNull() {
            return by.contains(Normaliser.EMPTY_AS_NULL)
                    || by.contains(Normaliser.NO_DATE_AS_NULL)
                    || by.contains(Normaliser.ZERO_AS_NULL);
        }

        private static boolean isSameMoment(Spotted spotted, Value control, Value candidate) {
            Optional<Instant> ours = spotted.control().moments().of(Optional.ofNullable(control));
            Optional<Instant> theirs = spotted.candidate().moments().of(Optional.ofNullable(candidate));
            return ours.isPresent() && ours.equals(theirs);
        }

        @Override
        public Text text() {
            return MigrationTexts.text(
                    "rule.normalise", by.stream().map(Normaliser::word).collect(Collectors.joining(", ")));
        }
    }

    private static Optional<BigDecimal> apart(Spotted spotted) {
        return spotted.difference().control() instanceof Value.Number control
                        && spotted.difference().candidate() instanceof Value.Number candidate
                ? Optional.of(control.decimal().subtract(candidate.decimal()).abs())
                : Optional.empty();
    }
}
