package ru.smartsbridge.migration.rule;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Spotted;
import ru.smartsbridge.migration.words.MigrationTexts;
import ru.smartsbridge.migration.words.Vocabulary;

/** What a comparison takes for the same without being told, each for a reason that a report shows. */
enum Convention implements Rule {
    /** Annotations name addresses and types of the answer, and are no values of the base. */
    ANNOTATION("** : @…", difference -> difference.path().stream().anyMatch(name -> name.indexOf('@') >= 0)),
    /** The number of a line or row is its place, and the order is compared as such. */
    PLACE(
            "Docs, Tables : index",
            difference -> endsWith(difference, "index")
                    && (difference.set().startsWith("Tables")
                                    && difference.path().size() == 1
                            || in(difference, "declaredItems", "currentItems", "combinedItems", "rows"))),
    /** A table's rows get their uids from whoever keeps them; they are known by their key fields or by what they hold. */
    ROW_UID(
            "Tables : uid",
            difference -> endsWith(difference, "uid")
                    && (difference.set().startsWith("Tables/")
                                    && difference.path().size() == 1
                            || in(difference, "rows"))),
    /** Combined lines are computed at each reading, and their uids made up [run]. */
    COMBINED_UID(
            "Docs : combinedItems/uid", difference -> endsWith(difference, "uid") && in(difference, "combinedItems")),
    /** A base behind COM has no metadata of its own, the bridge composes it: it tells nothing of the base's types. */
    COMPOSED_METADATA("$metadata : **", difference -> difference.set().equals("$metadata"));

    private final String where;
    private final Predicate<Difference> has;

    Convention(String where, Predicate<Difference> has) {
        this.where = where;
        this.has = has;
    }

    private static boolean endsWith(Difference difference, String name) {
        List<String> path = difference.path();
        return !path.isEmpty() && path.get(path.size() - 1).equals(name);
    }

    private static boolean in(Difference difference, String... holders) {
        List<String> path = difference.path();
        return path.size() > 1 && List.of(holders).contains(path.get(path.size() - 2));
    }

    /** Those that count for a comparison: one of them only where a side is behind COM. */
    static List<Convention> of(boolean com) {
        return java.util.Arrays.stream(values())
                .filter(convention -> com || convention != COMPOSED_METADATA)
                .toList();
    }

    @Override
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Origin origin() {
        return Origin.CONVENTION;
    }

    @Override
    public String where() {
        return where;
    }

    @Override
    public Text what() {
        return MigrationTexts.text("rule.ignore");
    }

    @Override
    public Text reason() {
        return MigrationTexts.text("convention." + id());
    }

    @Override
    public boolean speaksOf(Spotted spotted, Vocabulary vocabulary) {
        return has.test(spotted.difference());
    }

    @Override
    public boolean excuses(Spotted spotted) {
        return true;
    }
}
