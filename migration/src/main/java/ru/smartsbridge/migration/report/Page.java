package ru.smartsbridge.migration.report;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Hint;
import ru.smartsbridge.migration.rule.Rule;
import ru.smartsbridge.migration.rule.RuleBook;
import ru.smartsbridge.migration.words.MigrationTexts;

/**
 * A report as the page shows it: what stands where, and in which words. Both languages are in the page; it opens in the
 * one it was made for.
 *
 * @param language that it opens in
 */
public record Page(Report report, Locale language) {
    /** Groups that the page shows; the others are in the files beside it. */
    private static final int MOST_GROUPS = 250;

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT);

    /** The groups of one set. */
    public record SetGroups(String set, Optional<String> title, long count, List<Group> groups) {}

    /** A number with what it counts. */
    public record Figure(String value, Text label, String mood) {}

    /** The rules that became one thing. */
    public record RuleList(RuleBook.State state, boolean builtIn, List<RuleBook.Use> uses) {
        /** {@code rules.used} and the like. */
        public Text title() {
            return MigrationTexts.text("page.rules." + state.name().toLowerCase(Locale.ROOT), uses.size());
        }
    }

    /** Words of the page. */
    public Text text(String key, Object... arguments) {
        return MigrationTexts.text("page." + key, arguments);
    }

    /** {@code ru} or {@code en}. */
    public String opensIn() {
        return language.getLanguage().equals("ru") ? "ru" : "en";
    }

    /** The numbers under the verdict. */
    public List<Figure> figures() {
        long gaps = report.sets().stream().filter(SetResult::isGap).count();
        return List.of(
                new Figure(grouped(report.sum(SetResult.Counts::compared)), text("figure.compared"), ""),
                new Figure(
                        grouped(report.differenceCount()),
                        text("figure.differences"),
                        report.differenceCount() > 0 ? "bad" : "good"),
                new Figure(grouped(gaps), text("figure.gaps"), gaps > 0 ? "bad" : ""),
                new Figure(grouped(report.excusedCount()), text("figure.excused"), ""),
                new Figure(grouped(report.noiseCount()), text("figure.noise"), ""));
    }

    /** Differences by set, as many as the page shows. */
    public List<SetGroups> differences() {
        return bySet(report.differences());
    }

    /** How many fields with differences the page does not show. */
    public int hiddenGroups() {
        return Math.max(0, report.differences().size() - MOST_GROUPS);
    }

    /** In which control differs from itself, by set. */
    public List<SetGroups> noise() {
        return bySet(report.noise());
    }

    private List<SetGroups> bySet(List<Group> groups) {
        Map<String, List<Group>> bySet = new LinkedHashMap<>();
        groups.stream()
                .limit(MOST_GROUPS)
                .forEach(group -> bySet.computeIfAbsent(group.set(), set -> new ArrayList<>())
                        .add(group));
        List<SetGroups> sets = new ArrayList<>();
        bySet.forEach((set, ofSet) -> sets.add(new SetGroups(
                set, title(set), ofSet.stream().mapToLong(Group::count).sum(), ofSet)));
        return sets;
    }

    private Optional<String> title(String set) {
        return report.sets().stream()
                .filter(result -> result.set().equals(set))
                .findFirst()
                .flatMap(SetResult::title);
    }

    /** What a kind of difference is called. */
    public Text kind(Group group) {
        return MigrationTexts.text("kind." + group.kind().word());
    }

    /** Whether a side has what differs as a whole. */
    public Text presence(Difference sample, boolean control) {
        boolean there = switch (sample.kind()) {
            case MISSING -> control;
            case EXTRA -> !control;
            default -> true;
        };
        return text(there ? "present" : "absent");
    }

    /** The field's own name where it is not the entity that differs. */
    public Text field(Group group) {
        return group.path().isEmpty() ? text("entity") : Text.verbatim(group.field());
    }

    /** How differences are explained, the most frequent first. */
    public List<Text> hints(Group group) {
        return group.hints().entrySet().stream()
                .sorted(Map.Entry.<Hint, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(hint -> MigrationTexts.text(
                        "page.hint", MigrationTexts.text("hint." + hint.getKey().word()), grouped(hint.getValue())))
                .toList();
    }

    /** What of the plan was not compared. */
    public List<SetResult> gaps() {
        return report.sets().stream().filter(SetResult::isGap).toList();
    }

    /** What the plan left out. */
    public List<SetResult> leftOut() {
        return report.sets().stream()
                .filter(set -> set.status() == SetResult.Status.LEFT_OUT)
                .toList();
    }

    /** How far a set came. */
    public Text status(SetResult set) {
        return MigrationTexts.text("status." + set.status().word());
    }

    /** Rules by what became of them. */
    public List<RuleList> rules() {
        List<RuleList> lists = new ArrayList<>();
        for (RuleBook.State state : RuleBook.State.values()) {
            for (boolean builtIn : new boolean[] {false, true}) {
                List<RuleBook.Use> uses = report.rules().stream()
                        .filter(use ->
                                use.state() == state && builtIn != (use.rule().origin() == Rule.Origin.FILE))
                        .sorted(Comparator.comparingLong(RuleBook.Use::excused).reversed())
                        .toList();
                if (!uses.isEmpty()) {
                    lists.add(new RuleList(state, builtIn, uses));
                }
            }
        }
        return lists;
    }

    /** Whose rule it is. */
    public Text origin(Rule rule) {
        return MigrationTexts.text("origin." + rule.origin().name().toLowerCase(Locale.ROOT));
    }

    /** The chart of single reads. */
    public LatencyChart chart() {
        return LatencyChart.of(report);
    }

    /** When it began, and how long it took. */
    public Text when() {
        Duration took = Duration.between(report.started(), report.ended()).truncatedTo(ChronoUnit.SECONDS);
        String time =
                String.format(Locale.ROOT, "%d:%02d:%02d", took.toHours(), took.toMinutesPart(), took.toSecondsPart());
        return text("when", MINUTE.format(report.started().atOffset(ZoneOffset.UTC)), time);
    }

    /** A time in milliseconds, as short as it can be. */
    public static String millis(long nanos) {
        if (nanos < 0) {
            return "–";
        }
        double millis = nanos / 1e6;
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : millis < 100 ? "%.1f" : "%.0f", millis);
    }

    /** A number with narrow gaps between thousands, the same in both languages. */
    public static String grouped(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u202F');
    }
}
