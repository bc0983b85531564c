package ru.smartsbridge.migration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import ru.smartsbridge.api.fidelity.ComFidelity;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.report.Report;

/** Rules are counted; those that do nothing any more, that are over or switched off are told as such. */
class RuleBookTest {
    private static final String ORDERS = "Docs/PodborZakaza";

    private static OwnRule ignoring(String id, String path, String until) {
        return new OwnRule(
                id,
                new Pattern("Docs/*"),
                new Pattern(path),
                Set.of(),
                new Action.Ignore(),
                "a test",
                Optional.ofNullable(until).map(LocalDate::parse));
    }

    private static TestBase changed() {
        return TestBase.named("next")
                .put(ORDERS, 0, "description", Value.text("?"))
                .put(ORDERS, 1, "description", Value.text("?"));
    }

    private static Report report(List<OwnRule> rules, Set<String> off) {
        return Compared.of(TestBase.named("main"), changed(), Plan.COMPLETE, rules, off)
                .report();
    }

    private static RuleBook.Use use(Report report, String id) {
        return report.rules().stream()
                .filter(use -> use.rule().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_rule_that_matches_is_counted() {
        Report report = report(List.of(ignoring("description", "description", null)), Set.of());
        assertThat(report.outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(use(report, "description").excused()).isEqualTo(2);
        assertThat(use(report, "description").state()).isEqualTo(RuleBook.State.USED);
        assertThat(report.excusedCount()).isEqualTo(2);
    }

    @Test
    void a_rule_that_matches_nothing_is_told() {
        Report report = report(List.of(ignoring("gone", "priority", null)), Set.of());
        assertThat(use(report, "gone").state()).isEqualTo(RuleBook.State.UNUSED);
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERS);
    }

    @Test
    void a_rule_counts_on_its_last_day_and_not_after_it() {
        assertThat(report(List.of(ignoring("last", "description", "2026-11-27")), Set.of())
                        .outcome())
                .isEqualTo(Outcome.MAY_SWITCH);
        Report report = report(List.of(ignoring("over", "description", "2026-11-26")), Set.of());
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(use(report, "over").state()).isEqualTo(RuleBook.State.EXPIRED);
    }

    @Test
    void of_two_rules_the_first_is_counted() {
        Report report =
                report(List.of(ignoring("first", "descr*", null), ignoring("second", "description", null)), Set.of());
        assertThat(use(report, "first").excused()).isEqualTo(2);
        assertThat(use(report, "second").state()).isEqualTo(RuleBook.State.UNUSED);
    }

    @Test
    void what_com_does_not_carry_is_listed_whether_it_was_needed_or_not_and_can_be_switched_off() {
        TestBase control = TestBase.named("main")
                .behind(ComFidelity.ENTRIES)
                .put("Products", 0, "unitConvertionRate", new Value.Number("1.00000000000000001"));
        TestBase candidate = TestBase.named("next");
        Report report = Compared.of(control, candidate).report();
        assertThat(report.outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(use(report, "com:product-number-digits").excused()).isEqualTo(1);
        assertThat(use(report, "com:row-unset-column").state()).isEqualTo(RuleBook.State.UNUSED);
        Report without = Compared.of(control, candidate, Plan.COMPLETE, List.of(), Set.of("com:product-number-digits"))
                .report();
        assertThat(without.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(use(without, "com:product-number-digits").state()).isEqualTo(RuleBook.State.OFF);
    }

    @Test
    void rest_against_rest_has_no_rules_of_com() {
        assertThat(report(List.of(), Set.of()).rules())
                .noneMatch(use -> use.rule().origin() == Rule.Origin.COM);
    }

    @Test
    void conventions_can_be_switched_off_too() {
        TestBase candidate = TestBase.named("next").put("Tables/Ceny", 0, "uid", Value.text("other"));
        Report report = Compared.of(TestBase.named("main"), candidate, Plan.COMPLETE, List.of(), Set.of(RuleBook.ALL))
                .report();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(report.rules()).allMatch(use -> use.state() == RuleBook.State.OFF);
    }

    @Test
    void what_com_may_change_is_a_difference_where_the_other_side_is_the_one_behind_com() {
        TestBase control = TestBase.named("main").put("Users", 0, "password", Value.text("MD5" + "0".repeat(32)));
        TestBase candidate = TestBase.named("next").behind(ComFidelity.ENTRIES);
        assertThat(Compared.of(control, candidate).report().outcome()).isEqualTo(Outcome.DIFFERS);
    }

    @Test
    void a_tolerance_lets_nothing_beyond_it_pass() {
        OwnRule rule = new OwnRule(
                "tolerance",
                new Pattern("Products"),
                new Pattern("unitConvertionRate"),
                Set.of(),
                new Action.NumberWithin(new BigDecimal("0.01")),
                "a test",
                Optional.empty());
        TestBase candidate = TestBase.named("next").put("Products", 0, "unitConvertionRate", new Value.Number("1.011"));
        Report report = Compared.of(TestBase.named("main"), candidate, Plan.COMPLETE, List.of(rule), Set.of())
                .report();
        assertThat(report.outcome()).isEqualTo(Outcome.DIFFERS);
        assertThat(use(report, "tolerance").state()).isEqualTo(RuleBook.State.UNUSED);
    }
}
