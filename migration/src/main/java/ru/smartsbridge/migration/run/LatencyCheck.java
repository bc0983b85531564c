package ru.smartsbridge.migration.run;

import java.math.BigDecimal;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.migration.difference.EntityDiff;
import ru.smartsbridge.migration.difference.Kind;
import ru.smartsbridge.migration.ledger.Ledger;
import ru.smartsbridge.migration.plan.Plan;
import ru.smartsbridge.migration.report.Latency;

/** Whether the candidate is slower than a plan allows. Stateless. */
final class LatencyCheck {
    private static final double MEDIAN = 0.5;
    private static final long MILLI = 1_000_000;

    private LatencyCheck() {}

    static void judge(Plan plan, Latency.Times[] single, EntityDiff diff, Ledger ledger) {
        long ours = single[0].percentile(MEDIAN);
        long theirs = single[1].percentile(MEDIAN);
        if (plan.budget().isEmpty() || ours < 0 || theirs < 0) {
            return;
        }
        Plan.Budget budget = plan.budget().get();
        long byFactor = BigDecimal.valueOf(ours).multiply(budget.factor()).longValue();
        long allowed = Math.max(byFactor, ours + budget.floor().toNanos());
        if (theirs > allowed) {
            ledger.difference(diff.atWhole("", Kind.LATENCY, millis(ours), millis(theirs)));
        }
    }

    private static Value millis(long nanos) {
        return Value.text(nanos / MILLI + " ms");
    }
}
