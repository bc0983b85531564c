package ru.smartsbridge.migration.rule;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.words.Vocabulary;

/**
 * A rule that a person wrote.
 *
 * @param set which sets, by {@code uni} or in Russian
 * @param path which fields, by JSON property or in Russian; one that is empty means the entities themselves and all
 *     that is in them
 * @param kinds of difference; none: all
 */
public record OwnRule(
        String id, Pattern set, Pattern path, Set<Kind> kinds, Action action, String why, Optional<LocalDate> until)
        implements Rule {
    public OwnRule {
        kinds = Set.copyOf(kinds);
    }

    @Override
    public Origin origin() {
        return Origin.FILE;
    }

    @Override
    public String where() {
        return set + " : " + path;
    }

    @Override
    public Text what() {
        return action.text();
    }

    @Override
    public Text reason() {
        return Text.verbatim(why);
    }

    @Override
    public boolean speaksOf(Spotted spotted, Vocabulary vocabulary) {
        Difference difference = spotted.difference();
        boolean here = set.matches(difference.set())
                || vocabulary.set(difference.set()).filter(set::matches).isPresent();
        return here && (kinds.isEmpty() || kinds.contains(difference.kind())) && isPath(difference, vocabulary);
    }

    private boolean isPath(Difference difference, Vocabulary vocabulary) {
        List<String> names = difference.path();
        List<String> words = vocabulary
                .field(difference.set(), names)
                .map(field -> List.of(field.split("/")))
                .orElse(names);
        return path.matchesPrefix(
                names.size(),
                (wanted, i) -> Pattern.isStep(wanted, names.get(i))
                        || i < words.size() && Pattern.isStep(wanted, words.get(i)));
    }

    @Override
    public boolean excuses(Spotted spotted) {
        return action.excuses(spotted);
    }
}
