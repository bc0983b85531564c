package ru.smartsbridge.sandbox.documents;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import ru.smartsbridge.api.value.Properties;
import ru.smartsbridge.api.value.Value;
import ru.smartsbridge.sandbox.base.Base;

/**
 * {@code combinedItems}: plan and fact in one line for each product, packing and plan line, computed at each reading.
 *
 * <p>A fact line joins the plan line that it is bound to, else those of the same product and packing that are bound to
 * none; its uid is made of what it joins, so that each reading gives the same one [guess]. A line whose quantity is no
 * number is in none of them. A sum that would have more than 1,000 digits is the larger of the two, as what the other
 * one adds is far beyond the digits of every type.
 */
public final class CombinedItems {
    private static final int MOST_DIGITS = 1_000;

    /** What lines are gathered by. */
    private record Group(String productId, String packingId, String planLine) {}

    private CombinedItems() {}

    /** Those of a document with its lines. */
    public static List<Properties> of(Properties document) {
        String id = Base.keyText(document, "id").orElse("");
        Map<Group, Properties> combined = new LinkedHashMap<>();
        for (Properties plan : Lines.of(document, "declaredItems")) {
            Group group = group(plan, "uid");
            Lines.quantity(plan, "declaredQuantity")
                    .ifPresent(quantity -> combined.merge(
                            group, line(id, group, plan, quantity, BigDecimal.ZERO), CombinedItems::sum));
        }
        for (Properties fact : Lines.of(document, "currentItems")) {
            Group group = group(fact, "bindedLineUid");
            Lines.quantity(fact, "currentQuantity")
                    .ifPresent(quantity -> combined.merge(
                            group, line(id, group, fact, BigDecimal.ZERO, quantity), CombinedItems::sum));
        }
        List<Properties> lines = new ArrayList<>(combined.size());
        for (Properties line : combined.values()) {
            lines.add(line.with("index", Value.number(lines.size())));
        }
        return lines;
    }

    private static Group group(Properties line, String planLine) {
        return new Group(text(line, "productId"), text(line, "packingId"), text(line, planLine));
    }

    private static String text(Properties line, String name) {
        return Base.keyText(line, name).orElse("");
    }

    private static Properties line(
            String document, Group group, Properties of, BigDecimal declared, BigDecimal current) {
        String whole = String.join("\0", document, group.productId(), group.packingId(), group.planLine());
        UUID uid = UUID.nameUUIDFromBytes(whole.getBytes(StandardCharsets.UTF_8));
        return of.with("uid", Value.text(uid.toString()))
                .with("declaredQuantity", Value.number(declared))
                .with("currentQuantity", Value.number(current));
    }

    private static Properties sum(Properties line, Properties more) {
        return line.with("declaredQuantity", added(line, more, "declaredQuantity"))
                .with("currentQuantity", added(line, more, "currentQuantity"));
    }

    private static Value added(Properties line, Properties more, String name) {
        return Value.number(sum(line.decimal(name), more.decimal(name)));
    }

    static BigDecimal sum(BigDecimal a, BigDecimal b) {
        long highest = Math.max(exponent(a), exponent(b));
        long lowest = Math.min(-(long) a.scale(), -(long) b.scale());
        if (highest - lowest < MOST_DIGITS) {
            return a.add(b);
        }
        boolean first = b.signum() == 0 || a.signum() != 0 && exponent(a) >= exponent(b);
        return first ? a : b;
    }

    private static long exponent(BigDecimal number) {
        return (long) number.precision() - number.scale() - 1;
    }
}
