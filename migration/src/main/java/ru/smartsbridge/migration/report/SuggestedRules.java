package ru.smartsbridge.migration.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.difference.Hint;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.rule.Normaliser;
import ru.smartsbridge.migration.words.MigrationTexts;

/**
 * The rules that a report would need to say "may switch", as a file of rules for a person to read and to shorten: noise,
 * and differences that have one plain explanation. What has none is left to be looked at.
 */
public final class SuggestedRules {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private SuggestedRules() {}

    /** The file's text, with its remarks in a language. */
    public static String text(Report report, Locale language) {
        StringBuilder file = new StringBuilder();
        comment(file, MigrationTexts.text("suggest.head"), language);
        List<String> rules = new ArrayList<>();
        for (Group group : report.noise()) {
            Text why = MigrationTexts.text("suggest.noise", group.count());
            rules.add(rule(group, "ignore: true", why, language));
        }
        List<Group> open = new ArrayList<>();
        for (Group group : report.differences()) {
            Optional<String> action = action(group);
            if (action.isPresent()) {
                Text why = MigrationTexts.text("suggest.explained", group.count());
                rules.add(rule(group, action.get(), why, language));
            } else {
                open.add(group);
            }
        }
        file.append(rules.isEmpty() ? "rules: []\n" : "rules:\n");
        rules.forEach(file::append);
        if (!open.isEmpty()) {
            comment(file, MigrationTexts.text("suggest.open"), language);
            open.forEach(group -> file.append("#   ")
                    .append(group.set())
                    .append(" : ")
                    .append(group.field().isEmpty() ? "\"\"" : group.field())
                    .append(" (")
                    .append(group.kind().word())
                    .append(", ")
                    .append(group.count())
                    .append(")\n"));
        }
        return file.toString();
    }

    private static void comment(StringBuilder file, Text text, Locale language) {
        text.in(language).lines().forEach(line -> file.append("# ").append(line).append('\n'));
    }

    private static String rule(Group group, String action, Text why, Locale language) {
        return "  - set: " + quoted(group.set()) + "\n"
                + "    path: " + quoted(group.field()) + "\n"
                + "    kinds: [" + group.kind().word() + "]\n"
                + "    " + action + "\n"
                + "    reason: " + quoted(why.in(language)) + "\n";
    }

    private static Optional<String> action(Group group) {
        if (group.kind() == Kind.ORDER) {
            return Optional.of(normalise(Normaliser.ANY_ORDER));
        }
        boolean explained =
                group.hints().size() == 1 && group.hints().values().iterator().next() == group.count();
        if (explained) {
            return ofHint(group.hints().keySet().iterator().next(), group);
        }
        boolean near = group.hints().isEmpty()
                && group.momentsApart() != null
                && group.momentsApart().compareTo(LONGEST) <= 0;
        return near
                ? Optional.of("tolerance: "
                        + Math.max(1, group.momentsApart().plusNanos(999_999).toMillis()) + "ms")
                : Optional.empty();
    }

    private static Optional<String> ofHint(Hint hint, Group group) {
        return switch (hint) {
            case NOTHING ->
                Optional.of("normalise: [" + Normaliser.EMPTY_AS_NULL.word() + ", " + Normaliser.NO_DATE_AS_NULL.word()
                        + ", " + Normaliser.ZERO_AS_NULL.word() + "]");
            case LETTER_CASE -> Optional.of(normalise(Normaliser.LETTER_CASE));
            case WHITE_SPACE -> Optional.of(normalise(Normaliser.WHITE_SPACE));
            case NORMAL_FORM -> Optional.of(normalise(Normaliser.NORMAL_FORM));
            case AS_TEXT -> Optional.of(normalise(Normaliser.TEXT_AS_VALUE));
            case ROUNDED ->
                Optional.ofNullable(group.numbersApart())
                        .map(BigDecimal::toPlainString)
                        .map(apart -> "tolerance: " + apart);
            case CUT, ENCODING, SHIFTED, SIGN, SCALED -> Optional.empty();
        };
    }

    private static String normalise(Normaliser by) {
        return "normalise: [" + by.word() + "]";
    }

    /** YAML's double-quoted form. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c < 0x20 || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xFEFF) {
                quoted.append(String.format("\\u%04X", c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append('"').toString();
    }
}
