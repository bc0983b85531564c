package ru.smartsbridge.sandbox.documents;

import java.math.BigDecimal;
import java.util.List;
import ru.smartsbridge.api.value.Properties;

/** {@code DocumentExtendedFields}: whether a document has less or more than planned, computed at each reading [edmx][guess]. */
public final class ExtendedFields {
    private ExtendedFields() {}

    /** Those of a document with its lines. */
    public static Properties of(Properties document) {
        boolean under = false;
        boolean over = false;
        List<Properties> lines = CombinedItems.of(document);
        for (Properties line : lines) {
            int difference = line.decimal("currentQuantity").compareTo(quantity(line, "declaredQuantity"));
            under |= difference < 0;
            over |= difference > 0;
        }
        return Properties.builder()
                .put("id", document.text("id"))
                .put("underloaded", under)
                .put("overloaded", over)
                .put("underloadedOrOverloaded", under || over)
                .build();
    }

    static BigDecimal quantity(Properties line, String name) {
        BigDecimal quantity = line.decimal(name);
        return quantity == null ? BigDecimal.ZERO : quantity;
    }
}
