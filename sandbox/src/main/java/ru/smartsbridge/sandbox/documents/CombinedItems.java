package ru.smartsbridge.sandbox.documents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;

/**
 * {@code combinedItems}: plan and fact in one line for each product, packing and plan line, computed at each reading.
 *
 * <p>A fact line joins the plan line that it is bound to, else those of the same product and packing that are bound to
 * none; its uid is made up anew each time [guess].
 */
public final class CombinedItems {
    /** What lines are gathered by. */
    private record Group(String productId, String packingId, String planLine) {}

    private CombinedItems() {}

    /** Those of a document with its lines. */
    public static List<Properties> of(Properties document) {
        Map<Group, Properties> combined = new LinkedHashMap<>();
        for (Properties plan : document.objects("declaredItems")) {
            String uid = plan.text("uid");
            combined.merge(
                    group(plan, uid),
                    line(plan, ExtendedFields.quantity(plan, "declaredQuantity"), BigDecimal.ZERO),
                    CombinedItems::sum);
        }
        for (Properties fact : document.objects("currentItems")) {
            BigDecimal quantity = ExtendedFields.quantity(fact, "currentQuantity");
            combined.merge(
                    group(fact, fact.text("bindedLineUid")), line(fact, BigDecimal.ZERO, quantity), CombinedItems::sum);
        }
        List<Properties> lines = new ArrayList<>(combined.size());
        for (Properties line : combined.values()) {
            lines.add(line.with("index", Value.number(lines.size())));
        }
        return lines;
    }

    private static Group group(Properties line, String planLine) {
        String bound = planLine == null ? "" : planLine;
        return new Group(line.text("productId"), line.text("packingId"), bound);
    }

    private static Properties line(Properties of, BigDecimal declared, BigDecimal current) {
        return of.with("uid", Value.text(UUID.randomUUID().toString()))
                .with("declaredQuantity", Value.number(declared))
                .with("currentQuantity", Value.number(current));
    }

    private static Properties sum(Properties line, Properties more) {
        return line.with("declaredQuantity", added(line, more, "declaredQuantity"))
                .with("currentQuantity", added(line, more, "currentQuantity"));
    }

    private static Value added(Properties line, Properties more, String name) {
        return Value.number(line.decimal(name).add(more.decimal(name)));
    }
}
