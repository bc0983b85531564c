package ru.smartsbridge.server.compare;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.rule.Action;
import ru.smartsbridge.migration.rule.Normaliser;
import ru.smartsbridge.server.config.Form;
import ru.smartsbridge.server.config.Mapping;

/** How the values of plans and rules are written. */
final class Forms {
    private Forms() {}

    /**
     * A part of a set.
     *
     * @param share null where a number is given
     * @param number null where a share is given
     */
    record Share(BigDecimal share, Long number) {}

    static Form<Pattern> pattern() {
        return new Form<>(text -> Optional.of(new Pattern(text)), shown -> CompareTexts.text("form.pattern", shown));
    }

    static Form<Integer> number(int least, int most) {
        return new Form<>(
                text -> whole(text).filter(n -> n >= least && n <= most).map(Long::intValue),
                shown -> CompareTexts.text("form.number", shown, least, most));
    }

    static Form<BigDecimal> decimal() {
        return new Form<>(
                text -> number(text).filter(n -> n.signum() > 0), shown -> CompareTexts.text("form.decimal", shown));
    }

    /** {@code 10%}, or a number of entities. */
    static Form<Share> share() {
        return new Form<>(
                text -> text.endsWith("%")
                        ? number(text.substring(0, text.length() - 1).strip())
                                .filter(percent ->
                                        percent.signum() > 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0)
                                .map(percent -> new Share(percent.movePointLeft(2), null))
                        : whole(text).filter(n -> n > 0).map(n -> new Share(null, n)),
                shown -> CompareTexts.text("form.share", shown));
    }

    static Form<LocalDate> day() {
        return new Form<>(
                text -> {
                    try {
                        return Optional.of(LocalDate.parse(text));
                    } catch (DateTimeParseException noDay) {
                        return Optional.empty();
                    }
                },
                shown -> CompareTexts.text("form.day", shown));
    }

    /** {@code 0.01}, {@code 1%} or {@code 500ms}. */
    static Form<Action> tolerance() {
        return new Form<>(
                text -> {
                    if (text.endsWith("%")) {
                        return number(text.substring(0, text.length() - 1).strip())
                                .filter(n -> n.signum() >= 0)
                                .map(Action.PercentWithin::new);
                    }
                    Optional<Action> time = Form.duration().parse().apply(text).map(Action.MomentWithin::new);
                    return time.isPresent()
                            ? time
                            : number(text).filter(n -> n.signum() >= 0).map(Action.NumberWithin::new);
                },
                shown -> CompareTexts.text("form.tolerance", shown));
    }

    static Form<Kind> kind() {
        return oneOf(Arrays.asList(Kind.values()), Kind::word);
    }

    static Form<Normaliser> normaliser() {
        return oneOf(Arrays.asList(Normaliser.values()), Normaliser::word);
    }

    private static <T> Form<T> oneOf(List<T> constants, java.util.function.Function<T, String> word) {
        List<String> words = constants.stream().map(word).toList();
        return new Form<>(
                text -> Optional.of(words.indexOf(text.toLowerCase(Locale.ROOT)))
                        .filter(i -> i >= 0)
                        .map(constants::get),
                Form.word(words).wrong());
    }

    /** A value that must be there. */
    static <T> Optional<T> required(Mapping mapping, String key, Form<T> form) {
        if (!mapping.keys().contains(key)) {
            mapping.wrong(key, CompareTexts.text("file.required", key));
        }
        return mapping.value(key, form, false).map(Mapping.Value::value);
    }

    private static Optional<Long> whole(String text) {
        return number(text).filter(n -> n.stripTrailingZeros().scale() <= 0).map(BigDecimal::longValue);
    }

    private static Optional<BigDecimal> number(String text) {
        try {
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
