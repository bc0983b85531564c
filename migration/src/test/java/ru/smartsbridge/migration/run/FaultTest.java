package ru.smartsbridge.migration.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import ru.smartsbridge.api.Rows;
import ru.smartsbridge.api.error.BridgeException;
import ru.smartsbridge.api.error.Category;
import ru.smartsbridge.api.error.Text;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.Compared;
import ru.smartsbridge.migration.FaultySide;
import ru.smartsbridge.migration.TestBase;
import ru.smartsbridge.migration.difference.Difference;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.plan.Pattern;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Outcome;
import ru.smartsbridge.migration.report.Report;
import ru.smartsbridge.migration.report.SetResult;
import ru.smartsbridge.migration.side.Side;

/** A side that hangs, dies or answers garbage is a finding: the rest is compared, and the report names what is missing. */
class FaultTest {
    private static final Plan HASTY = plan(Duration.ofMillis(300), 5, Optional.empty());

    @TempDir
    Path folder;

    private static Plan plan(Duration silence, int singleReads, Optional<Plan.Budget> budget) {
        return new Plan(
                List.of(), List.of(), List.of(), List.of(), Map.of(), true, singleReads, budget, Set.of(), silence, 5);
    }

    private static Compared with(UnaryOperator<Rows<Properties>> fault) {
        Side candidate = new FaultySide(TestBase.named("next"), "Products", fault);
        return Compared.of(TestBase.named("main"), candidate, HASTY, List.of(), Set.of());
    }

    private static SetResult set(Report report, String name) {
        return report.sets().stream()
                .filter(set -> set.set().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static void onlyProductsAreMissing(Compared compared, Category category) {
        Report report = compared.report();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(report.outcome().exitCode()).isEqualTo(2);
        assertThat(report.sentence().toString()).contains("Not compared: Products.");
        assertThat(report.sets().stream().filter(SetResult::isGap)).hasSize(1);
        assertThat(set(report, "Products").failures().get(0).side()).isEqualTo("next");
        assertThat(set(report, "Products").failures().get(0).failure().category())
                .isEqualTo(category);
        assertThat(compared.differences()).isEmpty();
        assertThat(set(report, "Docs/PodborZakaza").counts().compared()).isEqualTo(4);
    }

    @Test
    void a_side_that_hangs_in_the_middle_is_given_up_for_that_set() {
        Compared compared = with(rows -> FaultySide.first(rows, 10, FaultySide::hang));
        onlyProductsAreMissing(compared, Category.TIMED_OUT);
    }

    @Test
    void a_side_that_dies_in_the_middle_is_told_in_its_own_words() {
        Compared compared = with(rows -> FaultySide.first(rows, 10, () -> {
            throw new BridgeException(Category.BACKEND_FAILED, Text.verbatim("the server went away"));
        }));
        onlyProductsAreMissing(compared, Category.BACKEND_FAILED);
        assertThat(set(compared.report(), "Products")
                        .failures()
                        .get(0)
                        .failure()
                        .text())
                .hasToString("the server went away");
    }

    @Test
    void a_side_that_answers_garbage_is_told_too() {
        Compared compared = with(rows -> FaultySide.first(rows, 3, () -> {
            throw new IllegalStateException("no number here");
        }));
        onlyProductsAreMissing(compared, Category.INTERNAL);
    }

    @Test
    void a_side_that_overflows_the_stack_is_told_too() {
        Compared compared = with(rows -> FaultySide.first(rows, 3, () -> {
            throw new StackOverflowError();
        }));
        onlyProductsAreMissing(compared, Category.INTERNAL);
    }

    @Test
    void a_side_that_is_not_there_leaves_nothing_compared() {
        Side dead = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public ru.smartsbridge.api.schema.Schema schema() {
                throw new BridgeException(Category.UNREACHABLE, Text.verbatim("connection refused"));
            }
        };
        Report report = Compared.of(TestBase.named("main"), dead).report();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(report.sentence().toString()).contains("$metadata");
        assertThat(report.sets().get(0).failures().get(0).failure().category()).isEqualTo(Category.UNREACHABLE);
    }

    @Test
    void what_a_side_cannot_answer_is_no_gap_where_the_plan_leaves_it_out_by_name() {
        Side candidate = new FaultySide(TestBase.named("next"), "Products", rows -> {
            throw new BridgeException(Category.UNSUPPORTED_HERE, Text.verbatim("not by COM"));
        });
        Plan plan = new Plan(
                List.of(),
                List.of(new Plan.LeftOut(new Pattern("products"), "not by COM")),
                List.of(),
                List.of(),
                Map.of(),
                true,
                0,
                Optional.empty(),
                Set.of(),
                Duration.ofSeconds(10),
                5);
        Report report = Compared.of(TestBase.named("main"), candidate, plan, List.of(), Set.of())
                .report();
        assertThat(report.outcome()).isEqualTo(Outcome.MAY_SWITCH);
        assertThat(set(report, "Products").status()).isEqualTo(SetResult.Status.LEFT_OUT);
    }

    @Test
    void a_second_reading_that_fails_costs_the_noise_of_that_set_alone() {
        int[] asked = new int[1];
        Side control = new FaultySide(TestBase.named("main"), "Products", rows -> {
            if (++asked[0] > 1) {
                throw new BridgeException(Category.TOO_MANY, Text.verbatim("later"));
            }
            return rows;
        });
        TestBase candidate = TestBase.named("next").put("Products", 0, "name", Value.text("x"));
        Compared compared = Compared.of(control, candidate);
        assertThat(compared.differences()).extracting(Difference::field).containsExactly("name");
        assertThat(set(compared.report(), "Products").notes().get(0).toString()).contains("later");
    }

    @Test
    void a_side_that_tells_another_number_than_it_gives_is_found() {
        Side candidate = new FaultySide(
                TestBase.named("next"), "Products", rows -> Rows.closing(rows, OptionalLong.of(39), rows::close));
        Compared compared = Compared.of(TestBase.named("main"), candidate);
        assertThat(compared.differences()).hasSize(1);
        assertThat(compared.differences().get(0).kind()).isEqualTo(Kind.SIZE);
        assertThat(compared.differences().get(0).field()).isEqualTo("$count");
    }

    @Test
    void a_single_read_that_fails_where_control_answers_is_an_error_of_its_category() {
        Side candidate = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public Optional<Properties> one(String set, String key, List<String> expand) {
                if (set.equals("Users") && key.equals("user-2")) {
                    throw new BridgeException(Category.FORBIDDEN, Text.verbatim("no"));
                }
                return super.one(set, key, expand);
            }
        };
        Compared compared = Compared.of(TestBase.named("main"), candidate);
        assertThat(compared.differences()).hasSize(1);
        Difference difference = compared.differences().get(0);
        assertThat(difference.kind()).isEqualTo(Kind.ERROR);
        assertThat(difference.key()).isEqualTo("user-2");
        assertThat(difference.candidate()).isEqualTo(Value.text("forbidden"));
    }

    @Test
    void an_unknown_key_that_is_no_such_thing_at_the_candidate_but_a_failure_is_found() {
        Side candidate = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public Optional<Properties> one(String set, String key, List<String> expand) {
                if (set.equals("Docs/PodborZakaza") && key.equals(SingleReads.UNKNOWN)) {
                    throw new BridgeException(Category.BACKEND_FAILED, Text.verbatim("NullReference"));
                }
                return super.one(set, key, expand);
            }
        };
        Compared compared = Compared.of(TestBase.named("main"), candidate);
        assertThat(compared.differences()).extracting(Difference::kind).containsExactly(Kind.ERROR);
        assertThat(compared.differences()).extracting(Difference::set).containsExactly("Docs/PodborZakaza");
    }

    @Test
    void a_single_read_that_shows_another_thing_than_the_set_is_found_once() {
        Side candidate = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public Optional<Properties> one(String set, String key, List<String> expand) {
                return super.one(set, key, expand)
                        .map(entity -> key.equals("user-3") ? entity.with("name", Value.text("?")) : entity);
            }
        };
        Compared compared = Compared.of(TestBase.named("main"), candidate);
        assertThat(compared.differences()).hasSize(1);
        assertThat(compared.differences().get(0).field()).isEqualTo("name");
    }

    @Test
    void a_candidate_slower_than_the_plan_allows_is_a_difference_and_without_a_budget_none() {
        Side slow = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public Optional<Properties> one(String set, String key, List<String> expand) {
                if (set.equals("Users")) {
                    long until = System.nanoTime() + 20_000_000;
                    while (System.nanoTime() < until) {
                        Thread.onSpinWait();
                    }
                }
                return super.one(set, key, expand);
            }
        };
        Plan.Budget budget = new Plan.Budget(BigDecimal.valueOf(3), Duration.ofMillis(10));
        Compared compared = Compared.of(
                TestBase.named("main"),
                slow,
                plan(Duration.ofSeconds(10), 5, Optional.of(budget)),
                List.of(),
                Set.of());
        assertThat(compared.differences())
                .filteredOn(difference -> difference.set().equals("Users"))
                .extracting(Difference::kind)
                .containsExactly(Kind.LATENCY);
        assertThat(Compared.of(TestBase.named("main"), slow).differences()).isEmpty();
    }

    @Test
    void a_side_that_stays_silent_is_asked_for_a_sign_of_life_and_not_for_every_further_set() {
        List<String> asked = new ArrayList<>();
        Side candidate = new FaultySide(TestBase.named("next"), "", rows -> rows) {
            @Override
            public Rows<Properties> rows(String set, List<String> expand, boolean counted) {
                asked.add(set);
                return super.rows(set, expand, counted);
            }

            @Override
            public Properties baseInfo() {
                FaultySide.hang();
                return super.baseInfo();
            }
        };
        Plan hasty = plan(Duration.ofMillis(50), 0, Optional.empty());
        Report report = Compared.of(TestBase.named("main"), candidate, hasty, List.of(), Set.of())
                .report();
        assertThat(asked).isEmpty();
        assertThat(report.sets())
                .filteredOn(set -> !set.isGap())
                .extracting(SetResult::set)
                .containsExactly("$metadata");
    }

    @Test
    void what_is_stopped_reports_what_was_done_until_then() throws IOException, InterruptedException {
        CountDownLatch hanging = new CountDownLatch(1);
        Side candidate = new FaultySide(
                TestBase.named("next").put("Users", 0, "name", Value.text("?")),
                "Products",
                rows -> FaultySide.first(rows, 10, () -> {
                    hanging.countDown();
                    FaultySide.hang();
                }));
        List<Difference> differences = new ArrayList<>();
        Comparison comparison = new Comparison(
                TestBase.named("main"),
                candidate,
                Plan.COMPLETE,
                List.of(),
                Set.of(),
                Progress.NONE,
                differences::add,
                folder,
                Compared.TODAY);
        Thread stopper = new Thread(() -> {
            try {
                hanging.await();
                comparison.stop();
            } catch (InterruptedException told) {
                Thread.currentThread().interrupt();
            }
        });
        stopper.start();
        Report report = comparison.run();
        stopper.join();
        assertThat(Thread.interrupted()).isFalse();
        assertThat(report.stopped()).isTrue();
        assertThat(report.outcome()).isEqualTo(Outcome.NOT_COMPARED);
        assertThat(report.sentence().toString()).startsWith("Stopped before the end");
        assertThat(differences).hasSize(1);
        assertThat(set(report, "Users").status()).isEqualTo(SetResult.Status.COMPARED);
        assertThat(set(report, "Products").status()).isEqualTo(SetResult.Status.STOPPED);
        assertThat(set(report, "Docs/PodborZakaza").status()).isEqualTo(SetResult.Status.STOPPED);
    }
}
